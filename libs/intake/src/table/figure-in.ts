import { FIGURES } from '#libs/sheet';
import { inColumn } from '../columns.js';
import { meaningOf, type Names } from '../labels.js';
import { areaOf, type Listing } from '../listing.js';
import type { ColumnKind } from './column-words.js';

/** What stands in the column of what was carried out, besides spending. */
const CARRIED_OUT = ['INC', 'CARRY', 'ADJ'];

/** The columns of money: which area of the catalogue, and whether of the year before. */
const AREAS: Partial<Record<ColumnKind, readonly [area: string, prior: boolean]>> = {
  BUD: ['BUD', false],
  FULL: ['FULL', false],
  EXP: ['EXP', false],
  'PRIOR.BUD': ['BUD', true],
  'PRIOR.EXP': ['EXP', true],
};
const PROJECT: Readonly<Record<string, string>> = {
  BUD: 'PROJECT.INITIAL',
  FULL: 'PROJECT.BUDGET',
  EXP: 'PROJECT.EXPENDITURE',
};
/** Rows that are the whole of the table's money. */
const TOTAL =
  /^(?:年度|项目|本年|全年|部门|预算)*(?:资金|预算|支出)?(?:总额|总计|合计|总数|总预算|总金额)$|^年度预算申请$|^年度资金总额.{0,4}$|^部门整体支出(?:预算调整)?$|^整体支出$/;
const BASIC = /^部门基本支出(?:预算调整)?$/;
/** Sources of a project's money. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:当年|本年|年度)?(?:一般公共预算)?(?:财政)?(?:拨款|资金)$|^(?:其中)?(?:本级|中央|省级|市级|县级)?财政(?:拨款|资金)$|^一般公共预算(?:拨款|资金)?$/,
    'FISCAL',
  ],
  [/^上年结转(?:结余)?(?:资金)?$/, 'CARRYOVER'],
  [/^其他资金$|^自筹资金$/, 'OTHER'],
];

export type Chosen = { readonly id: string; readonly sure: boolean };

export function isMoneyColumn(kind: ColumnKind | undefined): boolean {
  return kind !== undefined && AREAS[kind] !== undefined;
}

/** The figure in a row of these words and a column of this kind; nothing when the catalogue has none, or several. */
export function figureIn(
  words: string,
  kind: ColumnKind,
  names: Names,
  listing: Listing,
  project: boolean,
): Chosen | undefined {
  const [area, prior] = AREAS[kind] ?? [];
  if (area === undefined) return undefined;
  const candidates = project ? projectFigures(words, area) : [];
  if (candidates.length === 0 && TOTAL.test(words)) candidates.push(`${area}.TOTAL`);
  if (candidates.length === 0 && BASIC.test(words)) candidates.push(`${area}.BASIC`);
  if (candidates.length === 0)
    for (const id of meaningOf(words, names)?.ids ?? []) {
      const own = areaOf(id) === area || (area === 'EXP' && !prior && CARRIED_OUT.includes(areaOf(id)));
      const there = own ? id : inColumn(id, area);
      if (there && !candidates.includes(there)) candidates.push(there);
    }
  const fitting = prior ? candidates.map((id) => `${id}.PRIOR`).filter((id) => Object.hasOwn(FIGURES, id)) : candidates;
  if (fitting.length === 0) return undefined;
  const spent = fitting.filter((id) => areaOf(id) === area);
  const chosen =
    fitting.length === 1
      ? fitting[0]!
      : (oneOf(listing.choose({ ids: fitting, areas: [] })) ?? listing.choose({ ids: spent, areas: [] }));
  return typeof chosen === 'string' ? { id: chosen, sure: fitting.length === 1 } : undefined;
}

function oneOf(chosen: string | readonly string[]): string | undefined {
  return typeof chosen === 'string' ? chosen : undefined;
}

export function isTotal(words: string): boolean {
  return TOTAL.test(words);
}

function projectFigures(words: string, area: string): string[] {
  const total = PROJECT[area]!;
  if (TOTAL.test(words)) return [total];
  const part = PARTS.find(([pattern]) => pattern.test(words))?.[1];
  return part ? [`${total}.${part}`] : [];
}
