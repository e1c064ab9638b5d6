import { figureRows } from './figure-rows.js';
import type { FigureUnit } from './sheet.js';

/** Ways in which one parent is split; children of one parent and one split are one list. Most have only `nature`. */
export type Split = 'nature' | 'source' | 'personnel' | 'purpose' | 'reason' | 'direction';

/** One named amount or count that every sheet knows. */
export interface CatalogueFigure {
  readonly label: string;
  readonly unit: FigureUnit;
  /** Other wordings of the label, without quotation marks, brackets or spaces. Used to read prose. */
  readonly aliases: readonly string[];
  /** Words any of which says what it is, wherever in a label they stand: for reasons told in free words. */
  readonly keywords?: readonly string[];
  readonly parent?: string;
  /** The list of its parent's children it belongs to. */
  readonly by: Split;
  /** Its children (`by: 'nature'`, and each other split that is not `of which`) together make it up. */
  readonly complete?: boolean;
}

/**
 * The catalogue: figure id → what it is. The ids' first words are areas that are never summed with one another: BUD
 * (年初预算), FULL (全年预算), EXP (全年执行), INC (收入), ADJ (预算调整), CARRY (结转结余), PROC (政府采购), STAFF, BUILD
 * (楼堂馆所), ASSET, PROJECT (of a project's own self-evaluation), and FUND: money of a fund the unit runs, not its budget.
 */
export const FIGURES: Readonly<Record<string, CatalogueFigure>> = Object.freeze(
  Object.fromEntries(figureRows().map(({ id, ...figure }) => [id, Object.freeze(figure)])),
);

/** The ids of a figure's children in the catalogue, in printing order; of one split when it is named. */
export function childrenOf(parent: string, by?: Split): readonly string[] {
  return CHILDREN.get(by === undefined ? parent : `${parent} ${by}`) ?? [];
}

const CHILDREN = new Map<string, string[]>();
for (const [id, { parent, by }] of Object.entries(FIGURES)) {
  if (parent === undefined) continue;
  for (const list of [parent, `${parent} ${by}`]) CHILDREN.set(list, [...(CHILDREN.get(list) ?? []), id]);
}
