import type { DomainError } from '#libs/kernel';
import { refusal } from './refusals.js';

/** Characters as people count them: code points, without the white space around. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** Why a text that people wrote cannot be taken, or null. Bounds are in characters, see `lengthOf`. */
export function wording(
  text: string,
  pointer: string,
  { least, most }: { readonly least: number; readonly most: number },
): DomainError | null {
  if (text.length > 4 * most) return refusal('text.too-long', { pointer, most });
  if (UNPRINTABLE.test(text)) return refusal('text.unprintable', { pointer });
  const length = lengthOf(text);
  if (length < least) return refusal('text.too-short', { pointer, least });
  return length > most ? refusal('text.too-long', { pointer, most }) : null;
}

/** Controls but line feed and tab, lone surrogates (no UTF-8 form), and marks that turn the direction of writing. */
const UNPRINTABLE = /(?![\n\t])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;
