import { Decimal } from 'decimal.js';
import { remembered } from '#libs/kernel';

/**
 * Decimal arithmetic of this lib: 40 significant digits, ties away from zero. A clone, so that no other use of
 * decimal.js in the process can change it.
 */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Exact = Decimal;

export const ZERO = new Exact(0);
export const HUNDRED = new Exact(100);

/** What a value from outside may look like: at most 16 digits before the point and 8 after; never an exponent. */
const PLAIN = /^-?\d{1,16}(?:\.\d{1,8})?$/;

/** The exact value of a plain decimal string; undefined for anything else (`1e9`, ` 1`, `１`, `NaN`). */
export const exact = remembered((text): Exact | undefined => (PLAIN.test(text) ? new Exact(text) : undefined));

/** The exact value of a string that a check has already accepted. */
export function sure(text: string): Exact {
  const value = exact(text);
  if (!value) throw new TypeError(`not a plain decimal: ${text}`);
  return value;
}

export function clamp(value: Exact, low: Exact, high: Exact): Exact {
  return Exact.min(Exact.max(value, low), high);
}

/** Without an exponent and without trailing zeros: `0.5`, `100`. */
export function plain(value: Exact): string {
  return value.toFixed();
}

/** How a scheme rounds: `half-up` takes ties away from zero, `down` cuts towards zero. */
export interface Rounding {
  readonly decimals: number;
  readonly mode: 'half-up' | 'down';
}

/** Rounds as the scheme says; a scheme that says nothing keeps the exact value. */
export function rounded(value: Exact, rounding: Rounding | undefined): Exact {
  if (!rounding) return value;
  const mode = rounding.mode === 'half-up' ? Exact.ROUND_HALF_UP : Exact.ROUND_DOWN;
  return value.toDecimalPlaces(rounding.decimals, mode);
}
