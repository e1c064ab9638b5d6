import {
  add,
  childrenOf,
  compare,
  type Decimal,
  decimal,
  FIGURES,
  type Figure,
  percent,
  type Source,
  toWan,
} from '#libs/sheet';
import { inColumn } from './columns.js';
import type { Findings } from './findings.js';

type Stated = NonNullable<Figure['stated']>;

/**
 * When all parts of a whole are said to be nothing, the whole is nothing: one 0 in place of theirs, with all those
 * words as its source.
 */
export function settleNothing({ figures }: Findings, cut: (start: number, end: number) => Source): void {
  for (const [whole, { complete }] of Object.entries(FIGURES)) {
    if (!complete || figures.has(whole)) continue;
    const parts = childrenOf(whole, 'nature');
    const sources = parts.flatMap((id) => (figures.get(id)?.nothing ? [figures.get(id)!.source] : []));
    if (parts.length === 0 || sources.length < parts.length) continue;
    for (const id of parts) figures.delete(id);
    const [start, end] = [Math.min(...sources.map((s) => s.start)), Math.max(...sources.map((s) => s.end))];
    figures.set(whole, { value: '0', unit: '万元', source: cut(start, end), nothing: true });
  }
}

const OF_PROJECT: Readonly<Record<string, string>> = {
  'BUD.TOTAL': 'PROJECT.INITIAL',
  'FULL.TOTAL': 'PROJECT.BUDGET',
  'EXP.TOTAL': 'PROJECT.EXPENDITURE',
  'EXP.PROJECT': 'PROJECT.EXPENDITURE',
};

/** In a report on one project, budget and spending are the project's. */
export function settleProject({ figures, shares }: Findings): void {
  for (const [id, project] of Object.entries(OF_PROJECT)) {
    const found = figures.get(id);
    if (!found || figures.has(project)) continue;
    figures.delete(id);
    figures.set(project, found);
  }
  // What the report tells beside the project's own figure stays what it is called.
  const settled = (id: string): string => (figures.has(id) ? id : (OF_PROJECT[id] ?? id));
  for (const [at, share] of shares.entries()) {
    const base = share.base === undefined ? undefined : settled(share.base);
    shares[at] = { ...share, id: settled(share.id), base };
  }
}

/** The only kind of quota that is told, when no total is, is the quota. */
export function settleQuota({ figures }: Findings): void {
  const kinds = childrenOf('STAFF.QUOTA').filter((id) => figures.has(id));
  const [only] = kinds;
  if (!only || kinds.length > 1 || figures.has('STAFF.QUOTA')) return;
  figures.set('STAFF.QUOTA', { label: FIGURES[only]!.label, ...figures.get(only)! });
  figures.delete(only);
}

/** A functional class that has all of the year's spending is the total of the functional classification. */
export function settleFunctions({ figures }: Findings): void {
  const classes = [...figures.keys()].filter((id) => id.startsWith('EXP.FUNC.'));
  const [id] = classes;
  const [only, total] = [figures.get(id ?? ''), figures.get('EXP.TOTAL')];
  if (!id || !only || !total || classes.length > 1 || figures.has('EXP.FUNC')) return;
  if (compare(amountIn(only), amountIn(total)) !== 0) return;
  figures.delete(id);
  figures.set('EXP.FUNC', { ...only, label: only.label ?? FIGURES[id]!.label });
}

/**
 * The stated shares by figure. A base must have an amount. A share whose words name no base (`占比92.2%`) gets the whole
 * of which the figure is that share in fact, within 0.1; else it is left to a person.
 */
export function settleShares(findings: Findings): ReadonlyMap<string, Stated> {
  const settled = new Map<string, Stated>();
  for (const { id, percent: stated, base: named, source } of findings.shares) {
    const bases = [...wholesOf(findings, id), ...budgetsOf(id)];
    const base = named ?? bases.find((whole) => isShare(findings, id, whole, stated));
    const before = settled.get(id);
    if (base === undefined) findings.skip(source, 'no-base');
    else if (!findings.figures.has(base)) findings.skip(source, 'base-without-amount');
    else if (!before) settled.set(id, { percent: stated, base, source });
    else if (before.percent !== stated || before.base !== base) findings.skip(source, 'stated-twice');
  }
  return settled;
}

function wholesOf(findings: Findings, id: string): string[] {
  const parent = findings.figures.get(id)?.parent ?? FIGURES[id]?.parent;
  return parent === undefined ? [] : [parent, ...wholesOf(findings, parent)];
}

/** What a rate of execution may be of: the adjusted budget, or the first. */
function budgetsOf(id: string): readonly string[] {
  return ['FULL', 'BUD'].flatMap((area) => inColumn(id, area) ?? []);
}

function isShare({ figures }: Findings, id: string, whole: string, stated: string): boolean {
  const [part, base] = [figures.get(id), figures.get(whole)];
  const exact = part && base ? percent(amountIn(part), amountIn(base)) : null;
  return exact?.minus(stated).abs().lessThanOrEqualTo('0.1') ?? false;
}

/** What a figure says, money in 万元; 0 when it says nothing. For comparing readings only. */
export function amountIn({ value, unit }: Figure): Decimal {
  const exact = (value === null ? null : decimal(value)) ?? add();
  return unit === '元' ? toWan(exact) : exact;
}
