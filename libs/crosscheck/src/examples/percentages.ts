import type { Figure } from '#libs/sheet';
import type { Example } from './material.js';

const share = (value: string, percent: string, base = 'EXP.TOTAL'): Figure => ({
  value,
  unit: '万元',
  stated: { percent, base },
});
const TOTAL = { 'EXP.TOTAL': '72.92' };
const goods = (fee: string) => ({
  ...TOTAL,
  'EXP.BASIC.GOODS': share('7.64', '10.5'),
  'EXP.BASIC.GOODS.30228': share('2.83', fee),
  'EXP.BASIC.GOODS.30239': share('4.81', '6.6'),
});

export const PERCENTAGES: readonly Example[] = [
  {
    rule: 'P01',
    fails: { figures: { ...TOTAL, 'EXP.BASIC': share('67.26', '95.2') } },
    finds: [{ zh: '基本支出 67.26 ÷ 本年支出 72.92 = 92.2381%，写作 95.2%，应为 92.2%', at: ['/figures/EXP.BASIC'] }],
    // A base of 0 has no shares, and nothing is divided by it.
    passes: { figures: { 'EXP.TOTAL': '0', 'EXP.BASIC': share('0', '100') } },
  },
  {
    // 4.449 is 4.4 with one decimal: it is not rounded twice.
    rule: 'P01',
    fails: { figures: { 'EXP.TOTAL': '100', 'EXP.BASIC': share('4.449', '4.5') } },
    finds: [{ zh: /应为 4\.4%$/, at: ['/figures/EXP.BASIC'] }],
    passes: { figures: { 'EXP.TOTAL': '100', 'EXP.BASIC': share('4.45', '4.5') } },
  },
  {
    rule: 'P02',
    fails: { figures: { ...TOTAL, 'EXP.BASIC.WAGE.30110': share('3.12', '4.2') } },
    finds: [
      {
        zh: '职工基本医疗保险缴费 3.12 ÷ 本年支出 72.92 = 4.2787%，截尾写作 4.2%，应为 4.3%',
        at: ['/figures/EXP.BASIC.WAGE.30110'],
      },
    ],
    passes: { figures: { ...TOTAL, 'EXP.BASIC.WAGE.30110': share('3.12', '4.3') } },
  },
  {
    // Right rounding would add up.
    rule: 'P03',
    fails: { figures: goods('3.8') },
    finds: [{ zh: '商品和服务支出分项占比 3.8 + 6.6 = 10.4%，合计写作 10.5%', at: ['/figures/EXP.BASIC.GOODS'] }],
    passes: { figures: goods('3.9') },
  },
  {
    // More than rounding can explain.
    rule: 'P03',
    fails: { figures: goods('4.9') },
    finds: [{ zh: /= 11\.5%，合计写作 10\.5%$/, at: ['/figures/EXP.BASIC.GOODS'] }],
    // 7.7 of 7.8 is what rounding does.
    passes: {
      figures: {
        'EXP.TOTAL': '1000',
        'EXP.BASIC.GOODS': share('77.8', '7.8'),
        'EXP.BASIC.GOODS.30228': share('13.4', '1.3'),
        'EXP.BASIC.GOODS.30239': share('64.4', '6.4'),
      },
    },
  },
  {
    // The list of the base itself comes to 100.
    rule: 'P03',
    fails: { figures: { 'EXP.TOTAL': '100', 'EXP.BASIC': share('60', '60.5'), 'EXP.PROJECT': share('40', '40') } },
    finds: [
      { zh: '本年支出分项占比 60.5 + 40 = 100.5%，应为 100%', at: ['/figures/EXP.BASIC', '/figures/EXP.PROJECT'] },
    ],
    passes: { figures: { ...TOTAL, 'EXP.BASIC': share('67.26', '92.2'), 'EXP.PROJECT': share('5.66', '7.8') } },
  },
  {
    // Whole per cents: each may be off by one.
    rule: 'P03',
    fails: {
      figures: {
        'BUD.TOTAL': '9',
        'BUD.BASIC': share('6', '70', 'BUD.TOTAL'),
        'BUD.PROJECT': share('3', '33', 'BUD.TOTAL'),
      },
    },
    finds: [{ zh: /70 \+ 33 = 103%，应为 100%$/, at: ['/figures/BUD.BASIC', '/figures/BUD.PROJECT'] }],
    // Where the amounts are not the whole, neither are the shares.
    passes: {
      figures: {
        ...TOTAL,
        'EXP.BASIC.GOODS': share('7.64', '10.5'),
        'EXP.BASIC.GOODS.30228': share('2.83', '3.9'),
        'EXP.BASIC.GOODS.30239': share('1.81', '2.5'),
      },
    },
  },
  {
    rule: 'P03',
    fails: { figures: { 'EXP.TOTAL': '100', 'EXP.BASIC': share('60', '59'), 'EXP.PROJECT': share('40', '38') } },
    finds: [{ zh: /59 \+ 38 = 97%，应为 100%$/, at: ['/figures/EXP.BASIC', '/figures/EXP.PROJECT'] }],
    // 87.5 and 12.5, both rounded up.
    passes: {
      figures: {
        'BUD.TOTAL': '8',
        'BUD.BASIC': share('7', '88', 'BUD.TOTAL'),
        'BUD.PROJECT': share('1', '13', 'BUD.TOTAL'),
      },
    },
  },
  {
    rule: 'P04',
    fails: { figures: { 'EXP.BASIC': share('67.26', '92.2') } },
    finds: [{ zh: '基本支出的 92.2% 以本年支出为基数，但未填本年支出，无法核对', at: ['/figures/EXP.BASIC'] }],
    passes: { figures: { ...TOTAL, 'EXP.BASIC': share('67.26', '92.2') } },
  },
  {
    rule: 'P04',
    fails: { figures: { ...TOTAL, 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': share('32.11', '44') } },
    finds: [{ zh: '预算调整数的 44% 以本年支出为基数；以年初预算收入为基数是 78.76%', at: ['/figures/ADJ.TOTAL'] }],
    passes: { figures: { 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': share('32.11', '78.76', 'BUD.TOTAL') } },
  },
  {
    rule: 'P05',
    fails: { sections: { execution: '全年支出72.92万元，比上年65.00万元增长12.9%。' } },
    finds: [
      {
        zh: /^（72\.92 − 65\.00） ÷ 65\.00 = 12\.18%，写作增长12\.9%/,
        at: ['/sections/execution 72.92万元，比上年65.00万元增长12.9%'],
      },
    ],
    passes: {
      sections: { execution: '全年支出72.92万元，比上年65.00万元增长12.2%；接待费0.5万元，比上年1万元下降50%。' },
    },
  },
  {
    // What it grew by is not what it was.
    rule: 'P05',
    fails: { sections: { execution: '全年支出72.92万元，比上年增加7.92万元，增长12.9%。' } },
    finds: [
      {
        zh: /^（72\.92 − 65\.00） ÷ 65\.00 = 12\.18%/,
        at: ['/sections/execution 72.92万元，比上年增加7.92万元，增长12.9%'],
      },
    ],
    passes: {
      sections: {
        execution: '支出72.92万元，比上年增加79200元，增长12.2%；三公9.6万元，较上年减少1.1万元，下降10.28%。',
      },
    },
  },
  {
    rule: 'P05',
    fails: { sections: { execution: '支出3.5万元，较2020年3.0万元增长16.6%。' } },
    finds: [
      { zh: /截尾写作增长16\.6%/, at: ['/sections/execution 3.5万元，较2020年3.0万元增长16.6%'], severity: 'INFO' },
    ],
    // Nothing is divided by last year’s 0, and a rate of something else is none of these amounts’.
    passes: {
      sections: {
        execution:
          '支出3.5万元，比上年0万元增长100%；支出5万元，比上年增加1万元，主要是人员增加3%；补贴5万元，比上年4人增加10%。',
      },
    },
  },
];
