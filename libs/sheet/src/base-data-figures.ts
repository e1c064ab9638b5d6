import type { Row } from './figure-rows.js';

/** Figures that only the 基础数据表 asks for: last year's actuals, and rows that put several costs together. */
export const BASE_DATA_ROWS: readonly Row[] = [
  ...together('BUD.BASIC.PUBLIC', '（预算）'),
  ...together('EXP.BASIC.GOODS', ''),
  ...(
    [
      ['BUSINESS', '业务工作经费'],
      ['OPERATION', '运行维护经费'],
      ['PROVINCIAL', '省级专项资金'],
    ] as const
  ).map(
    ([part, label]): Row => ({
      id: `BUD.PROJECT.${part}`,
      label: `${label}预算`,
      parent: 'BUD.PROJECT',
      by: 'purpose',
    }),
  ),
  ...prior('EXP.SANGONG', 'VEHICLE', '公务用车购置及运行维护费'),
  ...prior('EXP.SANGONG', 'VEHICLE.PURCHASE', '公务用车购置费'),
  ...prior('EXP.SANGONG', 'VEHICLE.OPERATION', '公务用车运行维护费'),
  ...prior('EXP.SANGONG', 'OVERSEAS', '因公出国（境）费'),
  ...prior('EXP.SANGONG', 'RECEPTION', '公务接待费'),
  ...prior('EXP', 'PROJECT', '项目支出'),
  ...prior('EXP.PROJECT', 'BUSINESS', '业务工作经费'),
  ...prior('EXP.PROJECT', 'OPERATION', '运行维护经费'),
  ...prior('EXP.PROJECT', 'PROVINCIAL', '省级专项资金'),
  ...prior('EXP.BASIC', 'GOODS', '公用经费'),
  ...prior('EXP.BASIC.GOODS', '30201', '办公经费'),
  ...prior('EXP.BASIC.GOODS', 'UTILITIES', '水费、电费、差旅费'),
  ...prior('EXP.BASIC.GOODS', 'MEETINGS', '会议费、培训费'),
  ...prior('EXP', 'BASIC', '基本支出'),
  ...prior('PROC', 'ACTUAL', '政府采购'),
];

function together(parent: string, kind: string): Row[] {
  const row = (id: string, label: string, ...aliases: string[]): Row => {
    return { id: `${parent}.${id}`, label: `${label}${kind}`, aliases: [label, ...aliases], by: 'purpose', parent };
  };
  return [
    row('UTILITIES', '水费、电费、差旅费', '水电费、差旅费', '水电差旅费'),
    row('MEETINGS', '会议费、培训费', '会议费培训费', '会议培训费'),
  ];
}

/** Last year's actual amount; it stands beside this year's and is part of nothing. */
function prior(area: string, part: string, label: string): Row[] {
  return [{ id: `${area}.${part}.PRIOR`, label: `上年${label}决算数` }];
}
