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
];
