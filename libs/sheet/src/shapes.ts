import { DomainError } from '#libs/kernel';
import { isDecimal } from './field-path.js';

type Details = Readonly<Record<string, unknown>>;

/** Refuses a value from outside, naming the place in it. */
export function refuse(code: string, pointer: string, details: Details = {}): never {
  throw new DomainError('invalid', code, { pointer, ...details });
}

/** A plain object with only the known keys and all the required ones. */
export function closed(
  value: unknown,
  pointer: string,
  known: readonly string[],
  required: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('sheet.wrong-type', pointer, { expected: 'object' });
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse('sheet.wrong-type', pointer, { expected: 'object' });
  for (const key of Object.getOwnPropertyNames(value)) {
    if (!known.includes(key)) refuse('sheet.unknown-key', pointer, { key: key.slice(0, 64) });
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) refuse('sheet.missing-key', pointer, { key });
  }
  return value as Record<string, unknown>;
}

/** A text of at most `max` UTF-16 units without control characters other than line feed and tab, and well formed. */
export function text(value: unknown, pointer: string, { min = 0, max }: { min?: number; max: number }): string {
  if (typeof value !== 'string') return refuse('sheet.wrong-type', pointer, { expected: 'string' });
  if (value.length > max) refuse('sheet.too-long', pointer, { most: max });
  if (value.length < min) refuse('sheet.too-short', pointer, { least: min });
  if (UNPRINTABLE.test(value)) refuse('sheet.control-character', pointer);
  return value;
}

/** A decimal string (see isDecimal). */
export function decimalText(value: unknown, pointer: string): string {
  if (typeof value !== 'string') return refuse('sheet.wrong-type', pointer, { expected: 'decimal string' });
  return isDecimal(value) ? value : refuse('sheet.not-a-decimal', pointer);
}

/** One of the words. */
export function choice<Word extends string>(value: unknown, pointer: string, words: readonly Word[]): Word {
  return words.find((word) => word === value) ?? refuse('sheet.not-a-choice', pointer, { words });
}

export function boolean(value: unknown, pointer: string): boolean {
  return typeof value === 'boolean' ? value : refuse('sheet.wrong-type', pointer, { expected: 'boolean' });
}

/** A whole number from 0. */
export function index(value: unknown, pointer: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  return refuse('sheet.wrong-type', pointer, { expected: 'whole number' });
}

/** Controls (C0 but line feed and tab, DEL, C1), lone surrogates, and marks that turn the direction of writing. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;
