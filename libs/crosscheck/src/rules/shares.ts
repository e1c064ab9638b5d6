import { Decimal, type Figure } from '#libs/sheet';
import { type Given, given, shown } from '../figures.js';
import type { Material } from '../material.js';
import { once } from '../once.js';

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

/** The shares that can be checked. */
export const sharesOf = once(workOut);

/** `工会经费 2.83 ÷ 本年支出 72.92 = 3.881%` */
export const workedShare = ({ part, base, exact }: Share): string => `${shown(part)} ÷ ${shown(base)} = ${exact}%`;

function workOut(material: Pick<Material, 'sheet'>): readonly Share[] {
  return Object.entries(material.sheet.figures).flatMap(([id, { stated }]) => {
    if (!stated || !/^-?\d{1,6}(?:\.\d{1,4})?$/.test(stated.percent)) return [];
    const [part, base] = [given(material, id), given(material, stated.base)];
    if (!part || !base || base.value.isZero()) return [];
    const decimals = stated.percent.split('.')[1]?.length ?? 0;
    // From the amounts, not from the four decimals: 4.44996 is not first rounded to 4.4500 and then to 4.5.
    const whole = part.value.times(100).dividedBy(base.value);
    return [
      {
        ...{ part, base, stated, decimals },
        exact: whole.toDecimalPlaces(4, Decimal.ROUND_HALF_UP),
        rounded: whole.toFixed(decimals, Decimal.ROUND_HALF_UP),
        cut: whole.toFixed(decimals, Decimal.ROUND_DOWN),
      },
    ];
  });
}
