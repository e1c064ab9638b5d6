import { EMPTY_SHEET, type Figure, type Sheet } from '#libs/sheet';
import type { Material } from '../material.js';

/** What an example says; everything else is as empty as it may be. */
export interface Told extends Partial<Omit<Material, 'sheet'>> {
  /** Figure id → decimal string in 万元, or the whole figure. */
  readonly figures?: Readonly<Record<string, string | Figure>>;
  readonly head?: Sheet['head'];
  readonly indicators?: Sheet['indicators'];
  readonly sections?: Sheet['sections'];
}

/** A rule's example: `fails` is found with exactly these Chinese messages and places, `passes` is not. */
export interface Example {
  readonly rule: string;
  readonly fails: Told;
  readonly finds: readonly {
    readonly zh: string | RegExp;
    readonly at: readonly string[];
    readonly severity?: string;
  }[];
  readonly passes: Told;
}

export function material({ figures = {}, head = {}, indicators = {}, sections = {}, ...rest }: Told): Material {
  const full = Object.entries(figures).map(([id, told]): [string, Figure] => [
    id,
    typeof told === 'string' ? { value: told, unit: '万元' } : told,
  ]);
  return {
    sheet: { ...EMPTY_SHEET, head, figures: Object.fromEntries(full), indicators, sections },
    task: { kind: 'whole-unit', unitName: '会同县工伤保险服务中心', fiscalYear: 2021 },
    demands: { sections: [], tables: [], publishWithinDays: 20, rectifyWithinDays: 30 },
    score: null,
    process: null,
    others: [],
    ...rest,
  };
}
