import { HEAD_FIELDS, SECTIONS } from './sheet.js';

/** The maps of a sheet, in the order of their paths. */
export const MAPS = ['answers', 'attachments', 'figures', 'head', 'indicators', 'sections'] as const;
export type MapName = (typeof MAPS)[number];

const FIGURE_ID = /^[A-Z][A-Z0-9_.]{0,63}$/;
const INDICATOR_ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const SHA_256 = /^[0-9a-f]{64}$/;
const ANSWER_ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}(?:\/[A-Za-z0-9][A-Za-z0-9_.-]{0,63})?$/;
const PATH =
  /^\/(answers|attachments|figures|head|indicators|sections)\/([A-Za-z0-9_.-]{1,64}(?:~1[A-Za-z0-9_.-]{1,64})?)$/;
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

/** Whether a text names a field of a sheet: `/head/…`, `/figures/…`, `/indicators/…`, `/sections/…`, `/answers/…` or
 * `/attachments/…`. */
export function isFieldPath(path: unknown): path is string {
  return splitPath(path) !== undefined;
}

/** The map and the key a path names; undefined when it names no field. Names every object inherits are never keys. */
export function splitPath(path: unknown): readonly [MapName, string] | undefined {
  if (typeof path !== 'string') return undefined;
  const [, map, escaped] = PATH.exec(path) ?? [];
  const key = escaped?.replace('~1', '/');
  if (!map || !key || key in Object.prototype) return undefined;
  return allowed(map as MapName, key) ? [map as MapName, key] : undefined;
}

/** The path of a key in a map. */
export function pathOf(map: MapName, key: string): string {
  return `/${map}/${key.replace('/', '~1')}`;
}

function allowed(map: MapName, key: string): boolean {
  if (map === 'head') return (HEAD_FIELDS as readonly string[]).includes(key);
  if (map === 'sections') return Object.hasOwn(SECTIONS, key);
  if (map === 'answers') return ANSWER_ID.test(key);
  if (map === 'attachments') return SHA_256.test(key);
  return map === 'figures' ? FIGURE_ID.test(key) : INDICATOR_ID.test(key);
}
