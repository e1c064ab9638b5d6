import { FIGURES, type SectionId } from '#libs/sheet';
import { inColumn } from './columns.js';
import type { Meaning } from './labels.js';

const RECENT = 20;
const AREAS: Partial<Record<SectionId, readonly string[]>> = {
  budget: ['BUD'],
  execution: ['EXP', 'INC', 'CARRY', 'PROC', 'ADJ'],
};

/**
 * Which figures are being talked about at this point of the text: those of the sentence, those before, and the topic a
 * heading or `三公经费情况：` sets. Decides which of several figures with one name is meant.
 */
export class Listing {
  section: SectionId | undefined;
  topic: string | undefined;
  /** Area that the sentence speaks of in so many words. */
  cue: string | undefined;
  /** The last amount of this sentence was not understood. */
  unclear = false;
  private sentence: readonly string[] = [];
  private paragraph: readonly string[] = [];
  private earlier: readonly string[] = [];
  private readonly brackets: (readonly string[])[] = [];
  private readonly customParents = new Map<string, string>();

  /** The newest figure of this sentence. */
  get latest(): string | undefined {
    return this.sentence[0];
  }

  /** The newest figure of this paragraph. */
  get newest(): string | undefined {
    return this.sentence[0] ?? this.paragraph[0];
  }

  /** Whether a figure was named in this sentence. */
  talksOf(id: string): boolean {
    return this.sentence.includes(id);
  }

  mention(id: string, parent?: string): void {
    if (parent !== undefined) this.customParents.set(id, parent);
    this.unclear = false;
    if (id === 'PROJECT.EXPENDITURE') this.mention('EXP.PROJECT');
    this.sentence = [id, ...this.sentence.filter((other) => other !== id)].slice(0, RECENT);
  }

  /** Follows the marks between two mentions: brackets go aside and come back, `。` ends the sentence. */
  pass(mark: string): void {
    if (mark === '（') this.brackets.push(this.sentence);
    else if (mark === '）') this.sentence = this.brackets.pop() ?? this.sentence;
    else if (mark === '。') this.endSentence();
  }

  endSentence(): void {
    this.paragraph = [...this.sentence, ...this.paragraph].slice(0, RECENT);
    this.sentence = [];
    this.unclear = false;
    this.brackets.length = 0;
    this.cue = undefined;
  }

  endParagraph(): void {
    this.endSentence();
    this.earlier = [...this.paragraph, ...this.earlier].slice(0, RECENT);
    this.paragraph = [];
  }

  enter(section: SectionId | undefined): void {
    if (section === this.section) return;
    this.section = section;
    this.earlier = [];
    this.topic = undefined;
  }

  private descends(id: string, whole: string | undefined): boolean {
    const parent = this.parentOf(id);
    return parent !== undefined && (parent === whole || this.descends(parent, whole));
  }

  parentOf(id: string): string | undefined {
    return this.customParents.get(id) ?? FIGURES[id]?.parent;
  }

  /** The figure that is meant, or all that it could be. */
  choose({ ids, areas }: Meaning, first?: string): string | readonly string[] {
    let left = ids;
    const narrow = (by: readonly string[]): void => {
      const fewer = left.filter((id) => by.includes(areaOf(id)));
      if (fewer.length > 0) left = fewer;
    };
    if (areas.length > 0) narrow(areas);
    const steps: (() => string | undefined)[] = [
      () => this.near(left, first ? [first] : []),
      () => this.near(left, this.sentence),
      () => this.near(left, this.topic ? [this.topic] : []),
      () => void (this.cue && narrow([this.cue])),
      () => this.near(left, this.paragraph),
      () => void narrow((this.section && AREAS[this.section]) ?? []),
      () => (new Set(left.map(areaOf)).size === 1 ? this.near(left, this.earlier) : undefined),
      () => onlyOne(left.filter((id) => id.includes('.SANGONG.'))),
      () => left.find((id) => left.every((other) => other === id || other.startsWith(`${id}.`))),
    ];
    for (const step of steps) {
      if (left.length === 1) return left[0]!;
      const found = step();
      if (found) return found;
    }
    return left.length === 1 ? left[0]! : left;
  }

  /**
   * The figure that a bare column word (`三公经费预算4.5万元，实际支出2.86万元`) means: the one that is being talked about,
   * in that column; an empty list when that cannot be told. Nothing when totals are being talked about, or nothing is.
   */
  column(area: string): string | readonly string[] | undefined {
    if (this.unclear) return [];
    const subject = [...this.sentence, ...(this.topic ? [this.topic] : [])];
    if (this.sentence.some((id) => id.endsWith('.TOTAL'))) return undefined;
    const found = subject.map((id) => inColumn(id, area)).find((id) => id !== undefined);
    return found ?? (this.sentence.length > 0 ? [] : undefined);
  }

  /** The one candidate that is a part of a recent figure or of what that belongs to, or one of these itself. */
  private near(candidates: readonly string[], recent: readonly string[]): string | undefined {
    for (const figure of recent) {
      for (let at: string | undefined = figure; at !== undefined; at = this.parentOf(at)) {
        const found =
          onlyOne(candidates.filter((id) => this.parentOf(id) === at)) ??
          candidates.find((id) => id === at) ??
          onlyOne(candidates.filter((id) => this.descends(id, at)));
        if (found) return found;
      }
    }
    return undefined;
  }
}

/** The area of a figure: the first word of its id. */
export function areaOf(id: string): string {
  return id.split('.')[0]!;
}

function onlyOne(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}
