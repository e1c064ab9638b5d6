import { DomainError } from '#libs/kernel';
import { HEAD_FIELDS, SECTIONS } from './sheet.js';

/** The four maps of a sheet, as the first step of a field's pointer. */
export type FieldGroup = 'head' | 'figures' | 'indicators' | 'sections';

/** A field's place: the map and the key in it. */
export interface Place {
  readonly group: FieldGroup;
  readonly key: string;
}

const FIGURE_ID = /^[A-Z][A-Z0-9_.]{0,63}$/;
const INDICATOR_ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The place a pointer names, or undefined when no sheet can have such a field. */
export function placeOf(path: string): Place | undefined {
  const [empty, group, key, ...more] = path.split('/');
  if (empty !== '' || key === undefined || more.length > 0) return undefined;
  switch (group) {
    case 'figures':
      return FIGURE_ID.test(key) ? { group, key } : undefined;
    case 'indicators':
      return INDICATOR_ID.test(key) ? { group, key } : undefined;
    case 'head':
      return (HEAD_FIELDS as readonly string[]).includes(key) ? { group, key } : undefined;
    case 'sections':
      return Object.hasOwn(SECTIONS, key) ? { group, key } : undefined;
    default:
      return undefined;
  }
}

export function isFieldPath(path: string): boolean {
  return placeOf(path) !== undefined;
}

/** Like placeOf, for input that must name a field: refuses with `sheet.unknown-field`. */
export function requirePlace(path: string): Place {
  const place = placeOf(path);
  if (place === undefined) throw new DomainError('invalid', 'sheet.unknown-field', { pointer: path.slice(0, 200) });
  return place;
}
