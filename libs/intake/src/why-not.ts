import { isDecimal } from '#libs/sheet';
import type { Why } from './findings.js';
import type { Numbered, Words } from './mentions.js';
import { COMPARES, PRIOR_YEAR } from './words.js';

/** Why an amount that no figure took is not taken for one of the unit's own either; nothing when only its label is new. */
export function whyNot(
  number: Numbered,
  { label, since }: Words,
  chosen: string | readonly string[] | undefined,
): Why | undefined {
  if (number.rate) return 'a-rate';
  if (!isDecimal(number.value)) return 'too-many-digits';
  if (Array.isArray(chosen)) return 'ambiguous-label';
  if (COMPARES.test(since.slice(-40))) return 'a-comparison';
  return PRIOR_YEAR.test(label) || /20\d\d年/.test(label) ? 'another-year' : undefined;
}
