import type { Example } from './material.js';
import { judged, NINETY, row, score } from './table.js';

export const WEIGHTS: readonly Example[] = [
  {
    rule: 'C01',
    fails: { indicators: { r1: row({ maxPoints: '55' }), r2: row({ maxPoints: '30' }) } },
    finds: [{ zh: '指标分值合计 85，应为 100（不含预算执行率 10 分时为 90）', at: ['/indicators'] }],
    passes: { indicators: NINETY },
  },
  {
    rule: 'C01',
    fails: {
      indicators: {
        ...NINETY,
        x: row({ name: '预算执行率', level1: '预算执行', level2: '' }),
        r2: row({ maxPoints: '20' }),
      },
    },
    finds: [{ zh: /^指标分值合计 90，应为 100/, at: ['/indicators'] }],
    passes: { indicators: { ...NINETY, x: row({ name: '预算执行率', level1: '预算执行', level2: '' }) } },
  },
  {
    rule: 'C01',
    fails: {
      indicators: {
        r1: row({ level1: '产出指标', maxPoints: '40' }),
        r2: row({ level1: '效益指标', maxPoints: '50' }),
      },
      score: score({ indicators: [judged({ id: 'outputs', name: '产出指标', maxPoints: '50' })] }),
    },
    finds: [{ zh: '产出指标的三级指标分值合计 40，方案规定 50', at: ['/indicators/r1'] }],
    passes: {
      indicators: {
        r1: row({ level1: '产出指标', maxPoints: '50' }),
        r2: row({ level1: '效益指标', maxPoints: '40' }),
      },
      score: score({ indicators: [judged({ id: 'outputs/r1', name: '待遇审核准确率', maxPoints: '50' })] }),
    },
  },
  {
    rule: 'C01',
    fails: { indicators: { ...NINETY, r2: row({ name: '审核及时率', maxPoints: null }) } },
    finds: [{ zh: '1 个指标未填分值：“审核及时率”', at: ['/indicators/r2'] }],
    passes: {},
  },
  {
    rule: 'C02',
    fails: { indicators: { r1: row({ points: '10.5' }), r2: row({ points: '-1' }) }, head: { selfScore: '101' } },
    finds: [
      { zh: '“待遇审核准确率”得 10.5 分，不在 0 与分值 10 之间', at: ['/indicators/r1'] },
      { zh: '“待遇审核准确率”得 -1 分，不在 0 与分值 10 之间', at: ['/indicators/r2'] },
      { zh: '自评得分 101 不在 0 与 100 之间', at: ['/head/selfScore'] },
    ],
    passes: { indicators: { r1: row({ points: '10' }), r2: row({ points: '0' }) }, head: { selfScore: '100' } },
  },
  {
    rule: 'C02',
    fails: { head: { selfScore: '-0.01' } },
    finds: [{ zh: '自评得分 -0.01 不在 0 与 100 之间', at: ['/head/selfScore'] }],
    passes: { head: { selfScore: '0' } },
  },
];
