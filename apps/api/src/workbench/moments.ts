import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { type Evaluation, type EvaluationEvent, evaluation, type Issued } from '#libs/evaluation';
import { EventStore, type Recorded } from '#libs/event-store';
import { DomainError } from '#libs/kernel';
import { type Change, diff } from '#libs/sheet';
import { hashOf } from '../evaluation/evaluation.view.js';

/** Where an evaluation stood after one event, told in short. */
export interface Point {
  readonly streamVersion: number;
  readonly position: number;
  readonly type: string;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly personId: string;
  readonly stage: string;
  readonly version: number;
}

/** The whole of it after one event. */
export interface Moment extends Point {
  readonly state: Issued;
}

/** One thing beside the sheet that differs between two moments. */
export interface Difference {
  readonly what: 'stage' | 'version' | 'submittedHash' | 'systemScore' | 'passes' | 'participants';
  readonly before: string | null;
  readonly after: string | null;
}

/** The past of an evaluation, folded from its events. */
@Injectable()
export class Moments {
  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
  ) {}

  /** Every moment of it, in order. */
  async all(id: string): Promise<readonly Moment[]> {
    const { events } = await this.store.read<EvaluationEvent>(`evaluation-${id}`);
    const moments: Moment[] = [];
    let state: Evaluation = evaluation.initial;
    for (const event of events) {
      state = evaluation.evolve(state, event as unknown as EvaluationEvent);
      if (state.stage !== 'NEW') moments.push(momentOf(event as unknown as Recorded, state));
    }
    return moments;
  }

  /** The names of persons, by person. */
  async names(persons: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const { rows } = await this.pool.query<{ id: string; name: string }>({
      name: 'api.names',
      text: 'select id, name from registry.person where id = any($1)',
      values: [[...new Set(persons)]],
    });
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

/** What a moment is asked for by: a position of the log, or a time. */
export type Asked = { readonly position: number } | { readonly at: string };

/** The newest moment not after what was asked for. Refuses (not found) what lies before the task. */
export function momentAt(moments: readonly Moment[], asked: Asked): Moment {
  const found = moments.findLast((moment) =>
    'position' in asked ? moment.position <= asked.position : Date.parse(moment.recordedAt) <= Date.parse(asked.at),
  );
  if (!found) throw new DomainError('not-found', 'moment.before-the-task');
  return found;
}

/** How the one became the other: field by field, and what stands beside the sheet. */
export function differenceBetween(
  { state: before }: Moment,
  { state: after }: Moment,
): { readonly changes: readonly Change[]; readonly differences: readonly Difference[] } {
  const [then, now] = [factsOf(before), factsOf(after)];
  const differences = (Object.keys(then) as Difference['what'][])
    .map((what) => ({ what, before: then[what], after: now[what] }))
    .filter((one) => one.before !== one.after);
  return { changes: diff(before.sheet, after.sheet), differences };
}

function factsOf(state: Issued): Readonly<Record<Difference['what'], string | null>> {
  return {
    stage: state.stage,
    version: String(state.version),
    submittedHash: state.submittedHash ?? null,
    systemScore: state.score?.score.total ?? null,
    passes: state.passes.map(({ by }) => by).join(', ') || null,
    participants: state.participants.join(', ') || null,
  };
}

/** A moment as it is told: with the content, its hash and who had signed. */
export function shown({ state, ...point }: Moment) {
  const { sheet, submittedHash, score, passes, participants } = state;
  return {
    ...point,
    ...{ sheet, contentHash: hashOf(sheet), submittedHash: submittedHash ?? null, score: score?.score ?? null },
    ...{ passes, participants },
  };
}

function momentOf({ version, position, type, recordedAt, actor }: Recorded, state: Issued): Moment {
  const { stage, version: content } = state;
  return {
    ...{ streamVersion: version, position, type, recordedAt, personId: actor.personId },
    ...{ stage, version: content, state },
  };
}
