import type { TFunction } from 'i18next';
import type { FieldValue, Sheet } from '../../api/evaluation-answers.js';

export type MapName = keyof Sheet;
const PATH = /^\/(answers|attachments|figures|head|indicators|sections)\/(.+)$/;

/** The path of a field, as changes and return items name it (RFC 6901). */
export const pathOf = (map: MapName, key: string): string => `/${map}/${key.replaceAll('/', '~1')}`;

/** The map and the key a path names; undefined for a whole part such as `/figures`. */
export function partsOf(path: string): { readonly map: MapName; readonly key: string } | undefined {
  const [, map, key] = PATH.exec(path) ?? [];
  return map && key ? { map: map as MapName, key: key.replaceAll('~1', '/') } : undefined;
}

/** What stands in the field; null: nothing was ever given. */
export function valueAt(sheet: Sheet, path: string): FieldValue | null {
  const parts = partsOf(path);
  if (!parts) return null;
  const fields: Readonly<Record<string, FieldValue>> = sheet[parts.map] ?? {};
  return Object.hasOwn(fields, parts.key) ? (fields[parts.key] ?? null) : null;
}

/** The sheet with other values in some fields; null removes one. */
export function withValues(sheet: Sheet, values: Iterable<readonly [path: string, value: FieldValue | null]>): Sheet {
  const next: Record<string, Record<string, FieldValue>> = { ...sheet } as never;
  for (const [path, value] of values) {
    const parts = partsOf(path);
    if (!parts) continue;
    const fields = { ...next[parts.map] };
    if (value === null) delete fields[parts.key];
    else fields[parts.key] = value;
    next[parts.map] = fields;
  }
  return next as unknown as Sheet;
}

/** Equal as content, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** The name of a place in the sheet, for people. */
export function nameOf(path: string, sheet: Sheet, labels: ReadonlyMap<string, string>, t: TFunction): string {
  const parts = partsOf(path);
  if (!parts) {
    const part = (['head', 'figures', 'indicators', 'sections'] as const).find((one) => path === `/${one}`);
    return part ? t(`sheet.${part}`) : path;
  }
  const { map, key } = parts;
  if (map === 'head') return `${t('sheet.head')} · ${t(`sheet.headField.${key as 'unitName'}`, { defaultValue: key })}`;
  if (map === 'sections') return t(`sheet.section.${key as 'duties'}`, { defaultValue: key });
  if (map === 'indicators') return sheet.indicators[key]?.name ?? key;
  if (map === 'attachments') return `${t('attachments.title')} · ${sheet.attachments?.[key]?.name ?? key.slice(0, 12)}`;
  if (map === 'figures') return sheet.figures[key]?.label ?? labels.get(key) ?? key;
  return `${t('score.answers')} · ${key}`;
}
