import { Decimal as Base } from 'decimal.js';
import type { FigureUnit, Sheet } from './sheet.js';

/** Exact decimals for money, ratios and points: 40 digits, half up. A class of our own, so nobody's settings change it. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 });
export type Decimal = InstanceType<typeof Base>;

/** An amount as text: sign, at most 16 digits, at most 6 decimals (0.01 元 in 万元). No exponent, no separators. */
export const DECIMAL_TEXT = /^-?\d{1,16}(\.\d{1,6})?$/;

/** The figure's amount in 万元 (money) or in its own unit (counts); null when absent, left empty or 不适用. */
export function amountOf(sheet: Sheet, id: string): Decimal | null {
  const figure = Object.hasOwn(sheet.figures, id) ? sheet.figures[id] : undefined;
  if (figure === undefined || figure.value === null || figure.notApplicable === true) return null;
  return toWan(figure.value, figure.unit);
}

/** 元 becomes 万元, exactly; everything else stays. */
export function toWan(value: string, unit: FigureUnit): Decimal {
  const amount = new Decimal(value);
  return unit === '元' ? amount.div(10_000) : amount;
}

/** Sum of decimals, exactly. */
export function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0));
}

/** part ÷ base in percent, to 4 decimals, half up; null when the base is zero. 3.12 of 72.92 is 4.2787. */
export function percent(part: Decimal, base: Decimal): Decimal | null {
  return base.isZero() ? null : part.div(base).times(100).toDecimalPlaces(4);
}

/** As people print it: two decimals, half up. */
export function printed(amount: Decimal, decimals = 2): string {
  return amount.toFixed(decimals);
}
