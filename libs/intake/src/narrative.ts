import type { SectionId } from '#libs/sheet';
import type { Line } from './sections.js';

/** Longest text a section of a sheet may hold. */
const MOST = 20_000;

/** A section's own words, and the span of the original text that did not fit. */
export interface Narrative {
  readonly section: SectionId;
  readonly text: string;
  readonly cut?: { readonly start: number; readonly end: number };
}

/** The original text of each section, without its heading. What a section says in two places is joined. */
export function narratives(
  lines: readonly Line[],
  original: string,
  origin: (start: number, end: number) => { start: number; end: number },
): readonly Narrative[] {
  const spans = new Map<SectionId, { start: number; end: number }[]>();
  let previous: SectionId | undefined;
  for (const { section, heading, text, start } of lines) {
    const opens = heading && section !== previous;
    previous = section;
    if (!section || opens || text === '') continue;
    const span = withQuotes(original, origin(start, start + text.length));
    const open = spans.get(section) ?? [];
    spans.set(section, [...open, span]);
  }
  return [...spans].map(([section, places]) => {
    const text = places.map(({ start, end }) => printable(original.slice(start, end))).join('\n');
    if (text.length <= MOST) return { section, text };
    return {
      section,
      text: text.slice(0, MOST).replace(/[\ud800-\udbff]$/, ''),
      cut: { start: places[0]!.start, end: places.at(-1)!.end },
    };
  });
}

/** With the quotation marks around it, which the reader does without. */
function withQuotes(original: string, { start, end }: { start: number; end: number }) {
  const mark = (at: number): boolean => /[“”"‘’《》]/.test(original[at] ?? '');
  return { start: mark(start - 1) ? start - 1 : start, end: mark(end) ? end + 1 : end };
}

/** Text as a sheet accepts it: line feeds for other line ends, no controls, no marks that turn the direction. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
