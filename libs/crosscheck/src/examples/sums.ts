import type { Example } from './material.js';

export const SUMS: readonly Example[] = [
  {
    rule: 'A01',
    fails: { figures: { 'BUD.TOTAL': '40.77', 'BUD.BASIC': '34.77', 'BUD.PROJECT': '5.00' } },
    finds: [
      {
        zh: '年初预算收入 40.77 ≠ 年初基本支出 34.77 + 年初项目支出 5.00 = 39.77，差 +1.00 万元',
        at: ['/figures/BUD.TOTAL', '/figures/BUD.BASIC', '/figures/BUD.PROJECT'],
      },
    ],
    passes: { figures: { 'BUD.TOTAL': '40.77', 'BUD.BASIC': '34.77', 'BUD.PROJECT': '6.00' } },
  },
];
