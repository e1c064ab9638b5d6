import { canonicalJson } from '#libs/kernel';
import { MAPS, type MapName, pathOf, splitPath } from './field-path.js';
import type { Change, FieldValue, Sheet } from './sheet.js';

/** What stands in a field; null when it was never given, or when the path names no field. */
export function fieldAt(sheet: Sheet, path: string): FieldValue | null {
  const [map, key] = splitPath(path) ?? [];
  if (!map || key === undefined) return null;
  const fields: Readonly<Record<string, FieldValue>> = sheet[map] ?? {};
  return Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
}

/**
 * The sheet after the changes, in their order; `before` is not looked at. An `after` of null removes the field.
 * Never throws: a change whose path names no field changes nothing.
 */
export function applyChanges(sheet: Sheet, changes: readonly Change[]): Sheet {
  const fields = {} as Record<MapName, Record<string, FieldValue>>;
  for (const map of MAPS) fields[map] = { ...sheet[map] };
  for (const { path, after } of changes) {
    const [map, key] = splitPath(path) ?? [];
    if (!map || key === undefined) continue;
    if (after === null || after === undefined) delete fields[map][key];
    else fields[map][key] = after;
  }
  // A sheet to which nothing is attached is what it was before sheets had attachments.
  const { attachments, ...others } = fields;
  return (Object.keys(attachments).length > 0 ? fields : others) as unknown as Sheet;
}

/** The changes that turn one sheet into the other, in the order of their paths; none when they say the same. */
export function diff(from: Sheet, to: Sheet): Change[] {
  return MAPS.flatMap((map) =>
    [...new Set([...Object.keys(from[map] ?? {}), ...Object.keys(to[map] ?? {})])].map((key) => pathOf(map, key)),
  )
    .sort()
    .map((path) => ({ path, before: fieldAt(from, path), after: fieldAt(to, path) }))
    .filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after));
}
