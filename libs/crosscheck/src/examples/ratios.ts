import type { Example } from './material.js';

const f = (...ids: readonly string[]): string[] => ids.map((id) => `/figures/${id}`);
const count = (value: string) => ({ value, unit: '人' as const });
const STAFF = {
  'STAFF.QUOTA': count('6'),
  'STAFF.ON_POST': count('8'),
  'STAFF.PUBLIC_WELFARE': count('1'),
  'STAFF.SECONDED_IN': count('1'),
};
const CHOSEN = { 'staff-counted': { choice: 'established' } };
const YEAR = { 'CARRY.OPEN': '0.04', 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': '5.00' };
const NONE = { value: null, unit: '万元' as const, notApplicable: true };
const PROCURED = { 'PROC.BUDGET': '0', 'PROC.ACTUAL': '0' };

export const RATIOS: readonly Example[] = [
  {
    rule: 'R01',
    fails: { figures: STAFF, answers: CHOSEN },
    finds: [
      {
        zh: '在职人员控制率：不含公益性岗位和借调 6/6 = 100.00%；不含借调 7/6 = 116.67%；全部 8/6 = 133.33%',
        at: f('STAFF.ON_POST', 'STAFF.QUOTA', 'STAFF.PUBLIC_WELFARE', 'STAFF.SECONDED_IN'),
      },
    ],
    passes: { figures: { 'STAFF.QUOTA': count('6'), 'STAFF.ON_POST': count('6') } },
  },
  {
    rule: 'R01',
    fails: { figures: { 'STAFF.QUOTA': count('0'), 'STAFF.ON_POST': count('5') } },
    finds: [{ zh: '编制数 0，在职人数 5：无编制而有在职人员，控制率无法计算', at: f('STAFF.ON_POST', 'STAFF.QUOTA') }],
    passes: { figures: { 'STAFF.QUOTA': count('0'), 'STAFF.ON_POST': count('0') } },
  },
  {
    rule: 'R02',
    fails: {
      figures: { 'STAFF.QUOTA': count('9'), 'STAFF.ON_POST': count('6'), 'STAFF.RETIREES': count('3') },
    },
    // As many posts may be free as people have retired: shown, not asked.
    finds: [
      {
        zh: '编制 9 = 在职 6 + 离退休 3：编制数似含离退休人员',
        at: f('STAFF.QUOTA', 'STAFF.RETIREES'),
        severity: 'INFO',
      },
    ],
    passes: { figures: { 'STAFF.QUOTA': count('8'), 'STAFF.ON_POST': count('6'), 'STAFF.RETIREES': count('3') } },
  },
  {
    rule: 'R02',
    fails: { sections: { overview: '编制人数9人（含离退休3人）。' } },
    finds: [{ zh: /编制数不应含离退休人员$/, at: ['/sections/overview 编制人数9人（含离退休3人）'] }],
    passes: { sections: { overview: '编制9人（不含离退休3人），在职9人；离退休3人。' } },
  },
  {
    rule: 'R02',
    fails: { sections: { overview: '本单位编制9人，其中离退休人员3人。' } },
    finds: [{ zh: /编制数不应含离退休人员$/, at: ['/sections/overview 编制9人，其中离退休人员3人'] }],
    passes: { sections: { overview: '本单位编制9人，未包括离退休人员3人。' } },
  },
  {
    rule: 'R03',
    fails: { figures: { ...YEAR, 'CARRY.CLOSE': '10.00' } },
    finds: [{ zh: /= 78\.17%，低于 95%，请说明原因$/, at: f('CARRY.CLOSE', 'CARRY.OPEN', 'BUD.TOTAL', 'ADJ.TOTAL') }],
    passes: { figures: { ...YEAR, 'CARRY.CLOSE': '1.00' } },
  },
  {
    rule: 'R03',
    fails: { figures: { ...YEAR, 'CARRY.CLOSE': '-1.00' } },
    finds: [{ zh: /不在 0–100% 之间/, at: f('CARRY.CLOSE', 'CARRY.OPEN', 'BUD.TOTAL', 'ADJ.TOTAL') }],
    passes: { figures: { 'CARRY.OPEN': '0', 'BUD.TOTAL': '0', 'ADJ.TOTAL': '0', 'CARRY.CLOSE': '0' } },
  },
  {
    rule: 'R04',
    fails: { figures: { 'BUD.TOTAL': '40.77', 'ADJ.TOTAL': '32.11' } },
    finds: [{ zh: /= 78\.76%，超过 30%/, at: f('ADJ.TOTAL', 'BUD.TOTAL') }],
    passes: { figures: { 'BUD.TOTAL': '100.00', 'ADJ.TOTAL': '30.00' } },
  },
  {
    rule: 'R05',
    fails: { figures: { 'BUD.BASIC.PUBLIC': '5.30', 'EXP.BASIC.GOODS': '7.64' } },
    finds: [{ zh: /= 144\.15%，超过预算/, at: f('EXP.BASIC.GOODS', 'BUD.BASIC.PUBLIC') }],
    passes: { figures: { 'BUD.BASIC.PUBLIC': '5.30', 'EXP.BASIC.GOODS': '5.30' } },
  },
  {
    rule: 'R06',
    fails: { figures: { 'BUD.SANGONG': '0.10', 'EXP.SANGONG': '0.20' } },
    finds: [{ zh: /= 200\.00%，超过预算/, at: f('EXP.SANGONG', 'BUD.SANGONG') }],
    passes: { figures: { 'BUD.SANGONG': '0.10', 'EXP.SANGONG': '0.00' } },
  },
  {
    rule: 'R07',
    fails: { figures: { 'BUD.SANGONG': '0.10' } },
    finds: [{ zh: '三公经费预算 0.10，未填上年三公经费预算，变动率无法计算', at: f('BUD.SANGONG.PRIOR') }],
    // A new unit has no last year.
    passes: { figures: { 'BUD.SANGONG': '0.10', 'BUD.SANGONG.PRIOR': NONE } },
  },
  {
    rule: 'R07',
    fails: { figures: { 'BUD.SANGONG': '0.12', 'BUD.SANGONG.PRIOR': '0.10' } },
    finds: [{ zh: /增长 20\.00%，请说明原因$/, at: f('BUD.SANGONG', 'BUD.SANGONG.PRIOR') }],
    passes: { figures: {} },
  },
  {
    rule: 'R07',
    fails: { figures: { 'BUD.SANGONG': '0.12', 'BUD.SANGONG.PRIOR': '0' } },
    finds: [{ zh: /上年为 0，本年新增/, at: f('BUD.SANGONG', 'BUD.SANGONG.PRIOR') }],
    passes: { figures: { 'BUD.SANGONG': '0', 'BUD.SANGONG.PRIOR': '0' } },
  },
  {
    rule: 'R08',
    fails: { figures: { 'PROC.ACTUAL': '0.00' } },
    finds: [{ zh: /^政府采购支出 0\.00，未填采购预算数/, at: f('PROC.BUDGET') }],
    passes: { figures: PROCURED },
  },
  {
    rule: 'R08',
    fails: { figures: { 'PROC.BUDGET': '0', 'PROC.ACTUAL': '3.00' } },
    finds: [{ zh: /无预算采购$/, at: f('PROC.ACTUAL') }],
    passes: { figures: { 'PROC.BUDGET': NONE, 'PROC.ACTUAL': NONE } },
  },
  {
    rule: 'R08',
    fails: { figures: { 'PROC.BUDGET': NONE, 'PROC.ACTUAL': '3.00' } },
    finds: [{ zh: '政府采购支出 3.00：无预算采购', at: f('PROC.ACTUAL') }],
    // One project procures within its unit’s plan.
    passes: { task: { kind: 'project', unitName: '会同县工伤保险服务中心', fiscalYear: 2021 } },
  },
  {
    rule: 'R09',
    fails: { figures: { 'EXP.TOTAL': '30.00', 'FULL.TOTAL': '50.00', 'EXP.PROJECT': '1.00', 'BUD.PROJECT': '6.00' } },
    finds: [
      { zh: /= 60\.00%，低于 80%，请说明原因和改进措施$/, at: f('EXP.TOTAL', 'FULL.TOTAL') },
      { zh: /= 16\.67%，低于 80%，请说明原因和改进措施$/, at: f('EXP.PROJECT', 'BUD.PROJECT') },
    ],
    passes: { figures: { 'EXP.TOTAL': '40.00', 'FULL.TOTAL': '50.00', 'EXP.PROJECT': '4.80', 'BUD.PROJECT': '6.00' } },
  },
  {
    rule: 'R10',
    fails: { figures: { 'EXP.PROJECT.30201': '2.86', 'EXP.PROJECT.30206': '0.32' } },
    finds: [{ zh: /办公费 2\.86 \+ 电费 0\.32 = 3\.18 万元/, at: f('EXP.PROJECT.30201', 'EXP.PROJECT.30206') }],
    passes: { figures: { 'EXP.PROJECT.30227': '2.86', 'EXP.PROJECT.30201': '0' } },
  },
  {
    rule: 'R11',
    fails: { figures: { 'EXP.PROJECT.30199': '1.25' } },
    finds: [{ zh: /其他工资福利支出 1\.25 = 1\.25 万元，属于人员经费/, at: f('EXP.PROJECT.30199') }],
    passes: { figures: { 'EXP.PROJECT.30201': '1.25' } },
  },
  {
    rule: 'R12',
    fails: { figures: { 'EXP.BASIC.GOODS.30228': '2.83', 'EXP.BASIC.WAGE': '57.15', 'STAFF.ON_POST': count('1') } },
    finds: [
      { zh: /= 4\.95%，常见范围 0–3%/, at: f('EXP.BASIC.GOODS.30228', 'EXP.BASIC.WAGE') },
      { zh: /= 57\.15 万元，常见范围 3–40 万元/, at: f('EXP.BASIC.WAGE', 'STAFF.ON_POST') },
    ],
    passes: { figures: { 'EXP.BASIC.GOODS.30228': '1.14', 'EXP.BASIC.WAGE': '57.15', 'STAFF.ON_POST': count('8') } },
  },
  {
    rule: 'R12',
    fails: { figures: { 'EXP.BASIC.WAGE.30108': '20.00', 'EXP.BASIC.WAGE': '57.15' } },
    finds: [{ zh: /= 35\.00%，常见范围 5–20%，请留意$/, at: f('EXP.BASIC.WAGE.30108', 'EXP.BASIC.WAGE') }],
    passes: {
      figures: { 'EXP.BASIC.GOODS.30228': '2.83', 'EXP.BASIC.WAGE': '0', 'STAFF.ON_POST': count('0') },
    },
  },
  {
    rule: 'R13',
    fails: { figures: { 'FULL.TOTAL': '0', 'EXP.TOTAL': '3.00' } },
    finds: [{ zh: /无预算支出，执行率无法计算$/, at: f('FULL.TOTAL', 'EXP.TOTAL') }],
    passes: { figures: { 'FULL.TOTAL': '0', 'EXP.TOTAL': '0' } },
  },
  {
    rule: 'R14',
    fails: { figures: STAFF },
    finds: [
      {
        zh: '在职人员控制率有 3 个口径：6/6 = 100.00%、7/6 = 116.67%、8/6 = 133.33%，请选定一个',
        at: ['/answers/staff-counted', '/figures/STAFF.ON_POST'],
      },
    ],
    passes: { figures: STAFF, answers: CHOSEN },
  },
  {
    rule: 'R14',
    fails: { figures: { ...STAFF, 'STAFF.SECONDED_IN': count('0') } },
    finds: [
      { zh: /有 2 个口径：7\/6 = 116\.67%、8\/6 = 133\.33%/, at: ['/answers/staff-counted', '/figures/STAFF.ON_POST'] },
    ],
    // More on welfare posts than on post: they are not counted among them.
    passes: { figures: { ...STAFF, 'STAFF.PUBLIC_WELFARE': count('9') } },
  },
];
