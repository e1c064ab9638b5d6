import { FIGURES } from '#libs/sheet';

/** Figures whose ids differ between the columns 年初预算 (BUD), 全年预算 (FULL) and 执行 (EXP) by more than the area. */
const TWINS: readonly Readonly<Record<string, string>>[] = [
  { BUD: 'PROC.BUDGET', EXP: 'PROC.ACTUAL' },
  { BUD: 'PROJECT.INITIAL', FULL: 'PROJECT.BUDGET', EXP: 'PROJECT.EXPENDITURE' },
  { BUD: 'BUILD.COST.APPROVED', EXP: 'BUILD.COST.ACTUAL' },
  { BUD: 'BUD.BASIC.PUBLIC', EXP: 'EXP.BASIC.GOODS' },
];

/** The figure of the same thing in another column (area); undefined when the catalogue has none. */
export function inColumn(id: string, area: string): string | undefined {
  const twins = TWINS.find((twin) => Object.values(twin).includes(id));
  if (twins) return twins[area];
  const [own, ...rest] = id.split('.');
  if (!['BUD', 'FULL', 'EXP'].includes(own!) || rest.at(-1) === 'PRIOR') return undefined;
  const there = [area, ...rest].join('.');
  return Object.hasOwn(FIGURES, there) ? there : undefined;
}
