import {
  COMMAND_ROLES,
  type EvaluationCommand,
  evaluation,
  type Issued,
  type RaisedFinding,
  type ReviewStep,
  raised,
  representedIn,
  rulesOf,
  SYSTEM_COMMANDS,
  seatsOf,
} from '#libs/evaluation';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { concludingProbe } from './concluding-probe.js';
import { returningRole, type Wish } from './evaluations.js';

/** Whether the person may do it now; when not, the code and the rule that forbid it. */
export interface Action {
  readonly action: Wish['type'];
  readonly allowed: boolean;
  readonly code?: string;
  readonly rule?: string;
}

/** What somebody has read: the content, and what the cross-checks find in it. */
export interface Read {
  readonly contentHash: string;
  readonly findings: readonly RaisedFinding[];
}

const NONE: RaisedFinding = { id: 'none', rule: 'none', severity: 'ERROR', message: { zh: '', en: '' }, at: [] };

const openError = (state: Issued): RaisedFinding | undefined =>
  raised(state).find(
    ({ id, severity }) =>
      severity === 'ERROR' && !state.waivers.some((one) => one.findingId === id && one.version === state.version),
  );

/** The first seat of the step without a pass; in order it is the only one that is open. */
const openSeat = (state: Issued, step: ReviewStep) =>
  seatsOf(rulesOf(state), step).find(
    (seat) => !state.passes.some((pass) => pass.step === step && pass.gate === seat.gate),
  );

const PEOPLE_DO = (Object.keys(COMMAND_ROLES) as Wish['type'][]).filter(
  (type) =>
    COMMAND_ROLES[type].length > 0 &&
    (type === 'ImportDraft' || !(SYSTEM_COMMANDS as readonly string[]).includes(type)),
);

/**
 * What the person's roles here are for, each asked of the decider itself with what the person would send: what a button
 * promises is what the command will answer.
 */
export function actionsFor(
  identity: Identity,
  roles: readonly string[],
  state: Issued,
  { contentHash, findings }: Read,
): Action[] {
  const actions: Action[] = [];
  for (const type of PEOPLE_DO) {
    const fitting = roles.filter((role) => (COMMAND_ROLES[type] as readonly string[]).includes(role));
    if (fitting.length === 0) continue;
    const role = type === 'Return' ? returningRole(state.stage, fitting) : fitting[0]!;
    const { personId, accountId, memberOf, conflictsWith, delegators } = identity;
    const wish = probe(type, state, { contentHash, findings });
    const onBehalfOf = representedIn(state, wish, identity);
    const by = { personId, accountId, memberOf, conflictsWith, delegators, role, ...(onBehalfOf && { onBehalfOf }) };
    const command = { ...wish, by, at: '' } as EvaluationCommand;
    actions.push({ action: type, ...outcome(command, state) });
  }
  return actions;
}

function outcome(command: EvaluationCommand, state: Issued): Omit<Action, 'action'> {
  try {
    evaluation.decide(command, state);
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { rule } = error.details as { rule?: string };
    return { allowed: false, code: error.code, ...(rule === undefined ? {} : { rule }) };
  }
}

/** The least that can be said with each command: only persons, roles and stages are left to object to. */
function probe(type: Wish['type'], state: Issued, { contentHash, findings }: Read): Wish {
  const words = '某某某某某某某某某某';
  const open = state.returned.find(({ answer }) => answer === null) ?? state.returned[0];
  const pass = { version: state.version, contentHash, opinion: words };
  const gateFor = (step: ReviewStep) => {
    const gate = openSeat(state, step)?.gate ?? null;
    return gate === null ? {} : { gate };
  };
  switch (type) {
    case 'ImportDraft':
      return { type, data: { document: { name: words, sha256: '0'.repeat(64), characters: 1 }, changes: [] } };
    case 'EditDraft':
      return { type, data: { changes: [] } };
    case 'AnswerItem':
      return { type, data: { itemId: open?.id ?? '', answer: words } };
    case 'CheckInUnit':
    case 'SignForUnit':
      return { type, data: { contentHash } };
    case 'Submit':
      return { type, data: { contentHash, findings } };
    case 'AnswerFinding':
      return { type, data: { finding: findings[0] ?? NONE, answer: words } };
    case 'WaiveFinding':
      return { type, data: { findingId: (openError(state) ?? NONE).id, reason: words } };
    case 'AskExpert': {
      const candidate = { personId: '', step: 'first' as const, open: 0, from: 'department' as const };
      return { type, data: { candidate, question: words } };
    }
    case 'AnswerAsExpert':
      return { type, data: { opinion: words } };
    case 'Recuse':
    case 'Withdraw':
    case 'RevokePass':
      return { type, data: { reason: words } };
    case 'PassFirstReview':
      return { type, data: { ...pass, ...gateFor('first') } };
    case 'PassSecondReview':
      return { type, data: { ...pass, ...gateFor('second') } };
    case 'AssignReviewer': {
      const seat = openSeat(state, 'first') ?? openSeat(state, 'second');
      const candidate = { personId: '', step: seat?.step ?? 'first', open: 0, from: 'department' as const };
      const place = { step: candidate.step, ...(seat?.gate != null && { gate: seat.gate }) };
      return { type, data: { ...place, candidate, reason: words } };
    }
    case 'Return':
      return { type, data: { reason: words, items: [{ path: '/head', text: words }] } };
    default:
      return concludingProbe(type, state);
  }
}
