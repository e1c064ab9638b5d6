import { amountOf, type Decimal, FIGURES, type FigureUnit, format, type Sheet } from '#libs/sheet';
import type { Place, ReadFigure } from './finding.js';
import type { Material } from './material.js';
import { once } from './once.js';

/** A figure that was given: its exact value, money in 万元. */
export interface Given {
  readonly id: string;
  readonly label: string;
  /** Of the value: money is never in 元 here. */
  readonly unit: Exclude<FigureUnit, '元'>;
  readonly value: Decimal;
}

const givenOf = once(() => new Map<string, Given | null>());

/** The figure, or null when it is absent, empty, 不适用 or no decimal. */
export function given(material: Pick<Material, 'sheet'>, id: string): Given | null {
  const known = givenOf(material);
  const before = known.get(id);
  if (before !== undefined) return before;
  const { sheet } = material;
  const value = amountOf(sheet, id);
  const now = value && { id, label: labelOf(sheet, id), unit: unitOf(sheet, id), value };
  known.set(id, now);
  return now;
}

function unitOf({ figures }: Sheet, id: string): Given['unit'] {
  const unit = figures[id]?.unit ?? '万元';
  return unit === '元' ? '万元' : unit;
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

/** `40.77` in 万元, `8` of people and things. */
export const amount = (value: Decimal, unit: Given['unit']): string =>
  unit === '万元' ? format(value) : value.toFixed();

/** `年初预算收入 40.77`, `编制数 6` */
export const shown = ({ label, value, unit }: Given): string => `${label} ${amount(value, unit)}`;

/** The unit of a difference in a message in English. */
export const inEnglish = (unit: Given['unit']): string =>
  ({ 万元: '10,000 yuan', 人: 'persons', 项: 'items', '%': '%', '㎡': '㎡' })[unit];

/** Figures that are the unit's own, by what they stand below. */
const ownOf = once(({ sheet }) => {
  const own = new Map<string, string[]>();
  for (const [id, { parent }] of Object.entries(sheet.figures)) {
    if (parent === undefined || FIGURES[id] !== undefined) continue;
    own.set(parent, [...(own.get(parent) ?? []), id]);
  }
  return own;
});

/** What the unit itself lists below a figure, beside the catalogue. */
export function ownChildren(material: Pick<Material, 'sheet'>, parent: string): readonly Given[] {
  return (ownOf(material).get(parent) ?? []).flatMap((id) => given(material, id) ?? []);
}
