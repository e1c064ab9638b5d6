import type { Example } from './material.js';
import { judged, row, score } from './table.js';

const cost = { level2: '成本', name: '项目总成本', unitOfMeasure: '万元' } as const;
const satisfaction = row({ level1: '满意度', level2: '服务对象满意度', name: '参保职工满意度', points: '10' });

export const INDICATORS: readonly Example[] = [
  {
    rule: 'C08',
    fails: {
      indicators: {
        r1: row({ actual: '90' }),
        r2: row({ direction: 'LTE', target: '3', actual: '4', unitOfMeasure: '天' }),
      },
    },
    finds: [
      { zh: '“待遇审核准确率”指标值 ≥ 100%，完成 90%，未说明偏差原因', at: ['/indicators/r1'] },
      { zh: '“待遇审核准确率”指标值 ≤ 3天，完成 4天，未说明偏差原因', at: ['/indicators/r2'] },
    ],
    passes: {
      indicators: {
        r1: row({ actual: '90', deviationExplanation: '系统升级停办一周。' }),
        r2: row({ direction: 'LT', target: '3', actual: '2' }),
        r3: row({ direction: 'EQ', target: '0', actual: '0' }),
        r5: row({ direction: 'EQ', target: '12', actual: '12' }),
        r6: row({ direction: 'LTE', target: '3', actual: '3' }),
        r4: row({ direction: 'QUALITATIVE', target: '规范', actual: '基本规范' }),
      },
    },
  },
  {
    rule: 'C08',
    fails: {
      indicators: {
        r1: row({ direction: 'EQ', target: '0', actual: '1' }),
        r2: row({ direction: 'GT', target: '5', actual: '5' }),
        r3: row({ direction: 'LT', target: '5', actual: '5' }),
      },
    },
    finds: [
      { zh: /= 0%，完成 1%/, at: ['/indicators/r1'] },
      { zh: /> 5%，完成 5%/, at: ['/indicators/r2'] },
      { zh: /< 5%，完成 5%/, at: ['/indicators/r3'] },
    ],
    passes: {
      indicators: { r1: row({ actual: null }), r2: row({ actual: '0' }) },
      answers: { 'outputs/r2': { notApplicable: true } },
    },
  },
  {
    rule: 'C09',
    fails: { indicators: { r1: row({ target: '100', actual: '130' }) } },
    finds: [{ zh: '“待遇审核准确率”完成 130，为指标值 100 的 130%，未说明原因', at: ['/indicators/r1'] }],
    passes: {
      indicators: {
        r1: row({ target: '100', actual: '129.99' }),
        r2: row({ actual: '200', deviationExplanation: '新增参保企业。' }),
        r3: row({ target: '0', actual: '5' }),
      },
    },
  },
  {
    rule: 'C13',
    fails: { head: { selfScore: '92' }, sections: { benefits: '对不合理用药的情况坚决予以扣除。' } },
    finds: [{ zh: '自评 92 分，失去的 8 分没有说明原因', at: ['/head/selfScore'] }],
    passes: { head: { selfScore: '92' }, sections: { problems: '公用经费超预算，扣8分。' } },
  },
  {
    rule: 'C13',
    fails: { head: { selfScore: '0' } },
    finds: [{ zh: '自评 0 分，失去的 100 分没有说明原因', at: ['/head/selfScore'] }],
    passes: { head: { selfScore: '100' } },
  },
  {
    rule: 'C13',
    fails: {
      indicators: { r1: row({ points: '7' }), r2: row({ points: '9', actual: '90' }) },
      head: { selfScore: '92' },
    },
    finds: [{ zh: '“待遇审核准确率”分值 10，得 7，失 3 分，未说明原因', at: ['/indicators/r1'] }],
    passes: {
      indicators: { r1: row({ points: '7', deviationExplanation: '两件错办。' }), r2: row({}) },
      head: { selfScore: '92' },
    },
  },
  {
    rule: 'C14',
    fails: { indicators: { r1: row({ ...cost, target: '6' }) } },
    finds: [{ zh: '成本指标“项目总成本”的指标值为 ≥ 6，成本越高得分越高', at: ['/indicators/r1'] }],
    passes: {
      indicators: { r1: row({ ...cost, direction: 'LTE' }), r2: row({ level2: '成本', name: '成本节约率' }) },
    },
  },
  {
    rule: 'C15',
    fails: { indicators: { r1: row({ level2: '数量指标', name: '资金支付率' }) } },
    finds: [{ zh: '数量指标“资金支付率”只是重复资金支付情况', at: ['/indicators/r1'] }],
    passes: { indicators: { r1: row({ level2: '数量指标', name: '办理工伤待遇件数' }) } },
  },
  {
    rule: 'C16',
    fails: {
      indicators: { r1: row({ name: '待遇 按时发放' }), r2: row({ level1: '效果指标', name: '待遇按时发放' }) },
    },
    finds: [{ zh: '“待遇按时发放”既是产出指标又是效益指标', at: ['/indicators/r1', '/indicators/r2'] }],
    passes: { indicators: { r1: row({}), r2: row({ level1: '效益', name: '待遇按时发放' }) } },
  },
  {
    rule: 'C17',
    fails: { indicators: { r1: satisfaction } },
    finds: [{ zh: '“参保职工满意度”得 10 分，没有调查人数和调查方式', at: ['/indicators/r1'] }],
    passes: { indicators: { r1: satisfaction }, survey: { answered: '120', method: '问卷' } },
  },
  {
    rule: 'C17',
    fails: {
      indicators: { r1: satisfaction },
      survey: { answered: '0', method: '问卷' },
      sections: { benefits: '通过问卷了解，职工满意。' },
    },
    finds: [{ zh: /没有调查人数和调查方式$/, at: ['/indicators/r1'] }],
    passes: {
      indicators: { r1: { ...satisfaction, points: '0' }, r2: row({}) },
      score: score({ indicators: [judged({ id: 'satisfaction', name: '满意度', points: '0' })] }),
    },
  },
  {
    rule: 'C17',
    fails: {
      score: score({ indicators: [judged({ id: 'satisfaction', name: '服务对象满意度', points: '6' })] }),
      survey: { answered: '120', method: ' ' },
    },
    finds: [{ zh: '“服务对象满意度”得 6 分，没有调查人数和调查方式', at: ['/answers/satisfaction'] }],
    passes: {
      score: score({ indicators: [judged({ id: 'satisfaction', name: '服务对象满意度', points: '6' })] }),
      sections: { benefits: '发放调查问卷１２０份，收回118份，满意度96%。' },
    },
  },
  {
    rule: 'C18',
    fails: { indicators: { r1: row({ name: '预算完成率', target: '70' }) } },
    finds: [{ zh: '“预算完成率”的指标值 70% 低于通常水平 90%', at: ['/indicators/r1'] }],
    passes: {
      indicators: { r1: row({ name: '预算完成率', target: '90' }), r2: row({ name: '覆盖面', target: '10' }) },
    },
  },
  {
    rule: 'C18',
    fails: { indicators: { r1: row({ name: '验收合格率', direction: 'EQ', target: '89.9' }) } },
    finds: [{ zh: '“验收合格率”的指标值 89.9% 低于通常水平 90%', at: ['/indicators/r1'] }],
    passes: {
      indicators: {
        r1: row({ name: '职工满意人数', target: '70', unitOfMeasure: '人' }),
        r2: row({ name: '预算执行率', target: null }),
        r3: row({ name: '满意度投诉率', target: '5', direction: 'LTE' }),
      },
    },
  },
  {
    rule: 'C19',
    fails: {
      figures: { 'EXP.TOTAL': '72.92' },
      indicators: { r1: row({ ...cost, direction: 'LTE', actual: '729200', unitOfMeasure: '元' }) },
    },
    finds: [
      {
        zh: '成本指标“项目总成本”的完成值 729200 元就是全年执行数（本年支出 72.92 万元），不能说明成本',
        at: ['/indicators/r1'],
      },
    ],
    passes: {
      figures: { 'EXP.TOTAL': '72.92' },
      indicators: {
        r1: row({ ...cost, direction: 'LTE', actual: '72.90' }),
        r2: row({ name: '办结件数', actual: '72.92', unitOfMeasure: '万元' }),
        r3: row({ ...cost, actual: '72.92', unitOfMeasure: '件' }),
      },
    },
  },
];
