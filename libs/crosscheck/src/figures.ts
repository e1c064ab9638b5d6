import { amountOf, type Decimal, FIGURES, format, type Sheet } from '#libs/sheet';
import type { Place, ReadFigure } from './finding.js';
import type { Material } from './material.js';

/** A figure that was given: its exact value, money in 万元. */
export interface Given {
  readonly id: string;
  readonly label: string;
  readonly value: Decimal;
}

/** The figure, or null when it is absent, empty, 不适用 or no decimal. */
export function given({ sheet }: Pick<Material, 'sheet'>, id: string): Given | null {
  const value = amountOf(sheet, id);
  return value && { id, label: labelOf(sheet, id), value };
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
  return Object.entries(material.sheet.figures).flatMap(([id, figure]) =>
    figure.parent === parent && FIGURES[id] === undefined ? (given(material, id) ?? []) : [],
  );
}
