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

/**
 * The original lines of each section, without its heading; what a section says in two places is joined. The lines
 * before the first heading are the preface, without those of the title, which ends at `titleEnd` of the normalised text.
 */
export function narratives(
  lines: readonly Line[],
  titleEnd: number,
  original: string,
  origin: (start: number, end: number) => { start: number; end: number },
): readonly Narrative[] {
  const spans = new Map<SectionId, { start: number; end: number }[]>();
  let previous: SectionId | undefined;
  for (const { section, heading, text, start } of lines) {
    const opens = heading && section !== previous;
    previous = section;
    const belongsTo = section ?? (start >= titleEnd ? 'preface' : undefined);
    if (!belongsTo || opens || text === '') continue;
    const before = start === 0 ? 0 : origin(start - 1, start).end;
    const after = origin(start + text.length, start + text.length + 1).start;
    if (!spans.has(belongsTo)) spans.set(belongsTo, []);
    spans.get(belongsTo)!.push({ start: before, end: after });
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

/** Text as a sheet accepts it: line feeds for other line ends, no controls, no marks that turn the direction. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
