import { FIGURES, type Figure, isDecimal, type Source } from '#libs/sheet';
import { customFigure } from './custom-figure.js';
import { seriesLabels } from './cut-label.js';
import type { Findings, Why } from './findings.js';
import type { Names } from './labels.js';
import { areaOf } from './listing.js';
import { type Mention, mentionsIn, type Numbered, seriesFrom, type Words, wordsBefore } from './mentions.js';
import { reasonFor } from './reasons.js';
import type { Line } from './sections.js';
import { baseOf } from './shares.js';
import { Talk } from './talk.js';
import { whyNot } from './why-not.js';
import { OPENS_REASONS } from './words.js';

/** Reads all figures of a report's prose into `findings`, line by line. `cut` makes a source from positions of the normalised text. */
export function readFigures(
  lines: readonly Line[],
  names: Names,
  cut: (start: number, end: number) => Source,
  findings: Findings,
): void {
  const reader = new FigureReader(names, cut, findings);
  for (const line of lines) reader.read(line);
}

class FigureReader {
  private readonly talk: Talk;
  /** The adjustment whose reasons are being told. */
  private adjusted: string | undefined;
  private line!: Line;
  /** In the line: the end of what was read. */
  private from = 0;
  private latest: string | undefined;
  /** The figures of the last `分别为`. */
  private series: readonly string[] = [];

  constructor(
    names: Names,
    private readonly cut: (start: number, end: number) => Source,
    private readonly findings: Findings,
  ) {
    this.talk = new Talk(names);
  }

  read(line: Line): void {
    Object.assign(this, { line, from: 0, latest: undefined, series: [] });
    this.talk.begin(line);
    const mentions = mentionsIn(line.text);
    for (let at = 0; at < mentions.length; at++) {
      const mention = mentions[at]!;
      this.follow(mention.start);
      if (mention.is === 'nothing') this.readNothing(mention);
      else {
        const series = seriesFrom(mentions, at, line.text);
        if (series.length > 1 && this.readSeries(series)) at += series.length - 1;
        else if (mention.kind === 'percent') this.readPercent([mention], this.latest ? [this.latest] : []);
        else this.readAmount(mention);
      }
    }
    this.follow(line.text.length);
    this.talk.listing.endParagraph();
    if (!/[，：；]$/.test(line.text)) this.adjusted = undefined;
  }

  private follow(to: number): void {
    if (this.talk.follow(to)) this.adjusted = undefined;
  }

  private readAmount(number: Numbered): void {
    const words = this.inList(wordsBefore(this.line.text, this.from, number.start));
    const chosen = this.talk.meant(words.label, number.unit);
    const reason = this.adjusted && number.kind === 'money' ? this.reason(words, chosen) : undefined;
    const id = reason?.id ?? (typeof chosen === 'string' ? chosen : undefined);
    const why = whyNot(number, words, chosen);
    if (id && !number.rate && isDecimal(number.value)) this.record(id, reason?.figure ?? {}, number);
    else if (number.kind === 'money' && !why) this.recordCustom(words, number);
    else if (number.kind === 'money' || chosen) this.skip(number, why ?? 'unknown-label');
    if (number.kind === 'money') this.from = number.end;
  }

  /** `项目支出用于良种推广6万元`: first what is being split, then the part's own label. */
  private inList(words: Words): Words {
    const [, whole, part] = /^(.{2,20}?)(?:中，?|主要)?(?:用于|包括)(.{2,})$/.exec(words.label) ?? [];
    const id = whole && part ? this.talk.meant(whole) : undefined;
    if (typeof id !== 'string') return words;
    this.talk.listing.mention(id);
    return { label: part!, since: `用于${part}` };
  }

