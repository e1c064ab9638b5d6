import { childrenOf, FIGURES, type Figure } from '#libs/sheet';
import { newCustom } from './custom-figure.js';
import { stripped } from './cut-label.js';
import type { Findings } from './findings.js';

/**
 * One reason of an adjustment, told in free words: all since the last `一是`, `二是` or `；`. The catalogue's reasons are
 * known by their keywords; another becomes a figure of the unit's own.
 */
export function reasonFor(
  adjusted: string,
  words: string,
  findings: Findings,
): { id: string; figure?: Partial<Figure> } | undefined {
  const label = stripped(words.split(/[一二三四五六七八九十]是|[；：]|原因为?/).at(-1) ?? '').slice(0, 60);
  if (label.length < 2) return undefined;
  const known = childrenOf(adjusted, 'reason').find((id) =>
    FIGURES[id]!.keywords?.some((word) => label.includes(word)),
  );
  if (known && (findings.figures.get(known)?.label ?? label) === label) return { id: known, figure: { label } };
  return newCustom(adjusted, label, findings);
}
