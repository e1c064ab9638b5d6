import type { Figure } from '#libs/sheet';
import type { Example } from './material.js';

const from = (value: string, text: string, unit: Figure['unit'] = '万元'): Figure => ({
  value,
  unit,
  source: { document: 'ab'.repeat(32), start: 0, end: text.length, text },
});

/** What the words of a report say beside its figures: A14, A16, A17 beyond their first example. */
export const TOLD_IN_TEXT: readonly Example[] = [
  {
    rule: 'A14',
    fails: { figures: { 'STAFF.QUOTA': from('7', '6人', '人') }, sections: { overview: '我单位共有编制6人。' } },
    finds: [{ zh: '编制数 7，报告文字为“6人”', at: ['/figures/STAFF.QUOTA'] }],
    // Numbers torn at the end of a line, a minus in the verb, a second amount: none is another amount.
    passes: {
      figures: {
        'EXP.PROJECT': from('24.32', '24.\n32万元'),
        'ADJ.TOTAL': from('-5', '压减5万元'),
        'EXP.BASIC': from('3', '年初2万元，追加1万元'),
      },
    },
  },
  {
    rule: 'A14',
    fails: { figures: { 'EXP.BASIC': from('66.88', '67.26万元') }, sections: { execution: '基本支出67.26万元。' } },
    finds: [{ zh: /报告文字为“67\.26万元”$/, at: ['/figures/EXP.BASIC'] }],
    // Both were corrected.
    passes: { figures: { 'EXP.BASIC': from('66.88', '67.26万元') }, sections: { execution: '基本支出66.88万元。' } },
  },
  {
    rule: 'A16',
    fails: { sections: { performance: '补助320人，每人每月300元，共120万元。' } },
    finds: [
      {
        zh: /^每月 320 × 300元 = 9\.60 万元，1–12 个月均不等于 120万元/,
        at: ['/sections/performance 320人，每人每月300元，共120万元'],
      },
    ],
    passes: {
      sections: { performance: '补助320人，每人每月300元，全年共115.2万元；补助1,320人，每人1000元，共132万元。' },
    },
  },
  {
    rule: 'A16',
    fails: { sections: { performance: '补助20户，户均2万元，合计42万元。' } },
    finds: [{ zh: /^20 × 2万元 = 40\.00 万元 ≠ 42万元/, at: ['/sections/performance 20户，户均2万元，合计42万元'] }],
    // How many days, and how many years, is told elsewhere.
    passes: {
      sections: { performance: '培训50人，每人每天100元，共2万元；资助10人，每人每年1000元，三年共3万元。' },
    },
  },
  {
    rule: 'A17',
    fails: { sections: { performance: '共实施15个项目，其中8个基建类、8个运转类。' } },
    finds: [{ zh: /^8 \+ 8 = 16 ≠ 15/, at: ['/sections/performance 15个项目，其中8个基建类、8个运转类'] }],
    // Villages are no projects.
    passes: {
      sections: { performance: '共实施12个项目，其中5个项目覆盖20个村；12个乡镇，其中6个乡镇建成15个站点、3个广场。' },
    },
  },
  {
    // After 其中 fewer may be meant.
    rule: 'A17',
    fails: { sections: { performance: '共实施12个项目，其中重点项目5个、续建项目3个。' } },
    finds: [
      {
        zh: /^5 \+ 3 = 8 ≠ 12/,
        at: ['/sections/performance 12个项目，其中重点项目5个、续建项目3个'],
        severity: 'INFO',
      },
    ],
    passes: { sections: { performance: '共实施项目12项，其中重点项目5项、续建项目7项。' } },
  },
];
