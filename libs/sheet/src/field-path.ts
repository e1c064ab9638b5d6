import { HEAD_FIELDS, SECTIONS } from './sheet.js';

/** The four maps of a sheet. */
export type MapName = 'head' | 'figures' | 'indicators' | 'sections';

const FIGURE_ID = /^[A-Z][A-Z0-9_.]{0,63}$/;
const INDICATOR_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const PATH = /^\/(head|figures|indicators|sections)\/([A-Za-z0-9_.-]{1,64})$/;
const DECIMAL = /^-?\d{1,16}(?:\.\d{1,6})?$/;

/** Whether a text may name a figure, in the catalogue or not. */
export function isFigureId(text: string): boolean {
  return FIGURE_ID.test(text);
}

/**
 * Whether a text is a decimal a sheet may hold: at most 16 digits and 6 decimals (so that any amount in 元 and 分 can
 * also be written in 万元), no exponent, no sign but minus, no separators.
 */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Whether a text names a field of a sheet: `/head/…`, `/figures/…`, `/indicators/…` or `/sections/…`. */
export function isFieldPath(path: unknown): path is string {
  return splitPath(path) !== undefined;
}

/** The map and the key a path names; undefined when it names no field. Names every object inherits are never keys. */
export function splitPath(path: unknown): readonly [MapName, string] | undefined {
  if (typeof path !== 'string') return undefined;
  const [, map, key] = PATH.exec(path) ?? [];
  if (!map || !key || key in Object.prototype) return undefined;
  return allowed(map as MapName, key) ? [map as MapName, key] : undefined;
}

function allowed(map: MapName, key: string): boolean {
  if (map === 'head') return (HEAD_FIELDS as readonly string[]).includes(key);
  if (map === 'sections') return Object.hasOwn(SECTIONS, key);
  return map === 'figures' ? FIGURE_ID.test(key) : INDICATOR_ID.test(key);
}
