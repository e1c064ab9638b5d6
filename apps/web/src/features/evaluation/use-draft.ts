import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { answer, api, ordering } from '../../api/client.js';
import type { Evaluation, FieldValue, Sheet } from '../../api/evaluation-answers.js';
import { remember } from '../../api/latest.js';
import { Refused, Unreachable } from '../../api/problem.js';
import { keep, kept } from '../../session/kept.js';
import { useSession } from '../../session/session.js';
import {
  arrived,
  changesOf,
  type Draft,
  isDue,
  lost,
  malformed,
  refused,
  type SaveState,
  sent,
  settled,
  stateOf,
  typed,
  unsaved,
} from './draft.js';
import { valueAt, withValues } from './fields.js';
import { keptOf, restored } from './kept-draft.js';
import { evaluationQuery } from './queries.js';

/** So long after the last key, what was typed is saved. */
const PAUSE = 900;
/** So long after nothing answered, it is tried again. */
const PATIENCE = 5_000;

/** What may be done to a sheet: the same functions as long as the page is open, so that what was not touched is not drawn anew. */
export interface Hand {
  edit(path: string, after: FieldValue | null): void;
  markMalformed(path: string): void;
  settle(path: string, whose: 'mine' | 'theirs'): void;
  save(): void;
}

/** A sheet under somebody's hands. */
export interface Editing extends Hand {
  readonly hand: Hand;
  readonly sheet: Sheet;
  readonly state: SaveState;
  readonly draft: Draft;
  readonly error: unknown;
}

/**
 * Saves what is typed after each pause, field by field, and keeps it through refusals, lost answers, ended sessions and
 * closed windows.
 */
export function useDraft(evaluation: Evaluation): Editing {
  const { id } = evaluation;
  const queries = useQueryClient();
  const { personId } = useSession();
  const [draft, setDraft] = useState(() =>
    restored(editable(evaluation) ? kept(personId, `draft ${id}`) : undefined, (path) =>
      valueAt(evaluation.sheet, path),
    ),
  );
  const [error, setError] = useState<unknown>(null);
  const now = useRef(draft);
  const newest = useRef(evaluation);
  newest.current = evaluation;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const left = useRef(false);

  const become = useCallback(
    (next: Draft): void => {
      now.current = next;
      setDraft(next);
      keep(personId, `draft ${id}`, keptOf(next));
    },
    [id, personId],
  );

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (now.current.sending.size > 0) return;
    become(sent(now.current));
    const changes = changesOf(now.current);
    if (changes.length === 0) return;
    const { key, version } = { key: evaluationQuery(id).queryKey, version: newest.current.streamVersion };
    try {
      const body = { changes: changes as never };
      const params = { path: { id }, header: {} };
      const done = await answer(api.PATCH('/api/evaluations/{id}/draft', { params, headers: ordering(version), body }));
      remember(done.position);
      queries.setQueryData(
        key,
        (old) =>
          old && {
            ...old,
            streamVersion: Math.max(old.streamVersion, done.version),
            sheet: withValues(
              old.sheet,
              changes.map(({ path, after }) => [path, after] as const),
            ),
          },
      );
      become(arrived(now.current));
      setError(null);
    } catch (failure) {
      const theirs = conflictsIn(failure);
      become(theirs ? refused(now.current, theirs) : lost(now.current));
      setError(theirs ? null : failure);
      if (failure instanceof Unreachable && !left.current) timer.current = setTimeout(() => void save(), PATIENCE);
    }
    void queries.invalidateQueries({ queryKey: key });
    if (isDue(now.current)) void save();
  }, [become, id, queries]);

  const later = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  }, [save]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent): void => {
      if (stateOf(now.current) !== 'saved') event.preventDefault();
    };
    const back = (): void => {
      if (stateOf(now.current) === 'failed') void save();
    };
    left.current = false;
    if (isDue(now.current)) void save();
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('online', back);
      left.current = true;
      void save();
    };
  }, [save]);

  const hand = useMemo<Hand>(
    () => ({
      edit: (path, after) => {
        become(typed(now.current, path, valueAt(newest.current.sheet, path), after));
        later();
      },
      markMalformed: (path) => become(malformed(now.current, path)),
      settle: (path, whose) => {
        become(settled(now.current, path, whose));
        void save();
      },
      save: () => void save(),
    }),
    [become, later, save],
  );
  return useMemo(
    () => ({
      ...hand,
      hand,
      sheet: withValues(evaluation.sheet, unsaved(draft)),
      state: stateOf(draft),
      draft,
      error,
    }),
    [hand, evaluation.sheet, draft, error],
  );
}

function conflictsIn(failure: unknown): Map<string, FieldValue | null> | undefined {
  const { conflicts } = failure instanceof Refused ? failure.problem : {};
  return conflicts && new Map(conflicts.map(({ pointer, current }) => [pointer, current as FieldValue | null]));
}

const editable = ({ actions }: Evaluation): boolean =>
  actions.some(({ action, allowed }) => action === 'EditDraft' && allowed);