  /** `人员经费、公用经费分别为8万元和2万元，分别占总支出的80%和20%`: as many labels as numbers, or nothing. */
  private readSeries(numbers: readonly Numbered[]): boolean {
    const since = this.line.text.slice(this.from, numbers[0]!.start).slice(-120);
    if (!since.includes('分别')) return false;
    if (numbers[0]!.kind === 'percent') {
      if (this.series.length === numbers.length) this.readPercent(numbers, this.series);
      return this.series.length === numbers.length;
    }
    const labels = seriesLabels(since);
    const ids = labels.map((label) => this.talk.meant(label, numbers[0]!.unit));
    if (ids.length !== numbers.length || !ids.every((id) => typeof id === 'string')) return false;
    if (!numbers.every(({ value, rate }) => isDecimal(value) && !rate)) return false;
    numbers.forEach((number, at) => {
      this.record(ids[at]!, {}, number);
    });
    this.series = ids;
    return true;
  }

  private record(id: string, figure: Partial<Figure>, number: Numbered): void {
    const { value, unit } = number;
    const source: Source = {
      ...this.source(number),
      ...(this.talk.alone ? { sure: 'certain', because: ['label'] } : { sure: 'likely', because: ['context'] }),
    };
    this.findings.add(id, { ...figure, value, unit: unit as Figure['unit'], source });
    this.talk.listing.mention(id, figure.parent);
    this.from = number.end;
    this.latest = id;
    const [sentence = ''] = this.line.text.slice(number.end, number.end + 40).split('。', 1);
    if (areaOf(id) === 'ADJ' && this.talk.listing.parentOf(id) === undefined) {
      this.adjusted = OPENS_REASONS.test(sentence) ? id : undefined;
    } else if (this.adjusted && areaOf(id) !== 'ADJ') this.adjusted = undefined;
  }

  private recordCustom(words: Words, number: Numbered): void {
    const custom = customFigure(words, this.talk.listing, this.findings);
    if (custom) this.record(custom.id, custom.figure, number);
    else this.skip(number, 'unknown-label');
  }

  private skip(number: Numbered, why: Why): void {
    this.findings.skip(this.source(number), why);
    if (number.kind !== 'money') return;
    this.latest = undefined;
    this.talk.listing.unclear = true;
  }

  /** While the reasons of an adjustment are told, only a figure that belongs to no list is more than a reason. */
  private reason(words: Words, chosen: string | readonly string[] | undefined) {
    if (typeof chosen === 'string' && (this.talk.listing.parentOf(chosen) === undefined || areaOf(chosen) === 'ADJ'))
      return undefined;
    return reasonFor(this.adjusted!, words.since, this.findings);
  }

  private readPercent(numbers: readonly Numbered[], ids: readonly string[]): void {
    const { share, label, column } = baseOf(this.line.text.slice(this.from, numbers[0]!.start));
    numbers.forEach((number, at) => {
      const id = ids[at];
      const base = id && label ? this.talk.baseOf(label, id, column) : undefined;
      const unclear = !id || !share || !isDecimal(number.value) || (label !== '' && typeof base !== 'string');
      if (unclear) this.findings.skip(this.source(number), 'no-base');
      else {
        const named = typeof base === 'string' ? base : undefined;
        this.findings.shares.push({ id, percent: number.value, base: named, source: this.source(number) });
      }
    });
    this.from = numbers.at(-1)!.end;
  }

  private readNothing({ start, end, of }: Extract<Mention, { is: 'nothing' }>): void {
    for (const words of of) {
      for (const labels of [[words], words.split(/[、和及]/)]) {
        const ids = labels.map((label) => this.talk.meant(label));
        if (!ids.every((id) => typeof id === 'string')) continue;
        for (const id of new Set(ids)) {
          const unit = FIGURES[id]?.unit ?? '万元';
          this.findings.add(id, { value: '0', unit, source: this.source({ start, end }), nothing: true });
        }
        return;
      }
    }
  }

  private source({ start, end }: { start: number; end: number }): Source {
    return this.cut(this.line.start + start, this.line.start + end);
  }
}
