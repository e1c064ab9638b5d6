import { amountOf, FIGURES, isDecimal, SECTIONS, type Sheet } from '#libs/sheet';
import type { Cell } from './document.js';

/** What is written for 不适用, and read as it. */
export const NOT_APPLICABLE = '不适用';

/** The cell of a figure: money in 万元, exactly; nothing where the figure is absent or empty. */
export function figureCell(sheet: Sheet, id: string, more: Partial<Cell> = {}): Cell {
  const figure = Object.hasOwn(sheet.figures, id) ? sheet.figures[id] : undefined;
  const place = { align: 'right', field: { path: `/figures/${id}`, part: 'value' }, ...more } as const;
  if (figure?.notApplicable) return { text: NOT_APPLICABLE, ...place };
  if (!figure || figure.value === null) return { text: '', ...place };
  // In its own digits where it is in 万元 already: 5.30 stays 5.30.
  const text = figure.unit === '元' ? amountOf(sheet, id)!.toFixed() : figure.value;
  return { text, number: true, ...place };
}

/** A field of the head, or a section. */
export function textCell(sheet: Sheet, map: 'head' | 'sections', key: string, more: Partial<Cell> = {}): Cell {
  const text = (sheet[map] as Readonly<Record<string, string>>)[key] ?? '';
  return { text, field: { path: `/${map}/${key}` }, ...more };
}

/** The parts of an indicator that a form shows. */
export type IndicatorPart =
  | 'level1'
  | 'level2'
  | 'name'
  | 'target'
  | 'actual'
  | 'maxPoints'
  | 'points'
  | 'deviationExplanation';

const NUMERIC = new Set<IndicatorPart>(['target', 'actual', 'maxPoints', 'points']);

export function indicatorCell(sheet: Sheet, id: string, part: IndicatorPart, more: Partial<Cell> = {}): Cell {
  const text = sheet.indicators[id]?.[part] ?? '';
  const number = NUMERIC.has(part) && isDecimal(text);
  return {
    text,
    ...(number ? ({ number: true, align: 'right' } as const) : {}),
    field: { path: `/indicators/${id}`, part },
    ...more,
  };
}

/** The name of a figure as this report words it. */
export function labelOf(sheet: Sheet, id: string): string {
  return sheet.figures[id]?.label ?? FIGURES[id]?.label ?? id;
}

/** Figures that the catalogue does not know and the unit put below one of its own. */
export function ownBelow(sheet: Sheet, parent: string): readonly string[] {
  return Object.keys(sheet.figures)
    .filter((id) => !Object.hasOwn(FIGURES, id) && sheet.figures[id]?.parent === parent)
    .sort();
}

/** The place a path names, in this report's own words. */
export function placeName(sheet: Sheet, path: string): string {
  const [, map, key = ''] = path.split('/');
  if (map === 'figures') return labelOf(sheet, key);
  if (map === 'sections') return (SECTIONS as Readonly<Record<string, string>>)[key] ?? path;
  if (map === 'indicators') return sheet.indicators[key]?.name ?? path;
  return path;
}
