import type { Example } from './material.js';
import { judged, NINETY, row, score } from './table.js';

const EXECUTION = row({ level1: '预算执行', level2: '', name: '预算执行率' });
const LEVELS = [
  { id: 'reached', label: '达成年度指标', from: '80' },
  { id: 'partly', label: '部分达成', from: '60' },
  { id: 'not-reached', label: '未达成', from: '0' },
];
const judgedAs = (level: string, points: string) => ({
  indicators: { r1: row({ direction: 'QUALITATIVE', points }) },
  answers: { 'outputs/r1': { level } },
  score: score({ levels: LEVELS }),
});

export const POINTS: readonly Example[] = [
  {
    rule: 'C03',
    fails: {
      figures: { 'EXP.TOTAL': '76', 'FULL.TOTAL': '100' },
      indicators: { x: { ...EXECUTION, points: '10' } },
    },
    finds: [
      {
        zh: '“预算执行率”得 10 分，应为 7.6 分：本年支出 76.00 ÷ 全年预算数 100.00 = 76.00%，× 10，最高 10',
        at: ['/indicators/x'],
      },
    ],
    passes: {
      figures: { 'EXP.TOTAL': '76', 'FULL.TOTAL': '100' },
      indicators: { x: { ...EXECUTION, points: '7.5' }, y: row({ name: '项目执行率', points: '1' }) },
    },
  },
  {
    rule: 'C03',
    fails: {
      figures: { 'EXP.TOTAL': '72.92', 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': '32.11' },
      indicators: { x: { ...EXECUTION, points: '9' } },
    },
    finds: [
      {
        zh: /应为 10 分：本年支出 72\.92 ÷ （年初预算收入 40\.77 \+ 预算调整数 32\.11） = 100\.05%/,
        at: ['/indicators/x'],
      },
    ],
    passes: {
      figures: { 'EXP.TOTAL': '1', 'FULL.TOTAL': '0', 'BUD.TOTAL': '100' },
      indicators: { x: { ...EXECUTION, actual: null, points: '10' } },
    },
  },
  {
    rule: 'C03',
    fails: { indicators: { x: { ...EXECUTION, actual: '94.33', points: '10' } } },
    finds: [{ zh: '“预算执行率”得 10 分，应为 9.43 分：预算执行率 94.33%，× 10，最高 10', at: ['/indicators/x'] }],
    passes: {
      figures: { 'EXP.TOTAL': '50', 'BUD.TOTAL': '100' },
      indicators: { x: { ...EXECUTION, actual: '94.33', points: '9.4' } },
    },
  },
  {
    rule: 'C04',
    fails: {
      indicators: { r1: row({ actual: '90', points: '9.5' }) },
      score: score({ indicators: [judged({ id: 'outputs/r1', points: '9' })] }),
    },
    finds: [{ zh: '“待遇审核准确率”得 9.5 分，按指标值 ≥ 100、完成值 90 应为 9 分', at: ['/indicators/r1'] }],
    passes: {
      indicators: { r1: row({ actual: '90', points: '9.1' }), r2: row({ points: '3' }) },
      score: score({ indicators: [judged({ id: 'outputs/r1', points: '9' }), judged({ id: 'outputs/r2' })] }),
    },
  },
  {
    rule: 'C05',
    fails: judgedAs('partly', '8'),
    finds: [{ zh: '“待遇审核准确率”评为“部分达成”，得 8 分，不在 [6, 8) 内', at: ['/indicators/r1'] }],
    passes: judgedAs('partly', '6'),
  },
  {
    rule: 'C05',
    fails: judgedAs('reached', '7.99'),
    finds: [{ zh: /不在 \[8, 10\] 内$/, at: ['/indicators/r1'] }],
    passes: judgedAs('reached', '10'),
  },
  {
    rule: 'C05',
    fails: {
      indicators: { r1: row({ direction: 'QUALITATIVE', points: '10' }) },
      score: score({ indicators: [judged({ id: 'outputs/r1', points: '8' })] }),
    },
    finds: [{ zh: '“待遇审核准确率”得 10 分，与所评等次的 8 分不一致', at: ['/indicators/r1'] }],
    passes: {
      indicators: { r1: row({ direction: 'QUALITATIVE', points: '8.1' }), r2: row({ points: '3' }) },
      score: score({
        indicators: [judged({ id: 'outputs/r1', points: '8' }), judged({ id: 'outputs/r2', points: '10' })],
      }),
    },
  },
  {
    rule: 'C06',
    fails: {
      indicators: NINETY,
      figures: { 'EXP.TOTAL': '94', 'FULL.TOTAL': '100' },
      head: { selfScore: '98' },
    },
    finds: [
      {
        zh: '自评得分 98 ≠ 各项得分合计 86 + 执行率得分 9.4（本年支出 94.00 ÷ 全年预算数 100.00 = 94.00%）= 95.4',
        at: ['/head/selfScore'],
      },
    ],
    passes: {
      indicators: NINETY,
      figures: { 'EXP.TOTAL': '94', 'FULL.TOTAL': '100' },
      head: { selfScore: '95.5' },
    },
  },
  {
    rule: 'C06',
    fails: { indicators: NINETY, head: { selfScore: '97' } },
    finds: [{ zh: '自评得分 97 ≠ 各项得分合计 86，加执行率得分至多 96', at: ['/head/selfScore'] }],
    passes: { indicators: NINETY, head: { selfScore: '85.9' } },
  },
  {
    rule: 'C06',
    fails: { indicators: { ...NINETY, x: EXECUTION }, head: { selfScore: '97' } },
    finds: [{ zh: '自评得分 97 ≠ 各项得分合计 96', at: ['/head/selfScore'] }],
    passes: { indicators: { ...NINETY, x: EXECUTION, r2: row({ points: null }) }, head: { selfScore: '97' } },
  },
];
