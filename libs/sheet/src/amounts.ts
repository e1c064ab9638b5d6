import { Decimal as Base } from 'decimal.js';
import { remembered } from '#libs/kernel';
import { isDecimal } from './field-path.js';
import type { Sheet } from './sheet.js';

/** Decimal arithmetic of sheets: 40 digits, ties away from zero. A clone: no other use of decimal.js can change it. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = Base;

/** The exact value of a decimal string as sheets hold them; null for anything else (`1e9`, ` 1`, `１`, `NaN`). */
export const decimal = remembered((text): Decimal | null => (isDecimal(text) ? new Decimal(text) : null));

/** In this arithmetic, whatever clone of decimal.js it comes from. */
const ours = (amount: Decimal): Decimal => (amount.constructor === Decimal ? amount : new Decimal(amount));

/** 元 to 万元, exactly. */
export function toWan(yuan: Decimal): Decimal {
  return ours(yuan).dividedBy(10_000);
}

/** The sum; 0 of nothing. */
export function add(...amounts: readonly Decimal[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => sum.plus(amount), new Decimal(0));
}

/** `a` − `b`. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return ours(a).minus(b);
}

/** −1, 0 or 1. `5.3` and `5.30` are equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return Math.sign(a.comparedTo(b)) as -1 | 0 | 1;
}

/** `part` / `whole` as a fraction rounded half up to 4 decimals; null when the whole is 0. */
export function ratio(part: Decimal, whole: Decimal): Decimal | null {
  return whole.isZero() ? null : ours(part).dividedBy(whole).toDecimalPlaces(4, Base.ROUND_HALF_UP);
}

/** `part` / `whole` in per cent, rounded half up to 4 decimals (85.2833 is 85.2833 %); null when the whole is 0. */
export function percent(part: Decimal, whole: Decimal): Decimal | null {
  if (whole.isZero()) return null;
  return ours(part).times(100).dividedBy(whole).toDecimalPlaces(4, Base.ROUND_HALF_UP);
}

/** With two decimals, rounded half up: `5.3` → `5.30`. For people; never stored. */
export function format(amount: Decimal): string {
  return ours(amount).toFixed(2, Base.ROUND_HALF_UP);
}

/**
 * The value of a figure, money always in 万元 and exact, other units as they are. Null when the figure is absent, left
 * empty, not applicable or not a decimal; 0 only when the sheet says 0.
 */
export function amountOf(sheet: Sheet, id: string): Decimal | null {
  const figure = Object.hasOwn(sheet.figures, id) ? sheet.figures[id] : undefined;
  if (!figure || figure.notApplicable || figure.value === null) return null;
  const value = decimal(figure.value);
  return value && figure.unit === '元' ? toWan(value) : value;
}
