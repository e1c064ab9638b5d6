import { FIGURES, type Figure, isDecimal, type Source } from '#libs/sheet';
import { customFigure } from './custom-figure.js';
import { Findings, type Why } from './findings.js';
import { meaningOf, type Names } from './labels.js';
import { areaOf, Listing } from './listing.js';
import { type Mention, mentionsIn, type Words, wordsBefore } from './mentions.js';
import { reasonFor } from './reasons.js';
import type { Line } from './sections.js';
import { baseOf } from './shares.js';
import { COMPARES, OPENS_REASONS, PRIOR_YEAR } from './words.js';

type Numbered = Extract<Mention, { is: 'number' }>;

/** Reads all figures of a report, line by line. `cut` makes a source from positions of the normalised text. */
export function readFigures(
  lines: readonly Line[],
  names: Names,
  cut: (start: number, end: number) => Source,
): Findings {
  const reader = new FigureReader(names, cut);
  for (const line of lines) reader.read(line);
  return reader.findings;
}

class FigureReader {
  readonly findings = new Findings();
  private readonly listing = new Listing();
  /** The adjustment whose reasons are being told. */
  private adjusted: string | undefined;
  private line!: Line;
  /** In the line: the end of what was read, and how far marks were followed. */
  private from = 0;
  private followed = 0;
  private latest: string | undefined;

  constructor(
    private readonly names: Names,
    private readonly cut: (start: number, end: number) => Source,
  ) {}

  read(line: Line): void {
    Object.assign(this, { line, from: 0, followed: 0, latest: undefined });
    this.listing.enter(line.section);
    this.findTopic();
    for (const mention of mentionsIn(line.text)) {
      this.follow(mention.start);
      if (mention.is === 'nothing') this.readNothing(mention);
      else if (mention.kind === 'percent') this.readPercent(mention);
      else this.readAmount(mention);
    }
    this.follow(line.text.length);
    this.listing.endSentence();
    if (!/[，：；]$/.test(line.text)) this.adjusted = undefined;
  }

  private follow(to: number): void {
    const passed = this.line.text.slice(this.followed, to);
    if (/。/.test(passed)) this.adjusted = undefined;
    this.listing.pass(passed);
    this.followed = Math.max(to, this.followed);
    const near = this.line.text.slice(Math.max(0, to - 200), to);
    const sentence = near.slice(near.lastIndexOf('。') + 1);
    const cues = [...sentence.matchAll(/(年初|预算安排)|(实际|决算|执行|全年支出|本年支出)/g)];
    const last = cues.at(-1);
    this.listing.cue = last ? (last[1] ? 'BUD' : 'EXP') : undefined;
  }

  /** `三公经费控制情况：`, or a heading, says what the following is about. */
  private findTopic(): void {
    const lead = this.line.heading ? this.line.text : (/^[^，。；]{2,25}(?=：)/.exec(this.line.text)?.[0] ?? '');
    const label = lead.replace(/^(?:（?[一二三四五六七八九十\d]{1,3}[）、.])/, '').replace(/：$/, '');
    const meaning = label ? meaningOf(label, this.names) : undefined;
    const topic = meaning && this.listing.choose(meaning);
    if (typeof topic === 'string') this.listing.topic = topic;
    else if (this.line.heading) this.listing.topic = undefined;
  }

  private readAmount(number: Numbered): void {
    const words = wordsBefore(this.line.text, this.from, number.start);
    const source = this.source(number);
    const chosen = this.meant(words.label, number.unit);
    const reason = this.adjusted && number.kind === 'money' ? this.reason(words, chosen) : undefined;
    const id = reason?.id ?? (typeof chosen === 'string' ? chosen : undefined);
    const why = this.whyNot(number, words, chosen);
    if (id && !number.rate && isDecimal(number.value))
      this.record(id, { ...reason?.figure, ...valued(number) }, number);
    else if (number.kind === 'money' && !why) this.recordCustom(words, number);
    else if (number.kind === 'money' || chosen) this.findings.skip(source, why ?? 'unknown-label');
    if (number.kind === 'money') this.from = number.end;
  }

  private record(id: string, figure: Figure, number: Numbered): void {
    this.findings.add(id, { ...figure, source: this.source(number) });
    this.listing.mention(id, figure.parent);
    this.from = number.end;
    this.latest = id;
    const [sentence = ''] = this.line.text.slice(number.end, number.end + 40).split('。', 1);
    if (areaOf(id) === 'ADJ' && FIGURES[id]?.parent === undefined) {
      this.adjusted = OPENS_REASONS.test(sentence) ? id : undefined;
    } else if (this.adjusted && areaOf(id) !== 'ADJ') this.adjusted = undefined;
  }

  private recordCustom(words: Words, number: Numbered): void {
    const custom = customFigure(words, this.listing, this.findings);
    if (custom) this.record(custom.id, { ...custom.figure, ...valued(number) }, number);
    else {
      this.findings.skip(this.source(number), 'unknown-label');
      this.latest = undefined;
    }
  }

  /** While the reasons of an adjustment are told, only a figure that belongs to no list is more than a reason. */
  private reason(words: Words, chosen: string | readonly string[] | undefined) {
    if (typeof chosen === 'string' && (this.listing.parentOf(chosen) === undefined || areaOf(chosen) === 'ADJ'))
      return undefined;
    return reasonFor(this.adjusted!, words.since, this.findings);
  }

  private whyNot(
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

  private readPercent(number: Numbered): void {
    const source = this.source(number);
    const base = baseOf(this.line.text.slice(this.from, number.start));
    const known = base.label ? this.meant(base.label, '万元', this.latest) : undefined;
    if (!this.latest || !base.share || !isDecimal(number.value)) this.findings.skip(source, 'no-base');
    else if (base.label && typeof known !== 'string') this.findings.skip(source, 'no-base');
    else {
      const named = typeof known === 'string' ? known : undefined;
      this.findings.shares.push({ id: this.latest, percent: number.value, base: named, source });
    }
    this.from = number.end;
  }

  private readNothing({ start, end, of }: Extract<Mention, { is: 'nothing' }>): void {
    for (const words of of) {
      for (const labels of [[words], words.split(/[、和及]/)]) {
        const ids = labels.map((label) => this.meant(label));
        if (!ids.every((id) => typeof id === 'string')) continue;
        for (const id of new Set(ids)) {
          const unit = FIGURES[id]?.unit ?? '万元';
          this.findings.add(id, { value: '0', unit, source: this.source({ start, end }), nothing: true });
        }
        return;
      }
    }
  }

  private meant(label: string, unit?: string, first?: string): string | readonly string[] | undefined {
    const meaning = meaningOf(label, this.names);
    const ids = meaning?.ids.filter((id) => unit === undefined || sameKind(FIGURES[id]!.unit, unit));
    return meaning && ids?.length ? this.listing.choose({ ...meaning, ids }, first) : undefined;
  }

  private source({ start, end }: { start: number; end: number }): Source {
    return this.cut(this.line.start + start, this.line.start + end);
  }
}

function valued({ value, unit }: Numbered): { value: string; unit: Figure['unit'] } {
  return { value, unit };
}

function sameKind(a: string, b: string): boolean {
  return a === b || (a === '万元' && b === '元');
}
