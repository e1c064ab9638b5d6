import { DomainError } from '#libs/kernel';
import { checkField, FIGURES, type FieldValue, type Figure, type Indicator, isDecimal } from '#libs/sheet';
import { NOT_APPLICABLE } from './fields.js';

/**
 * What a field holds once this text was written into its cell; undefined when it can hold nothing of the kind. An emptied
 * cell leaves a figure named and empty, and nothing becomes 0.
 */
export function written(
  before: FieldValue | null,
  { path, part }: { readonly path: string; readonly part: string | null },
  text: string,
): FieldValue | null | undefined {
  const [, map] = path.split('/');
  const value =
    map === 'figures'
      ? figure(before as Figure | null, path, text.trim())
      : map === 'indicators'
        ? indicator(before as Indicator | null, part ?? '', text.trim())
        : text === ''
          ? null
          : text;
  if (value === undefined) return undefined;
  try {
    return checkField(path, value);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The place in a document where the old value was found says nothing of the new one. */
function figure(before: Figure | null, path: string, text: string): Figure | undefined {
  const { source: _, stated: __, notApplicable: ___, ...kept } = before ?? { unit: unitOf(path) };
  // Forms are in 万元.
  const unit = kept.unit === '元' ? '万元' : kept.unit;
  if (text === NOT_APPLICABLE) return { ...kept, unit, value: null, notApplicable: true };
  if (text === '') return { ...kept, unit, value: null };
  const amount = text.replace(/[,，]/g, '');
  return isDecimal(amount) ? { ...kept, unit, value: amount } : undefined;
}

const unitOf = (path: string): Figure['unit'] => FIGURES[path.slice('/figures/'.length)]?.unit ?? '万元';

/** Rows that a form does not have yet are added on the page; here only known ones are filled in. */
function indicator(before: Indicator | null, part: string, text: string): Indicator | undefined {
  if (before === null || !(part in EMPTY)) return undefined;
  return { ...before, [part]: text === '' ? EMPTY[part as keyof typeof EMPTY] : text } as Indicator;
}

/** What an emptied part of an indicator is. */
const EMPTY = {
  ...{ level1: '', level2: '', name: '', target: null, actual: null, maxPoints: null, points: null },
  deviationExplanation: undefined,
};
