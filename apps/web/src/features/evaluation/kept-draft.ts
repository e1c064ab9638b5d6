import type { FieldValue } from '../../api/evaluation-answers.js';
import { type Draft, NOTHING_TYPED, refused } from './draft.js';
import { same } from './fields.js';

/** A draft as it is kept in the browser: what was typed, and what somebody else wrote over it. */
export interface KeptDraft {
  readonly edits: readonly (readonly [path: string, before: FieldValue | null, after: FieldValue | null])[];
  readonly conflicts: readonly (readonly [path: string, mine: FieldValue | null, theirs: FieldValue | null])[];
}

/** What has to be kept; undefined: everything is on the server. Half-typed numbers are no values and are not kept. */
export function keptOf(draft: Draft): KeptDraft | undefined {
  // What is on its way may never arrive.
  const { waiting, conflicts } = refused(draft, new Map());
  if (waiting.size === 0 && conflicts.size === 0) return undefined;
  return {
    edits: [...waiting].map(([path, { before, after }]) => [path, before, after]),
    conflicts: [...conflicts].map(([path, { mine, theirs }]) => [path, mine, theirs]),
  };
}

/** The draft as it was left; without what arrived after all. What this browser kept may be anything. */
export function restored(kept: unknown, onServer: (path: string) => FieldValue | null): Draft {
  const { edits, conflicts } = (kept ?? {}) as Partial<KeptDraft>;
  if (!Array.isArray(edits) || !Array.isArray(conflicts)) return NOTHING_TYPED;
  const missing = ([path, , after]: KeptDraft['edits'][number]): boolean => !same(onServer(path), after);
  const apart = ([path, mine]: KeptDraft['conflicts'][number]): boolean => !same(onServer(path), mine);
  return {
    ...NOTHING_TYPED,
    waiting: new Map(
      (edits as KeptDraft['edits']).filter(missing).map(([path, before, after]) => [path, { before, after }]),
    ),
    conflicts: new Map(
      (conflicts as KeptDraft['conflicts'])
        .filter(apart)
        .map(([path, mine]) => [path, { mine, theirs: onServer(path) }]),
    ),
  };
}
