import { FIGURES } from '#libs/sheet';
import { inColumn } from './columns.js';
import { meaningOf, type Names } from './labels.js';
import { areaOf, Listing } from './listing.js';
import type { Line } from './sections.js';
import { COLUMNS, CONTINUES, TELLS_OF_WORK } from './words.js';

type Meant = string | readonly string[] | undefined;

/** Follows the text and says what a label means at the place that was reached. */
export class Talk {
  readonly listing = new Listing();
  private text = '';
  private followed = 0;
  /** Whether the last label that was understood names one figure alone. */
  alone = false;

  constructor(private readonly names: Names) {}

  /** A new line. A heading, or `三公经费控制情况：` at its beginning, says what follows is about. */
  begin({ text, section, heading }: Line): void {
    Object.assign(this, { text, followed: 0 });
    this.listing.enter(section);
    const lead = heading ? text : (/^[^，。；]{2,25}(?=：)/.exec(text)?.[0] ?? '');
    const label = lead.replace(/^(?:（?[一二三四五六七八九十\d]{1,3}[）、.])/, '').replace(/：$/, '');
    const meaning = label ? meaningOf(label, this.names) : undefined;
    const topic = meaning && this.listing.choose(meaning);
    if (typeof topic === 'string') this.listing.topic = topic;
    else if (heading) this.listing.topic = undefined;
  }

  /**
   * Follows the marks up to a place of the line; answers whether a sentence ended on the way. A `。` before `其中` and
   * the like does not end what is being listed.
   */
  follow(to: number): boolean {
    let ended = false;
    for (; this.followed < to; this.followed++) {
      const mark = this.text[this.followed]!;
      if (mark === '。' && CONTINUES.test(this.text.slice(this.followed + 1, this.followed + 6))) continue;
      this.listing.pass(mark);
      ended ||= mark === '。';
    }
    const near = this.text.slice(Math.max(0, to - 200), to);
    const sentence = near.slice(near.lastIndexOf('。') + 1);
    const last = [...sentence.matchAll(/(年初|预算安排)|实际|决算|执行|全年支出|本年支出/g)].at(-1);
    this.listing.cue = last ? (last[1] ? 'BUD' : 'EXP') : undefined;
    return ended;
  }

  /** The figure a label means here, or all that it could mean; only figures that count in `unit`. */
  meant(label: string, unit?: string): Meant {
    const area = COLUMNS.get(label.replace(`${this.names.year}年`, '').replace(/^(?:与|和|较|比|度)/, ''));
    const column = area && this.listing.column(area);
    this.alone = false;
    return column ?? this.named(label, unit);
  }

  /** The base of a figure's share. In another column (`完成年初预算的98%`) it is the same figure there. */
  baseOf(label: string, id: string, column: boolean): Meant {
    const base = this.named(label, '万元', id);
    const meant = column && typeof base === 'string' ? (inColumn(id, areaOf(base)) ?? base) : base;
    return meant === id ? undefined : meant;
  }

  private named(label: string, unit?: string, first?: string): Meant {
    const meaning = meaningOf(label, this.names);
    const ids = meaning?.ids.filter((id) => this.belongs(id, label) && countsIn(FIGURES[id]!.unit, unit));
    this.alone = ids?.length === 1;
    return meaning && ids?.length ? this.listing.choose({ ...meaning, ids }, first) : undefined;
  }

  /** Where work and effects are told, `收入` is not the unit's own, nor are people counted its staff. */
  private belongs(id: string, label: string): boolean {
    const { section } = this.listing;
    if (!section || !TELLS_OF_WORK.has(section) || areaOf(id) === 'FUND') return true;
    return label.length > 2 && areaOf(id) !== 'STAFF';
  }
}

function countsIn(own: string, unit: string | undefined): boolean {
  return unit === undefined || own === unit || (own === '万元' && unit === '元');
}
