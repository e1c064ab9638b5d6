import { Injectable } from '@nestjs/common';
import { type Evaluation, type EvaluationEvent, evaluation } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import { DomainError } from '#libs/kernel';
import { type Change, diff, type Sheet } from '#libs/sheet';

export interface SubmittedVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly sheet: Sheet;
}

/** The versions that were submitted, read from the log: they never change. */
@Injectable()
export class Versions {
  constructor(private readonly store: EventStore) {}

  /** Refuses (not found) a version that was never submitted. */
  async find(id: string, number: number): Promise<SubmittedVersion> {
    const found = (await this.#all(id)).find(({ version }) => version === number);
    if (!found) throw new DomainError('not-found', 'evaluation.no-such-version', { version: number });
    return found;
  }

  async diff(id: string, from: number, to: number): Promise<readonly Change[]> {
    const [before, after] = [await this.find(id, from), await this.find(id, to)];
    return diff(before.sheet, after.sheet);
  }

  async #all(id: string): Promise<SubmittedVersion[]> {
    const { events } = await this.store.read<EvaluationEvent>(`evaluation-${id}`);
    const submitted: SubmittedVersion[] = [];
    let state: Evaluation = evaluation.initial;
    for (const event of events) {
      state = evaluation.evolve(state, event as unknown as EvaluationEvent);
      if (event.type !== 'EvaluationSubmitted' || state.stage === 'NEW') continue;
      const { version, contentHash, by } = event.data as { version: number; contentHash: string; by: string };
      const { sheet } = state;
      const submission = { version, contentHash, submittedAt: event.recordedAt, submittedBy: by, sheet };
      // A version that was withdrawn and submitted again under the same number counts as it was submitted last.
      const before = submitted.findIndex((one) => one.version === version);
      if (before >= 0) submitted[before] = submission;
      else submitted.push(submission);
    }
    return submitted;
  }
}
