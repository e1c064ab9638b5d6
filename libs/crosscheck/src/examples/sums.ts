import type { Figure } from '#libs/sheet';
import { LISTINGS } from './listings.js';
import type { Example } from './material.js';
import { TOLD_IN_TEXT } from './told-in-text.js';

const f = (...ids: readonly string[]): string[] => ids.map((id) => `/figures/${id}`);
const from = (value: string, text: string): Figure => ({
  value,
  unit: '万元',
  source: { document: 'ab'.repeat(32), start: 0, end: text.length, text },
});

const YEAR = { 'CARRY.OPEN': '0.04', 'INC.TOTAL': '72.88', 'EXP.TOTAL': '72.92', 'CARRY.CLOSE': '0.00' };
const KINDS = {
  ...{ 'BUD.BASIC': '34.77', 'BUD.PROJECT': '6.00', 'ADJ.TOTAL': '32.11' },
  ...{ 'EXP.BASIC': '66.88', 'EXP.PROJECT': '5.66' },
};

export const SUMS: readonly Example[] = [
  {
    rule: 'A01',
    fails: { figures: { 'BUD.TOTAL': '40.77', 'BUD.BASIC': '34.77', 'BUD.PROJECT': '5.00' } },
    finds: [
      {
        zh: '年初预算收入 40.77 ≠ 年初基本支出 34.77 + 年初项目支出 5.00 = 39.77，差 +1.00 万元',
        at: f('BUD.TOTAL', 'BUD.BASIC', 'BUD.PROJECT'),
      },
    ],
    passes: { figures: { 'BUD.TOTAL': '40.77', 'BUD.BASIC': '34.77', 'BUD.PROJECT': '6.00' } },
  },
  {
    // Two rounded parts may be off by 0.015: a warning, beyond 0.01 and not beyond that.
    rule: 'A01',
    fails: { figures: { 'BUD.TOTAL': '40.785', 'BUD.BASIC': '34.77', 'BUD.PROJECT': '6.00' } },
    finds: [{ zh: /差 \+0\.02/, at: f('BUD.TOTAL', 'BUD.BASIC', 'BUD.PROJECT'), severity: 'WARN' }],
    passes: { figures: { 'BUD.TOTAL': '40.78', 'BUD.BASIC': '34.77', 'BUD.PROJECT': '6.00' } },
  },
  {
    rule: 'A02',
    fails: { figures: { 'BUD.BASIC': '34.77', 'BUD.BASIC.WAGE': '29.47', 'BUD.BASIC.PUBLIC': '6.30' } },
    finds: [{ zh: /= 35\.77，差 -1\.00/, at: f('BUD.BASIC', 'BUD.BASIC.WAGE', 'BUD.BASIC.PUBLIC') }],
    passes: { figures: { 'BUD.BASIC': '34.77', 'BUD.BASIC.WAGE': '29.47', 'BUD.BASIC.PUBLIC': '5.30' } },
  },
  {
    rule: 'A03',
    fails: { figures: { 'EXP.TOTAL': '72.92', 'EXP.BASIC': '67.26', 'EXP.PROJECT': '6.66' } },
    finds: [{ zh: /= 73\.92，差 -1\.00/, at: f('EXP.TOTAL', 'EXP.BASIC', 'EXP.PROJECT') }],
    passes: {
      figures: { 'EXP.TOTAL': '73.92', 'EXP.BASIC': '67.26', 'EXP.PROJECT': '5.66', 'EXP.OPERATING': '1.00' },
    },
  },
  {
    rule: 'A04',
    fails: {
      figures: {
        'EXP.BASIC': '67.26',
        'EXP.BASIC.WAGE': '57.15',
        'EXP.BASIC.GOODS': '7.64',
        'EXP.BASIC.HOUSEHOLD': '2.00',
      },
    },
    finds: [
      { zh: /= 66\.79，差 \+0\.47/, at: f('EXP.BASIC', 'EXP.BASIC.WAGE', 'EXP.BASIC.GOODS', 'EXP.BASIC.HOUSEHOLD') },
    ],
    passes: {
      figures: {
        'EXP.BASIC': '67.26',
        'EXP.BASIC.WAGE': '57.15',
        'EXP.BASIC.GOODS': '7.64',
        'EXP.BASIC.HOUSEHOLD': '2.47',
      },
    },
  },
  {
    rule: 'A05',
    fails: {
      figures: { 'EXP.BASIC.GOODS': '7.64', 'EXP.BASIC.GOODS.30228': '2.83', 'EXP.BASIC.GOODS.30239': '4.18' },
    },
    finds: [{ zh: /= 7\.01，差 \+0\.63/, at: f('EXP.BASIC.GOODS', 'EXP.BASIC.GOODS.30228', 'EXP.BASIC.GOODS.30239') }],
    // One item alone is an example of what is in it.
    passes: { figures: { 'EXP.BASIC.GOODS': '7.64', 'EXP.BASIC.GOODS.30228': '2.83' } },
  },
  {
    rule: 'A06',
    fails: { figures: { 'EXP.BASIC.GOODS': '2.00', 'EXP.BASIC.GOODS.30228': '2.83' } },
    finds: [
      {
        zh: '工会经费 2.83 = 2.83 > 商品和服务支出 2.00，多 0.83 万元',
        at: f('EXP.BASIC.GOODS.30228', 'EXP.BASIC.GOODS'),
      },
    ],
    passes: { figures: { 'EXP.BASIC.GOODS': '7.64', 'EXP.BASIC.GOODS.30228': '2.83' } },
  },
  {
    rule: 'A07',
    fails: { figures: { ...YEAR, 'CARRY.CLOSE': '1.00' } },
    finds: [
      { zh: /= 0\.00 ≠ 年末结余 1\.00，差 \+1\.00/, at: f('CARRY.CLOSE', 'CARRY.OPEN', 'INC.TOTAL', 'EXP.TOTAL') },
    ],
    passes: { figures: YEAR },
  },
  {
    rule: 'A08',
    fails: { figures: { 'INC.TOTAL': '72.88', 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': '31.11' } },
    finds: [{ zh: /= 71\.88，差 \+1\.00/, at: f('INC.TOTAL', 'BUD.TOTAL', 'ADJ.TOTAL') }],
    passes: { figures: { 'INC.TOTAL': '72.88', 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': '32.11' } },
  },
  {
    rule: 'A09',
    fails: { figures: { 'ADJ.TOTAL': '32.11', 'ADJ.RELIEF': '2.16', 'ADJ.TRANSFER_IN': '28.95' } },
    finds: [{ zh: /= 31\.11，差 \+1\.00/, at: f('ADJ.TOTAL', 'ADJ.RELIEF', 'ADJ.TRANSFER_IN') }],
    passes: { figures: { 'ADJ.TOTAL': '32.11', 'ADJ.RELIEF': '2.16', 'ADJ.TRANSFER_IN': '29.95' } },
  },
  {
    rule: 'A10',
    fails: { figures: { ...KINDS, 'EXP.BASIC': '67.26', 'CARRY.OPEN': '0.04' } },
    finds: [
      {
        zh: '基本支出 67.26 − （年初基本支出 34.77 + 预算调整数 32.11 = 66.88） = +0.38 万元，来源未说明（年初项目支出未用 0.34、上年结余 0.04）',
        at: f('EXP.BASIC', 'BUD.BASIC', 'ADJ.TOTAL'),
      },
    ],
    passes: { figures: KINDS },
  },
  {
    rule: 'A11',
    fails: { figures: { 'FULL.TOTAL': '100.00', 'FULL.GENERAL': '80.00', 'FULL.OTHER': '10.00' } },
    finds: [{ zh: /= 90\.00，差 \+10\.00/, at: f('FULL.TOTAL', 'FULL.GENERAL', 'FULL.OTHER') }],
    passes: { figures: { 'FULL.TOTAL': '100.00', 'FULL.GENERAL': '80.00', 'FULL.OTHER': '20.00' } },
  },
  {
    rule: 'A12',
    fails: { figures: { 'EXP.SANGONG': '1.00', 'EXP.SANGONG.VEHICLE': '0.50', 'EXP.SANGONG.RECEPTION': '0.10' } },
    finds: [{ zh: /= 0\.60，差 \+0\.40/, at: f('EXP.SANGONG', 'EXP.SANGONG.VEHICLE', 'EXP.SANGONG.RECEPTION') }],
    passes: { figures: { 'BUD.SANGONG': '0.10', 'BUD.SANGONG.VEHICLE': '0.00', 'BUD.SANGONG.RECEPTION': '0.10' } },
  },
  {
    rule: 'A13',
    fails: { figures: { 'EXP.TOTAL': '72.92', 'EXP.FUNC': '70.92' } },
    finds: [{ zh: /差 \+2\.00/, at: f('EXP.TOTAL', 'EXP.FUNC') }],
    passes: { figures: { 'EXP.TOTAL': '72.92', 'EXP.FUNC': '72.92' } },
  },
  {
    rule: 'A14',
    fails: { figures: { 'EXP.BASIC': from('66.88', '基本支出67.26万元') } },
    finds: [{ zh: '基本支出 66.88，报告文字为“基本支出67.26万元”', at: f('EXP.BASIC') }],
    passes: { figures: { 'EXP.BASIC': from('67.26', '672,600元'), 'CARRY.CLOSE': from('0', '2021年末无收支结余') } },
  },
  {
    rule: 'A15',
    fails: { figures: { 'ADJ.RELIEF': '2.16', 'EXP.BASIC.HOUSEHOLD.RELIEF': '2.34' } },
    finds: [{ zh: /差 \+0\.18 万元，未说明/, at: f('ADJ.RELIEF', 'EXP.BASIC.HOUSEHOLD.RELIEF') }],
    passes: { figures: { 'ADJ.RELIEF': '2.34', 'EXP.BASIC.HOUSEHOLD.RELIEF': '2.34' } },
  },
  {
    // The unit's own items, told apart by their area and recognised by their name.
    rule: 'A15',
    fails: {
      figures: {
        'ADJ.X1': { value: '3', unit: '万元', label: '防汛物资', parent: 'ADJ.TOTAL' },
        'EXP.X1': { value: '5', unit: '万元', label: '防汛物资', parent: 'EXP.PROJECT' },
      },
    },
    finds: [{ zh: '防汛物资 3.00，防汛物资 5.00，差 +2.00 万元，未说明', at: f('ADJ.X1', 'EXP.X1') }],
    passes: {
      figures: {
        'ADJ.X1': { value: '3', unit: '万元', label: '防汛物资', parent: 'ADJ.TOTAL' },
        'EXP.X1': { value: '5', unit: '万元', label: '抗旱物资', parent: 'EXP.PROJECT' },
      },
    },
  },
  {
    rule: 'A16',
    fails: { sections: { performance: '资助学生320人，每人每年1000元，共35万元。' } },
    finds: [
      {
        zh: /^320 × 1000元 = 32\.00 万元 ≠ 35万元/,
        at: ['/sections/performance 320人，每人每年1000元，共35万元'],
      },
    ],
    passes: { sections: { performance: '资助学生320人，每人每年1000元，共32万元。' } },
  },
  {
    rule: 'A17',
    fails: { sections: { performance: '共实施12个项目，分别为基建类5个、运转类6个。' } },
    finds: [{ zh: /^5 \+ 6 = 11 ≠ 12/, at: ['/sections/performance 12个项目，分别为基建类5个、运转类6个'] }],
    passes: { sections: { performance: '共实施12个项目，其中基建类5个、运转类7个。' } },
  },
  ...LISTINGS,
  ...TOLD_IN_TEXT,
];
