import type { Change, FieldValue } from '../../api/evaluation-answers.js';
import { same } from './fields.js';

interface Edit {
  /** What stood there when typing began. */
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

/**
 * What was typed into the sheet and is not yet on the server: waiting, on its way, or in conflict with what somebody else
 * wrote. Nothing typed is ever dropped but by the person.
 */
export interface Draft {
  readonly waiting: ReadonlyMap<string, Edit>;
  readonly sending: ReadonlyMap<string, Edit>;
  readonly conflicts: ReadonlyMap<string, { readonly mine: FieldValue | null; readonly theirs: FieldValue | null }>;
  /** Fields whose text is no value yet, such as a number half typed; they are not sent. */
  readonly malformed: ReadonlySet<string>;
  readonly failed: boolean;
}

export const NOTHING_TYPED: Draft = {
  waiting: new Map(),
  sending: new Map(),
  conflicts: new Map(),
  malformed: new Set(),
  failed: false,
};

/** `onServer` is what stands there as far as is known. A field that is back where it began is no longer waiting. */
export function typed(draft: Draft, path: string, onServer: FieldValue | null, after: FieldValue | null): Draft {
  const underWay = draft.sending.get(path);
  const before = underWay ? underWay.after : (draft.waiting.get(path)?.before ?? onServer);
  const waiting = new Map(draft.waiting);
  if (same(before, after)) waiting.delete(path);
  else waiting.set(path, { before, after });
  return { ...draft, waiting, malformed: without(draft.malformed, path) };
}

/** The field holds text that is no value. */
export function malformed(draft: Draft, path: string): Draft {
  return { ...draft, malformed: new Set([...draft.malformed, path]) };
}

/** Everything that waits goes on its way; nothing while an earlier batch is. Fields in conflict stay. */
export function sent(draft: Draft): Draft {
  if (draft.sending.size > 0) return draft;
  const going = [...draft.waiting].filter(([path]) => !draft.conflicts.has(path));
  const staying = [...draft.waiting].filter(([path]) => draft.conflicts.has(path));
  return { ...draft, sending: new Map(going), waiting: new Map(staying), failed: false };
}

/** The batch as the API takes it. */
export function changesOf({ sending }: Draft): Change[] {
  return [...sending].map(([path, { before, after }]) => ({ path, before, after }));
}

export function arrived(draft: Draft): Draft {
  return { ...draft, sending: new Map(), failed: false };
}

/** The batch came back because somebody else wrote some of its fields: those are shown, the others are sent again. */
export function refused(draft: Draft, theirs: ReadonlyMap<string, FieldValue | null>): Draft {
  const conflicts = new Map(draft.conflicts);
  const back = new Map<string, Edit>();
  for (const [path, edit] of draft.sending) {
    const later = draft.waiting.get(path);
    if (theirs.has(path))
      conflicts.set(path, { mine: later ? later.after : edit.after, theirs: theirs.get(path) ?? null });
    else back.set(path, later ? { before: edit.before, after: later.after } : edit);
  }
  const untouched = [...draft.waiting].filter(([path]) => !draft.sending.has(path));
  return { ...draft, sending: new Map(), waiting: new Map([...back, ...untouched]), conflicts, failed: false };
}

/** The batch did not get through, or was refused as a whole; it waits for the next try. */
export function lost(draft: Draft): Draft {
  return { ...refused(draft, new Map()), failed: true };
}

/** Whether something waits that can go on its way at once, whatever else is in conflict or half typed. */
export function isDue({ waiting, conflicts, failed }: Draft): boolean {
  return !failed && [...waiting.keys()].some((path) => !conflicts.has(path));
}

/** The person decided whose value stands. */
export function settled(draft: Draft, path: string, whose: 'mine' | 'theirs'): Draft {
  const conflict = draft.conflicts.get(path);
  if (!conflict) return draft;
  const conflicts = new Map(draft.conflicts);
  conflicts.delete(path);
  const waiting = new Map(draft.waiting);
  if (whose === 'mine') waiting.set(path, { before: conflict.theirs, after: conflict.mine });
  else waiting.delete(path);
  return { ...draft, conflicts, waiting };
}

/** The values that stand in place of the server's while they are not saved. */
export function unsaved(draft: Draft): Map<string, FieldValue | null> {
  const values = new Map<string, FieldValue | null>();
  for (const [path, { after }] of draft.sending) values.set(path, after);
  for (const [path, { mine }] of draft.conflicts) values.set(path, mine);
  for (const [path, { after }] of draft.waiting) values.set(path, after);
  return values;
}

export type SaveState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'conflict' | 'malformed';

/** What the person is told of all this, the gravest first. */
export function stateOf({ waiting, sending, conflicts, malformed: bad, failed }: Draft): SaveState {
  if (conflicts.size > 0) return 'conflict';
  if (failed) return 'failed';
  if (sending.size > 0) return 'saving';
  if (bad.size > 0) return 'malformed';
  return waiting.size > 0 ? 'unsaved' : 'saved';
}

function without(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  if (!set.has(one)) return set;
  return new Set([...set].filter((each) => each !== one));
}
