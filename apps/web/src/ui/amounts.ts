import { MONEY } from '../texts/values.js';

/** A decimal that a sheet may hold: at most 16 digits and 6 decimals, no separators. */
const DECIMAL = /^-?\d{1,16}(?:\.\d{1,6})?$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** What people type or paste as a number: full-width signs, separators and spaces go; anything else stays as it is. */
export function cleanDecimal(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s,，]/g, '')
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
}

/**
 * A decimal string with so many decimals, rounded half up (away from zero), in groups of three. Exact: no number is made
 * of it. Anything that is no decimal is answered as it is.
 */
export function formatDecimal(text: string, decimals: number): string {
  if (!DECIMAL.test(text)) return text;
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  const rounded = String(digits + (Number(fraction[decimals] ?? 0) >= 5 ? 1n : 0n)).padStart(decimals + 1, '0');
  const integer = rounded.slice(0, rounded.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ',');
  const zero = /^0*$/.test(rounded);
  return `${negative && !zero ? '-' : ''}${integer}${decimals > 0 ? `.${rounded.slice(-decimals)}` : ''}`;
}

/** As people read it: money with two decimals, everything else as it was given. */
export function formatFigure(value: string, unit: string): string {
  const decimals = MONEY.has(unit) ? 2 : (value.split('.')[1] ?? '').length;
  return formatDecimal(value, decimals);
}
