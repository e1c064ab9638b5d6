/** Characters per shingle: one changed character costs at most so many of them. */
const LENGTH = 4;
/** A paragraph's own words, at least; below it a likeness says nothing. */
const LEAST = 40;
/** Different shingles a paragraph has at least; `无无无无` has one. */
const LEAST_DIFFERENT = 24;
/** Paragraphs of one report that a shingle may lead to. What stands in more is a set phrase. */
const MOST_POSTINGS = 8;

/** A paragraph as it is compared. */
export interface Paragraph {
  readonly section: string;
  readonly start: number;
  readonly end: number;
  readonly shingles: ReadonlySet<string>;
}

/** A paragraph of one report and how much of the shorter of the two stands in the other, from 0 to 1. */
export interface Likeness {
  readonly own: Paragraph;
  readonly other: Paragraph;
  readonly share: number;
}

/**
 * The paragraphs of sections that are long enough to compare: without white space, the titles and numbers of
 * documents, which everybody cites alike, and the units' names, which a copy replaces. Each wording once.
 */
export function paragraphsOf(
  sections: Readonly<Record<string, string>>,
  names: readonly string[],
): readonly Paragraph[] {
  const seen = new Set<string>();
  const paragraphs: Paragraph[] = [];
  for (const [section, text] of Object.entries(sections)) {
    for (const { index, 0: line } of text.matchAll(/[^\n]{40,20000}/g)) {
      const words = bare(line, names);
      if (words.length < LEAST || seen.has(words)) continue;
      seen.add(words);
      const shingles = shinglesOf(words);
      if (shingles.size >= LEAST_DIFFERENT)
        paragraphs.push({ section, start: index, end: index + line.length, shingles });
    }
  }
  return paragraphs;
}

function bare(line: string, names: readonly string[]): string {
  const words = line.replace(
    /《[^《》]{1,120}》|[（(]?\p{sc=Han}{2,12}[〔［【[（(](?:19|20)\d\d[〕］】\])）]\d{1,4}号[）)]?/gu,
    '',
  );
  return names.reduce((rest, name) => (name ? rest.replaceAll(name, '') : rest), words).replace(/\s+/g, '');
}

function shinglesOf(words: string): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at + LENGTH <= words.length; at++) shingles.add(words.slice(at, at + LENGTH));
  return shingles;
}

/** The paragraphs of a report by their shingles; comparing another report with it is linear in that report's length. */
export class ShingleIndex {
  private readonly postings = new Map<string, number[]>();

  constructor(private readonly paragraphs: readonly Paragraph[]) {
    for (const [n, { shingles }] of paragraphs.entries())
      for (const shingle of shingles) {
        const list = this.postings.get(shingle);
        if (!list) this.postings.set(shingle, [n]);
        else if (list.length < MOST_POSTINGS) list.push(n);
      }
  }

  /** The paragraph that shares most with another report's; null when none shares anything. */
  nearest(other: Paragraph): Likeness | null {
    const shared = new Map<number, number>();
    for (const shingle of other.shingles)
      for (const n of this.postings.get(shingle) ?? []) shared.set(n, (shared.get(n) ?? 0) + 1);
    let best: Likeness | null = null;
    for (const [n, count] of shared) {
      const own = this.paragraphs[n]!;
      const share = count / Math.min(own.shingles.size, other.shingles.size);
      if (share > (best?.share ?? 0)) best = { own, other, share };
    }
    return best;
  }
}
