import { type Evaluation, type EvaluationCommand, type EvaluationEvent, evaluation } from '#libs/evaluation';
import { type Actor, canonicalJson, DomainError } from '#libs/kernel';
import { type Recorded, wishOf } from './commands.js';
import type { Envelope } from './envelope.js';
import type { Faults } from './faults.js';

/** Where a fact was recorded, by whom, and on which state. */
export interface Given {
  readonly position: number;
  readonly evaluation: string;
  readonly envelope: Envelope;
  readonly state: Evaluation;
  /** Who had delegated to the person then. */
  readonly delegators: Actor['delegators'];
}

/**
 * Gives the command that a fact came from to the product's own decider, on the state of that moment, and compares what
 * it decides. The person is who stands in the envelope. Whether he belonged to the unit (E8) is not judged yet.
 */
export function checkAllowed(
  recorded: Recorded,
  { position, evaluation: id, envelope, state, delegators }: Given,
  faults: Faults,
): void {
  const { type } = recorded.event;
  const where = { position, evaluation: id, type };
  const by: Actor = { ...envelope.actor, memberOf: [], ...(delegators && { delegators }) };
  try {
    const command = { ...wishOf(recorded), by, at: envelope.recordedAt } as EvaluationCommand;
    const decided = evaluation.decide(command, state);
    if (!follows(recorded.event, decided)) faults.add('fact.differs', where);
  } catch (error) {
    // A payload of another shape can make any rule stumble; what the rules refuse has a name.
    const refusal = error instanceof DomainError ? named(error) : String(error);
    faults.add('fact.refused', { ...where, refusal });
  }
}

/** Of a lot only that it could fall so is known: the seat and the person. */
function follows(event: EvaluationEvent, decided: readonly EvaluationEvent[]): boolean {
  if (event.type === 'ReviewerMissing' || (event.type === 'ReviewerAssigned' && event.data.drawn)) {
    const { step, by, version } = event.data;
    return decided.some(
      ({ type, data }) =>
        type === event.type && canonicalJson([data.step, data.by, data.version]) === canonicalJson([step, by, version]),
    );
  }
  return decided.some((one) => one.type === event.type && canonicalJson(one.data) === canonicalJson(event.data));
}

function named({ code, details }: DomainError): string {
  return typeof details.rule === 'string' ? `${details.rule} ${code}` : code;
}
