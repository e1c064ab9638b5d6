import type { Sheet } from '#libs/sheet';
import { type Block, type Cell, head, type PrintedDocument, type Table, words } from '../document.js';
import { figureCell, indicatorCell, textCell } from '../fields.js';
import { footOf, type Material, markOf, titleOf } from '../material.js';
import { rate } from './base-data.js';

/** 部门整体支出绩效自评表 (附件二) or 项目支出绩效自评表, whichever the task asks for. */
export function selfEvaluationTable(material: Material): PrintedDocument {
  return {
    title: titleOf(material, '自评表'),
    foot: footOf(material),
    mark: markOf(material),
    blocks: selfEvaluationBlocks(material),
  };
}

export function selfEvaluationBlocks(material: Material): Block[] {
  const { sheet, kind } = material;
  const rows = [
    ...(kind === 'project' ? projectHead(material) : unitHead(material)),
    ...(kind === 'project' ? projectFunds(sheet) : unitFunds(sheet)),
    ...goals(sheet),
    ...indicators(sheet),
    ...foot(sheet),
  ];
  const columns = [11, 13, 17, 12, 12, 9, 9, 17];
  return [
    { kind: 'line', left: `（${material.fiscalYear}年度）`, right: '单位：万元' },
    { kind: 'table', columns, headRows: 0, breaks: true, rows },
  ];
}

function unitHead({ unitName }: Material): Table['rows'] {
  return [[head('预算部门、单位名称', { across: 2 }), words(unitName, { across: 6 })]];
}

function projectHead({ projectName, departmentName, unitName }: Material): Table['rows'] {
  return [
    [head('项目名称', { across: 2 }), words(projectName ?? '', { across: 6 })],
    [
      head('主管部门', { across: 2 }),
      words(departmentName, { across: 2 }),
      head('实施单位'),
      words(unitName, { across: 3 }),
    ],
  ];
}

const FUNDS = ['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '自评得分'];

/** A line of money: what it is, and its figures by column. */
type Line = readonly [label: string, initial: string | null, budget: string | null, actual: string | null];

const BY_SOURCE: readonly Line[] = [
  ['一般公共预算', 'BUD.GENERAL', 'FULL.GENERAL', 'EXP.GENERAL'],
  ['政府性基金拨款', 'BUD.GOV_FUND', 'FULL.GOV_FUND', 'EXP.GOV_FUND'],
  ['纳入专户管理的非税收入拨款', 'BUD.SPECIAL_ACCOUNT', 'FULL.SPECIAL_ACCOUNT', 'EXP.SPECIAL_ACCOUNT'],
  ['其他资金', 'BUD.OTHER', 'FULL.OTHER', 'EXP.OTHER'],
];
const BY_NATURE: readonly Line[] = [
  ['基本支出', 'BUD.BASIC', 'FULL.BASIC', 'EXP.BASIC'],
  ['项目支出', 'BUD.PROJECT', 'FULL.PROJECT', 'EXP.PROJECT'],
];

function unitFunds(sheet: Sheet): Table['rows'] {
  return [
    [head('年度预算申请', { down: 2 }), head('资金'), ...FUNDS.map((text) => head(text))],
    total(sheet, ['年度资金总额', 'BUD.TOTAL', 'FULL.TOTAL', 'EXP.TOTAL']),
    ...group(
      '按收入性质分',
      BY_SOURCE.map((line) => part(sheet, line)),
    ),
    ...group(
      '按支出性质分',
      BY_NATURE.map((line) => part(sheet, line)),
    ),
  ];
}

function projectFunds(sheet: Sheet): Table['rows'] {
  const parts: Line[] = [
    ['当年财政拨款', null, null, null],
    ['上年结转资金', 'CARRY.OPEN', null, null],
    ['其他资金', null, null, null],
  ];
  return [
    [head('项目资金', { down: 2 }), head('资金'), ...FUNDS.map((text) => head(text))],
    total(sheet, ['年度资金总额', 'PROJECT.INITIAL', 'PROJECT.BUDGET', 'PROJECT.EXPENDITURE']),
    ...group(
      '其中',
      parts.map((line) => part(sheet, line)),
    ),
  ];
}

/** The rows with one title on their left. */
const group = (title: string, rows: Table['rows']): Table['rows'] =>
  rows.map((cells, n) => (n === 0 ? [head(title, { down: rows.length }), ...cells] : cells));

/** Points stand on the total alone: those of the unit's own indicator of execution, where it has one. */
function total(sheet: Sheet, [label, initial, budget, actual]: Line): readonly Cell[] {
  const execution = Object.keys(sheet.indicators).find((id) => /预算执行率/.test(sheet.indicators[id]?.name ?? ''));
  // Shown once more here; the row of the indicator is the one to fill in.
  const points = (key: 'maxPoints' | 'points'): Cell => {
    if (execution === undefined) return words('');
    const { field: _, ...shown } = indicatorCell(sheet, execution, key);
    return shown;
  };
  return [
    head(label),
    ...[initial, budget, actual].map((id) => (id === null ? words('') : figureCell(sheet, id))),
    points('maxPoints'),
    actual !== null && budget !== null ? rate(sheet, actual, budget) : words(''),
    points('points'),
  ];
}

function part(sheet: Sheet, [label, initial, budget, actual]: Line): readonly Cell[] {
  return [
    words(label),
    ...[initial, budget, actual].map((id) => (id === null ? words('') : figureCell(sheet, id))),
    ...[0, 1, 2].map(() => words('—', { align: 'center' })),
  ];
}

function goals(sheet: Sheet): Table['rows'] {
  return [
    [head('年度总体目标', { down: 2 }), head('预期目标', { across: 3 }), head('实际完成情况', { across: 4 })],
    [
      textCell(sheet, 'sections', 'duties', { across: 3, lines: 4 }),
      textCell(sheet, 'sections', 'performance', { across: 4, lines: 4 }),
    ],
  ];
}

const INDICATORS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];
const PARTS = ['level1', 'level2', 'name', 'target', 'actual', 'maxPoints', 'points', 'deviationExplanation'] as const;

function indicators(sheet: Sheet): Table['rows'] {
  const ids = Object.keys(sheet.indicators).sort();
  return [
    INDICATORS.map((text) => head(text)),
    ...ids.map((id) => PARTS.map((key) => indicatorCell(sheet, id, key))),
    [
      head('总分', { across: 5 }),
      words('100', { align: 'right' }),
      textCell(sheet, 'head', 'selfScore', { align: 'right', ...(sheet.head.selfScore ? { number: true } : {}) }),
      textCell(sheet, 'head', 'selfGrade'),
    ],
  ];
}

function foot(sheet: Sheet): Table['rows'] {
  return [
    [
      head('填表人'),
      textCell(sheet, 'head', 'preparer', { across: 2 }),
      head('填报日期'),
      textCell(sheet, 'head', 'preparedOn', { across: 2 }),
      head('联系电话'),
      textCell(sheet, 'head', 'phone'),
    ],
    [
      head('单位负责人签字'),
      textCell(sheet, 'head', 'head', { across: 3, lines: 3 }),
      head('单位公章'),
      words('', { across: 3, lines: 3 }),
    ],
  ];
}
