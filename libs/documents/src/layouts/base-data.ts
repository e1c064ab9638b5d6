import { amountOf, Decimal, percent, type Sheet } from '#libs/sheet';
import { type Cell, head, type PrintedDocument, type Table, words } from '../document.js';
import { figureCell, labelOf, ownBelow, textCell } from '../fields.js';
import { footOf, type Material, markOf, titleOf } from '../material.js';

/** 基础数据表 (附件一), with the budget of the year before that the rate of change of 三公经费 needs. */
export function baseDataTable(material: Material): PrintedDocument {
  return {
    title: titleOf(material, '评价基础数据表'),
    foot: footOf(material),
    mark: markOf(material),
    blocks: baseDataBlocks(material),
  };
}

export function baseDataBlocks({ sheet, unitName, fiscalYear }: Material) {
  return [
    { kind: 'line', left: `填报单位：${unitName}`, right: '单位：万元' } as const,
    table([
      ...staff(sheet, fiscalYear),
      ...spending(sheet),
      ...buildings(sheet, fiscalYear),
      [head('厉行节约保障措施'), words('', { across: 5, lines: 3 })],
      [
        head('填表人'),
        textCell(sheet, 'head', 'preparer', { across: 2 }),
        head('填报日期'),
        textCell(sheet, 'head', 'preparedOn', { across: 2 }),
      ],
    ]),
    {
      kind: 'paragraph',
      text: '说明：“项目支出”为基本支出以外的全部项目支出；“公用经费”为基本支出中的商品和服务支出。',
    } as const,
  ];
}

const table = (rows: Table['rows']): Table => ({ kind: 'table', columns: [30, 16, 16, 16, 16, 16], headRows: 0, rows });

function staff(sheet: Sheet, year: number): Table['rows'] {
  return [
    [head('财政供养人员情况（人）', { down: 2 }), ...['编制数', `${year}年实际在职人数`].map(wide), head('控制率')],
    [
      figureCell(sheet, 'STAFF.QUOTA', { across: 2 }),
      figureCell(sheet, 'STAFF.ON_POST', { across: 2 }),
      rate(sheet, 'STAFF.ON_POST', 'STAFF.QUOTA'),
    ],
  ];
}

const wide = (text: string): Cell => head(text, { across: 2 });

/** A line of spending: its name, and its figures of the year before (budget, actual) and of this one; null: not asked for. */
type Line = readonly [
  label: string,
  depth: number,
  priorBudget: string | null,
  priorActual: string | null,
  budget: string | null,
  actual: string | null,
];

const LINES: readonly Line[] = [
  ['三公经费', 0, 'BUD.SANGONG.PRIOR', 'EXP.SANGONG.PRIOR', 'BUD.SANGONG', 'EXP.SANGONG'],
  ['1、公务用车购置和维护经费', 1, null, null, 'BUD.SANGONG.VEHICLE', 'EXP.SANGONG.VEHICLE'],
  ['其中：公车购置', 2, null, null, 'BUD.SANGONG.VEHICLE.PURCHASE', 'EXP.SANGONG.VEHICLE.PURCHASE'],
  ['公车运行维护', 2, null, null, 'BUD.SANGONG.VEHICLE.OPERATION', 'EXP.SANGONG.VEHICLE.OPERATION'],
  ['2、出国经费', 1, null, null, 'BUD.SANGONG.OVERSEAS', 'EXP.SANGONG.OVERSEAS'],
  ['3、公务接待', 1, null, null, 'BUD.SANGONG.RECEPTION', 'EXP.SANGONG.RECEPTION'],
  ['项目支出', 0, null, null, 'BUD.PROJECT', 'EXP.PROJECT'],
  ['1、业务工作经费（专项）', 1, null, null, null, 'EXP.PROJECT.BUSINESS'],
  ['2、运行维护经费', 1, null, null, null, 'EXP.PROJECT.OPERATION'],
  ['3、省级专项资金', 1, null, null, null, 'EXP.PROJECT.PROVINCIAL'],
  ['公用经费', 0, null, null, 'BUD.BASIC.PUBLIC', 'EXP.BASIC.GOODS'],
  ['其中：办公经费', 1, null, null, 'BUD.BASIC.PUBLIC.30201', 'EXP.BASIC.GOODS.30201'],
  ['水费', 1, null, null, 'BUD.BASIC.PUBLIC.30205', 'EXP.BASIC.GOODS.30205'],
  ['电费', 1, null, null, 'BUD.BASIC.PUBLIC.30206', 'EXP.BASIC.GOODS.30206'],
  ['差旅费', 1, null, null, 'BUD.BASIC.PUBLIC.30211', 'EXP.BASIC.GOODS.30211'],
  ['会议费', 1, null, null, 'BUD.BASIC.PUBLIC.30215', 'EXP.BASIC.GOODS.30215'],
  ['培训费', 1, null, null, 'BUD.BASIC.PUBLIC.30216', 'EXP.BASIC.GOODS.30216'],
  ['政府采购金额', 0, null, null, 'PROC.BUDGET', 'PROC.ACTUAL'],
];

