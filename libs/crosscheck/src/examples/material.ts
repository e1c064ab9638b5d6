import { EMPTY_SHEET, type Figure, type Sheet } from '#libs/sheet';
import type { Place } from '../finding.js';
import type { Material } from '../material.js';

/** What an example says; everything else is as empty as it may be. */
export interface Told extends Partial<Omit<Material, 'sheet'>> {
  /** Figure id → decimal string in 万元, or the whole figure. */
  readonly figures?: Readonly<Record<string, string | Figure>>;
  readonly head?: Sheet['head'];
  readonly indicators?: Sheet['indicators'];
  readonly sections?: Sheet['sections'];
  readonly answers?: Sheet['answers'];
}

/** A rule's example: `fails` is found with exactly these Chinese messages and places, `passes` is not. */
export interface Example {
  readonly rule: string;
  readonly fails: Told;
  readonly finds: readonly {
    readonly zh: string | RegExp;
    /** Pointers; after a pointer into a text a space and the words of the span there. */
    readonly at: readonly string[];
    readonly severity?: string;
  }[];
  readonly passes: Told;
}

export function material(told: Told): Material {
  const { figures = {}, head = {}, indicators = {}, sections = {}, answers = {}, ...rest } = told;
  const full = Object.entries(figures).map(([id, figure]): [string, Figure] => [
    id,
    typeof figure === 'string' ? { value: figure, unit: '万元' } : figure,
  ]);
  return {
    sheet: { ...EMPTY_SHEET, head, figures: Object.fromEntries(full), indicators, sections, answers },
    task: { kind: 'whole-unit', unitName: '会同县工伤保险服务中心', fiscalYear: 2021 },
    demands: { sections: [], tables: [], publishWithinDays: 20, rectifyWithinDays: 30 },
    score: null,
    process: null,
    survey: null,
    documents: null,
    others: [],
    ...rest,
  };
}

/** A place as an example writes it. */
export function placed({ sheet }: Material, { pointer, start, end }: Place): string {
  const text = sheet.sections[pointer.replace('/sections/', '')] ?? '';
  return start === undefined ? pointer : `${pointer} ${text.slice(start, end)}`;
}
