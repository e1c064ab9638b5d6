import { amountOf, type Decimal, FIGURES, format, type Sheet } from '#libs/sheet';
import type { Place, ReadFigure } from './finding.js';
import type { Material } from './material.js';

/** A figure that was given: its exact value, money in 万元. */
export interface Given {
  readonly id: string;
  readonly label: string;
  readonly value: Decimal;
}

/** What was read of a sheet once: seventy rules ask for the same figures. Sheets never change. */
interface Reading {
  readonly given: Map<string, Given | null>;
  readonly own: ReadonlyMap<string, readonly string[]>;
}
const readings = new WeakMap<Sheet, Reading>();

function readingOf(sheet: Sheet): Reading {
  const known = readings.get(sheet);
  if (known) return known;
  const own = new Map<string, string[]>();
  for (const [id, { parent }] of Object.entries(sheet.figures)) {
    if (parent === undefined || FIGURES[id] !== undefined) continue;
    own.set(parent, [...(own.get(parent) ?? []), id]);
  }
  const reading: Reading = { given: new Map(), own };
  readings.set(sheet, reading);
  return reading;
}

/** The figure, or null when it is absent, empty, 不适用 or no decimal. */
export function given({ sheet }: Pick<Material, 'sheet'>, id: string): Given | null {
  const { given: known } = readingOf(sheet);
  const before = known.get(id);
  if (before !== undefined) return before;
  const value = amountOf(sheet, id);
  const now = value && { id, label: labelOf(sheet, id), value };
  known.set(id, now);
  return now;
}

export function labelOf({ figures }: Sheet, id: string): string {
  return (Object.hasOwn(figures, id) ? figures[id]?.label : undefined) ?? FIGURES[id]?.label ?? id;
}

/** What a finding says it read. */
export function read(...figures: readonly (Given | null)[]): readonly ReadFigure[] {
  return figures.flatMap((one) => (one ? [{ id: one.id, value: one.value.toFixed() }] : []));
}

export function placesOf(...figures: readonly (Given | null)[]): readonly Place[] {
  return figures.flatMap((one) => (one ? [{ pointer: `/figures/${one.id}` }] : []));
}

/** `年初预算收入 40.77` */
export const shown = ({ label, value }: Given): string => `${label} ${format(value)}`;

/** What the unit itself lists below a figure, beside the catalogue. */
export function ownChildren(material: Pick<Material, 'sheet'>, parent: string): readonly Given[] {
  return (readingOf(material.sheet).own.get(parent) ?? []).flatMap((id) => given(material, id) ?? []);
}