function spending(sheet: Sheet): Table['rows'] {
  return [
    [
      head('经费控制情况（万元）', { across: 2 }),
      ...['上年预算数', '上年决算数', '本年预算数', '本年决算数'].map(title),
    ],
    ...LINES.flatMap((line) => [line, ...(line[0].startsWith('3、省级') ? own(sheet, 'EXP.PROJECT') : [])]).map(
      ([label, depth, ...ids]): readonly Cell[] => [
        words('　'.repeat(depth) + label, { across: 2 }),
        ...ids.map((id) => (id === null ? words('—', { align: 'center' }) : figureCell(sheet, id))),
      ],
    ),
    [
      head('部门基本支出预算调整', { across: 2 }),
      ...['年初预算数', '预算调整数', '全年预算数', '全年支出数'].map(title),
    ],
    [
      words('基本支出', { across: 2 }),
      figureCell(sheet, 'BUD.BASIC'),
      words('—', { align: 'center' }),
      figureCell(sheet, 'FULL.BASIC'),
      figureCell(sheet, 'EXP.BASIC'),
    ],
    [
      words('部门整体支出', { across: 2 }),
      ...['BUD.TOTAL', 'ADJ.TOTAL', 'FULL.TOTAL', 'EXP.TOTAL'].map((id) => figureCell(sheet, id)),
    ],
  ];
}

const title = (text: string): Cell => head(text);

const own = (sheet: Sheet, parent: string): Line[] =>
  ownBelow(sheet, parent).map((id) => [labelOf(sheet, id), 2, null, null, null, id]);

function buildings(sheet: Sheet, year: number): Table['rows'] {
  const titles = ['批复规模（㎡）', '实际规模（㎡）', '规模控制率', '预算投资', '实际投资'];
  return [
    [head(`楼堂馆所控制情况（${year}年完工项目）`, { down: 2 }), ...titles.map(title)],
    [
      figureCell(sheet, 'BUILD.AREA.APPROVED'),
      figureCell(sheet, 'BUILD.AREA.ACTUAL'),
      rate(sheet, 'BUILD.AREA.ACTUAL', 'BUILD.AREA.APPROVED'),
      figureCell(sheet, 'BUILD.COST.APPROVED'),
      figureCell(sheet, 'BUILD.COST.ACTUAL'),
    ],
    [head('投资概算控制率'), { ...rate(sheet, 'BUILD.COST.ACTUAL', 'BUILD.COST.APPROVED'), across: 5, align: 'left' }],
  ];
}

/** `part` / `whole` as it is shown: two decimals, rounded half up; nothing where it cannot be computed. */
export function rate(sheet: Sheet, part: string, whole: string): Cell {
  const [a, b] = [amountOf(sheet, part), amountOf(sheet, whole)];
  const found = a && b ? percent(a, b) : null;
  return { text: found ? `${found.toFixed(2, Decimal.ROUND_HALF_UP)}%` : '', align: 'right' };
}
