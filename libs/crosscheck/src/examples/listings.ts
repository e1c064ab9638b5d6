import type { Figure } from '#libs/sheet';
import type { Example } from './material.js';

const f = (...ids: readonly string[]): string[] => ids.map((id) => `/figures/${id}`);
const own = (parent: string, label: string, value: string): Figure => ({ value, unit: '万元', label, parent });
const people = (value: string): Figure => ({ value, unit: '人' });

const PROJECTS = {
  'EXP.PROJECT.X1': own('EXP.PROJECT', '防汛演练', '2.00'),
  'EXP.PROJECT.X2': own('EXP.PROJECT', '物资储备', '3.00'),
};
const CLASSES = { 'EXP.PROJECT.30213': '1.00', 'EXP.PROJECT.30227': '4.00' };

/** Lists below a total, and totals that are told in several ways: A02, A05, A06, A09–A12 beyond their first example. */
export const LISTINGS: readonly Example[] = [
  {
    rule: 'A02',
    fails: { figures: { 'BUD.BASIC': '34.77', 'BUD.BASIC.PERSONNEL': '29.47', 'BUD.BASIC.PUBLIC': '6.30' } },
    finds: [{ zh: /差 -1\.00/, at: f('BUD.BASIC', 'BUD.BASIC.PERSONNEL', 'BUD.BASIC.PUBLIC') }],
    passes: { figures: { 'BUD.BASIC': '34.77', 'BUD.BASIC.PERSONNEL': '29.47', 'BUD.BASIC.PUBLIC': '5.30' } },
  },
  {
    // The unit's projects and the economic classes are two lists of one total, not one.
    rule: 'A05',
    fails: { figures: { 'EXP.PROJECT': '6.00', ...PROJECTS } },
    finds: [
      { zh: /防汛演练 2\.00 \+ 物资储备 3\.00 = 5\.00/, at: f('EXP.PROJECT', 'EXP.PROJECT.X1', 'EXP.PROJECT.X2') },
    ],
    passes: { figures: { 'EXP.PROJECT': '5.00', ...PROJECTS, ...CLASSES } },
  },
  {
    rule: 'A05',
    fails: { figures: { 'EXP.FUNC': '73.92', 'EXP.FUNC.208': '70.00', 'EXP.FUNC.210': '2.92' } },
    finds: [{ zh: /差 \+1\.00/, at: f('EXP.FUNC', 'EXP.FUNC.208', 'EXP.FUNC.210') }],
    // A class and an item of it are told together, and counted once.
    passes: { figures: { 'EXP.FUNC': '72.92', 'EXP.FUNC.208': '72.92', 'EXP.FUNC.2080109': '72.92' } },
  },
  {
    // Three rounded items may be off by 0.02.
    rule: 'A05',
    fails: {
      figures: {
        ...{ 'EXP.BASIC.GOODS': '6.02', 'EXP.BASIC.GOODS.30201': '2.00' },
        ...{ 'EXP.BASIC.GOODS.30202': '2.00', 'EXP.BASIC.GOODS.30228': '2.00' },
      },
    },
    finds: [
      {
        zh: /差 \+0\.02/,
        at: f('EXP.BASIC.GOODS', 'EXP.BASIC.GOODS.30201', 'EXP.BASIC.GOODS.30202', 'EXP.BASIC.GOODS.30228'),
        severity: 'WARN',
      },
    ],
    // The rows that the table of base data prints after 其中.
    passes: {
      figures: { 'EXP.BASIC.GOODS': '9.00', 'EXP.BASIC.GOODS.30201': '2.00', 'EXP.BASIC.GOODS.30211': '1.00' },
    },
  },
  {
    rule: 'A06',
    fails: { figures: { 'STAFF.QUOTA': people('6'), 'STAFF.QUOTA.ADMINISTRATIVE': people('8') } },
    finds: [{ zh: '行政编制 8 = 8 > 编制数 6，多 2 人', at: f('STAFF.QUOTA.ADMINISTRATIVE', 'STAFF.QUOTA') }],
    // Whether people without a post of the quota are counted as on post differs from report to report.
    passes: { figures: { 'STAFF.ON_POST': people('6'), 'STAFF.TEMPORARY': people('10') } },
  },
  {
    rule: 'A06',
    fails: { figures: { 'EXP.TOTAL': '10.00', 'EXP.GENERAL': '12.00' } },
    finds: [{ zh: /多 2\.00 万元$/, at: f('EXP.GENERAL', 'EXP.TOTAL') }],
    passes: { figures: { 'EXP.TOTAL': '12.00', 'EXP.GENERAL': '10.00' } },
  },
  {
    // Two rounded items may come to 0.015 more.
    rule: 'A06',
    fails: {
      figures: { 'EXP.PROJECT': '3.00', 'EXP.PROJECT.BUSINESS': '1.505', 'EXP.PROJECT.OPERATION': '1.51' },
    },
    finds: [
      {
        zh: /= 3\.02 > 项目支出 3\.00/,
        at: f('EXP.PROJECT.BUSINESS', 'EXP.PROJECT.OPERATION', 'EXP.PROJECT'),
        severity: 'WARN',
      },
    ],
    passes: {
      figures: { 'EXP.PROJECT': '3.00', 'EXP.PROJECT.BUSINESS': '1.50', 'EXP.PROJECT.OPERATION': '1.51' },
    },
  },
  {
    rule: 'A09',
    fails: { figures: { 'ADJ.TOTAL': '32.00', 'ADJ.ADDITION': '40.00', 'ADJ.REDUCTION': '9.00' } },
    finds: [{ zh: /追加 40\.00 \+ 追减 -9\.00 = 31\.00/, at: f('ADJ.TOTAL', 'ADJ.ADDITION', 'ADJ.REDUCTION') }],
    passes: { figures: { 'ADJ.TOTAL': '32.00', 'ADJ.ADDITION': '40.00', 'ADJ.REDUCTION': '-8.00' } },
  },
  {
    rule: 'A10',
    fails: { figures: { 'FULL.BASIC': '60.00', 'EXP.BASIC': '61.00' } },
    finds: [
      { zh: '基本支出 61.00 − 基本支出全年预算数 60.00 = +1.00 万元，来源未说明', at: f('EXP.BASIC', 'FULL.BASIC') },
    ],
    // A cut of the total says nothing of projects, and last year's rest was there to be spent.
    passes: { figures: { 'BUD.PROJECT': '6.00', 'ADJ.TOTAL': '-5.00', 'EXP.PROJECT': '7.00', 'CARRY.OPEN': '1.00' } },
  },
  {
    rule: 'A11',
    fails: { figures: { 'BUD.GENERAL': '80.00', 'BUD.OTHER': '10.00', 'BUD.BASIC': '60.00', 'BUD.PROJECT': '40.00' } },
    finds: [
      {
        zh: /= 90\.00，按支出性质 .* = 100\.00，差 -10\.00 万元$/,
        at: f('BUD.GENERAL', 'BUD.OTHER', 'BUD.BASIC', 'BUD.PROJECT'),
      },
    ],
    passes: { figures: { 'BUD.GENERAL': '80.00', 'BUD.OTHER': '20.00', 'BUD.BASIC': '60.00', 'BUD.PROJECT': '40.00' } },
  },
  {
    // Vehicles bought and run, told apart.
    rule: 'A12',
    fails: {
      figures: { 'EXP.SANGONG': '2.00', 'EXP.SANGONG.VEHICLE.OPERATION': '1.00', 'EXP.SANGONG.RECEPTION': '0.50' },
    },
    finds: [{ zh: /差 \+0\.50/, at: f('EXP.SANGONG', 'EXP.SANGONG.VEHICLE.OPERATION', 'EXP.SANGONG.RECEPTION') }],
    passes: {
      figures: { 'EXP.SANGONG': '1.50', 'EXP.SANGONG.VEHICLE.OPERATION': '1.00', 'EXP.SANGONG.RECEPTION': '0.50' },
    },
  },
  {
    // Told together and apart: the total is asked once, the parts of the vehicles by A05.
    rule: 'A12',
    fails: {
      figures: {
        ...{ 'EXP.SANGONG': '2.00', 'EXP.SANGONG.VEHICLE': '1.00' },
        ...{ 'EXP.SANGONG.VEHICLE.OPERATION': '1.00', 'EXP.SANGONG.RECEPTION': '0.50' },
      },
    },
    finds: [{ zh: /差 \+0\.50/, at: f('EXP.SANGONG', 'EXP.SANGONG.VEHICLE', 'EXP.SANGONG.RECEPTION') }],
    passes: {
      figures: {
        ...{ 'EXP.SANGONG': '1.50', 'EXP.SANGONG.VEHICLE': '1.00' },
        ...{ 'EXP.SANGONG.VEHICLE.OPERATION': '0.80', 'EXP.SANGONG.RECEPTION': '0.50' },
      },
    },
  },
];
