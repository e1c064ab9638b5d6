import { FIGURES, SECTIONS, type Sheet } from '#libs/sheet';
import type { Found } from '../finding.js';
import type { Material, TableId } from '../material.js';
import type { Rule } from '../rule.js';
import { textOf } from '../texts.js';

/**
 * Without these the 基础数据表 is not filled in: people, 三公经费 in its three columns, projects, 公用经费, procurement.
 * Its other rows may have nothing to say (no building, no provincial fund). 不适用 counts as filled in.
 */
const BASE_DATA = [
  'STAFF.QUOTA',
  'STAFF.ON_POST',
  'EXP.SANGONG.PRIOR',
  'BUD.SANGONG',
  'EXP.SANGONG',
  'BUD.PROJECT',
  'EXP.PROJECT',
  'BUD.BASIC.PUBLIC',
  'EXP.BASIC.GOODS',
  'PROC.BUDGET',
  'PROC.ACTUAL',
];

const TABLES: Readonly<Record<TableId, { zh: string; en: string }>> = {
  'base-data': { zh: '基础数据表', en: 'Base data table' },
  'self-evaluation': { zh: '绩效自评表', en: 'Table of indicators' },
};

const HEAD = {
  unitName: { zh: '单位名称', en: 'unit' },
  preparedOn: { zh: '填报日期', en: 'date' },
  preparer: { zh: '填报人', en: 'preparer' },
  head: { zh: '单位负责人', en: 'head of the unit' },
  sealed: { zh: '公章', en: 'seal' },
} as const;

/** T01–T03: what has to be there. */
export const COMPLETENESS: readonly Rule[] = [
  {
    id: 'T01',
    severity: 'ERROR',
    runs: 'submit',
    title: { zh: '规定的章节齐全', en: 'The required sections are there' },
    find: missingSections,
  },
  {
    id: 'T02',
    severity: 'BLOCK',
    runs: 'submit',
    title: { zh: '规定的表格齐全', en: 'The required tables are there' },
    find: missingTables,
  },
  {
    id: 'T03',
    severity: 'BLOCK',
    runs: 'submit',
    title: {
      zh: '表头齐全：单位、日期、填报人、负责人、公章',
      en: 'The head is complete: unit, date, preparer, head, seal',
    },
    find: (material) => [...missingHead(material.sheet), ...otherUnit(material)],
  },
];

function missingSections(material: Material): readonly Found[] {
  const missing = material.demands.sections.filter((id) => !textOf(material, id));
  return missing.map((id) => ({
    message: { zh: `缺少“${SECTIONS[id]}”`, en: `The section “${SECTIONS[id]}” (${id}) is missing` },
    at: [{ pointer: `/sections/${id}` }],
  }));
}

/** The 基础数据表 is the whole unit's; a project's report has none. */
function missingTables({ sheet, task, demands: { tables } }: Material): readonly Found[] {
  const baseData = tables.includes('base-data') && task.kind === 'whole-unit';
  return [
    ...(baseData ? missingBaseData(sheet) : []),
    ...(tables.includes('self-evaluation') ? missingRows(sheet) : []),
  ];
}

function missingBaseData(sheet: Sheet): readonly Found[] {
  const empty = BASE_DATA.filter((id) => {
    const figure = Object.hasOwn(sheet.figures, id) ? sheet.figures[id] : undefined;
    return !figure || (figure.value === null && !figure.notApplicable);
  });
  if (empty.length === 0) return [];
  const names = empty.map((id) => FIGURES[id]?.label ?? id).join('、');
  const { zh, en } = TABLES['base-data'];
  const message = {
    zh: `${zh}不完整，${BASE_DATA.length} 项中 ${empty.length} 项未填：${names}`,
    en: `${en}: ${empty.length} of ${BASE_DATA.length} figures are not filled in: ${empty.join(', ')}`,
  };
  return [{ message, at: empty.map((id) => ({ pointer: `/figures/${id}` })) }];
}

function missingRows(sheet: Sheet): readonly Found[] {
  if (Object.keys(sheet.indicators).length > 0) return [];
  const { zh, en } = TABLES['self-evaluation'];
  const message = { zh: `没有${zh}：未填任何指标`, en: `${en}: no indicator is filled in` };
  return [{ message, at: [{ pointer: '/indicators' }] }];
}

function missingHead({ head }: Sheet): readonly Found[] {
  const fields = Object.keys(HEAD) as (keyof typeof HEAD)[];
  const empty = fields.filter((field) => (field === 'sealed' ? head.sealed !== 'true' : !head[field]?.trim()));
  if (empty.length === 0) return [];
  const message = {
    zh: `表头未填：${empty.map((field) => HEAD[field].zh).join('、')}`,
    en: `The head lacks: ${empty.map((field) => HEAD[field].en).join(', ')}`,
  };
  return [{ message, at: empty.map((field) => ({ pointer: `/head/${field}` })) }];
}

/** The unit's name is the one the task was issued to. */
function otherUnit({ sheet, task }: Material): readonly Found[] {
  const name = sheet.head.unitName?.trim();
  if (!name || name === task.unitName) return [];
  const message = {
    zh: `单位名称“${name}”与任务下达的“${task.unitName}”不一致`,
    en: `The unit is named “${name}”; the task was issued to “${task.unitName}”`,
  };
  return [{ message, at: [{ pointer: '/head/unitName' }] }];
}
