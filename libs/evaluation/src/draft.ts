import { canonicalJson } from '#libs/kernel';
import { type Change, checkField, type FieldValue, fieldAt, type Sheet } from '#libs/sheet';
import type { DraftImported } from './facts.js';
import { refusal } from './refusals.js';
import { wording } from './wording.js';

const MOST_CHANGES = 500;
const NAME = { least: 1, most: 255 };
/** The longest text a document may have been read from. */
const MOST_CHARACTERS = 5_000_000;

/**
 * The changes that remain to be made. A field that already holds what is wanted is left out; a field that holds
 * neither that nor what the editor saw is a conflict, and the refusal names all of them. So two editors of different
 * fields merge, and two editors of one field see each other.
 */
export function mergedInto(sheet: Sheet, changes: readonly Change[]): Change[] {
  if (changes.length > MOST_CHANGES)
    throw refusal('draft.too-many-changes', { pointer: '/changes', most: MOST_CHANGES });
  refuseRepeated(changes);
  const open = changes
    .map(({ path, before, after }) => ({ path, seen: before, after: checkField(path, after) }))
    .map(({ path, seen, after }) => ({ path, seen, before: fieldAt(sheet, path), after }))
    .filter(({ before, after }) => !same(before, after));

  const conflicts = open
    .filter(({ seen, before }) => !same(seen, before))
    .map(({ path, before }) => ({ pointer: path, current: before }));
  if (conflicts[0]) throw refusal('draft.field-conflict', { ...conflicts[0], conflicts });
  return open.map(({ path, before, after }) => ({ path, before, after }));
}

/** Refuses a document that is not named and hashed as documents are. */
export function checkDocument({ name, sha256, characters }: DraftImported['document']): void {
  const unfit = wording(name, '/document/name', NAME);
  if (unfit) throw unfit;
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw refusal('draft.document-not-described', { pointer: '/document/sha256' });
  if (!Number.isSafeInteger(characters) || characters < 1 || characters > MOST_CHARACTERS)
    throw refusal('draft.document-not-described', { pointer: '/document/characters', most: MOST_CHARACTERS });
}

function refuseRepeated(changes: readonly Change[]): void {
  const seen = new Set<string>();
  for (const [n, { path }] of changes.entries()) {
    if (seen.has(path)) throw refusal('draft.repeated-field', { pointer: `/changes/${n}/path` });
    seen.add(path);
  }
}

/** Equal as content: the order in which keys were written does not matter, and what has no JSON form equals nothing. */
function same(a: FieldValue | null | undefined, b: FieldValue | null): boolean {
  try {
    return canonicalJson(a ?? null) === canonicalJson(b);
  } catch {
    return false;
  }
}
