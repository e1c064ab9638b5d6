import { Decimal, type Figure, percent } from '#libs/sheet';
import { type Given, given, shown } from '../figures.js';
import type { Material } from '../material.js';

/** A share as it is printed beside what it is. */
export interface Share {
  readonly part: Given;
  readonly base: Given;
  readonly stated: NonNullable<Figure['stated']>;
  /** Decimals that were printed. */
  readonly decimals: number;
  /** Per cent, to four decimals. */
  readonly exact: Decimal;
  /** The exact share with as many decimals as were printed, rounded half up, and cut off. */
  readonly rounded: string;
  readonly cut: string;
}

const known = new WeakMap<Material['sheet'], readonly Share[]>();

/** The shares that can be checked. Worked out once for the rules that look at them. */
export function sharesOf(material: Material): readonly Share[] {
  const all = known.get(material.sheet) ?? workOut(material);
  known.set(material.sheet, all);
  return all;
}

/** `工会经费 2.83 ÷ 本年支出 72.92 = 3.881%` */
export const workedShare = ({ part, base, exact }: Share): string => `${shown(part)} ÷ ${shown(base)} = ${exact}%`;

function workOut(material: Material): readonly Share[] {
  return Object.entries(material.sheet.figures).flatMap(([id, { stated }]) => {
    if (!stated || !/^-?\d{1,6}(?:\.\d{1,4})?$/.test(stated.percent)) return [];
    const [part, base] = [given(material, id), given(material, stated.base)];
    const exact = part && base ? percent(part.value, base.value) : null;
    if (!part || !base || !exact) return [];
    const decimals = stated.percent.split('.')[1]?.length ?? 0;
    // From the amounts, not from the four decimals: 4.44996 is not first rounded to 4.4500 and then to 4.5.
    const whole = part.value.times(100).dividedBy(base.value);
    return [
      {
        ...{ part, base, stated, decimals, exact },
        rounded: whole.toFixed(decimals, Decimal.ROUND_HALF_UP),
        cut: whole.toFixed(decimals, Decimal.ROUND_DOWN),
      },
    ];
  });
}
