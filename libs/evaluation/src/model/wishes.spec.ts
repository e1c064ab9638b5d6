import fc from 'fast-check';
import type { Actor } from '#libs/kernel';
import { contentHash, EMPTY_SHEET, fieldAt } from '#libs/sheet';
import { amount } from '../examples/history.spec.js';
import * as orders from '../examples/orders.spec.js';
import { DEPARTMENT, UNIT } from '../examples/people.spec.js';
import type { TaskIssued } from '../facts.js';
import type { EvaluationCommand } from '../orders.js';
import { type Gate, type ReviewRules, type ReviewStep, seatsOf, USUAL_REVIEW } from '../review-rules.js';
import { COMMAND_ROLES, RETURN_ROLES, ROLES } from '../roles.js';
import { type Evaluation, rulesOf, STAGES_OF } from '../situation.js';

/** What somebody wants to do next; most wishes are sensible, some are early, late, stale, in a wrong role, or twice. */
export interface Wish {
  readonly sensible: boolean;
  readonly command: number;
  readonly person: number;
  readonly usualPerson: boolean;
  readonly account: 1 | 2;
  readonly rightRole: boolean;
  readonly role: number;
  readonly field: number;
  readonly stale: boolean;
  readonly doubleClick: boolean;
  /** Said by the first wish: what has happened when the play begins. */
  readonly after: 'nothing' | 'submission' | 'assigned submission' | 'approval';
}

const rarely = fc.integer({ min: 0, max: 9 }).map((n) => n === 0);
const some = fc.array(
  fc.record<Wish>({
    sensible: rarely.map((rare) => !rare),
    command: fc.nat(99),
    person: fc.nat(99),
    usualPerson: rarely.map((rare) => !rare),
    account: fc.constantFrom(1, 2),
    rightRole: rarely.map((rare) => !rare),
    role: fc.nat(99),
    field: fc.nat(3),
    stale: rarely,
    doubleClick: rarely,
    after: fc.constant('nothing'),
  }),
  { minLength: 20, maxLength: 90, size: 'max' },
);
const begun = (after: Wish['after']) => some.map((all) => all.slice(0, 40).map((wish) => ({ ...wish, after })));

/** From the task on, and sometimes only from the submission, after which more of what is wished concerns the review. */
export const wishes = fc.oneof(some, begun('submission'), begun('assigned submission'));

/** What is wished for when two persons have approved. */
export const laterWishes = begun('approval');

const COMMANDS = Object.keys(STAGES_OF) as EvaluationCommand['type'][];
const EARLY = COMMANDS.slice(0, COMMANDS.indexOf('SelectForRecheck'));
export const PERSONS = ['li', 'wang', 'zhao', 'chen', 'lin', 'sun', 'he', 'guo', 'tang', 'system:worker'];
const REVIEWERS = ['chen', 'lin', 'sun', 'guo', 'tang'];
export const OF_THE_UNIT = ['li', 'he', 'guo'];

/** Whose work it usually is. Were it anybody's, everybody would soon have written, and nobody could check. */
const USUALLY: Partial<Record<EvaluationCommand['type'], readonly string[]>> = {
  ImportDraft: ['li', 'system:worker'],
  EditDraft: ['li', 'he'],
  AnswerItem: ['li', 'he'],
  CheckInUnit: ['wang'],
  SignForUnit: ['zhao', 'wang'],
  Submit: ['li', 'zhao'],
  PassFirstReview: REVIEWERS,
  PassSecondReview: REVIEWERS,
  RevokePass: ['chen', 'lin', 'sun', 'tang'],
  WaiveFinding: ['chen', 'lin', 'sun'],
  AssignReviewers: ['system:worker'],
  AssignReviewer: ['wu'],
  Recuse: ['sun', 'tang'],
  AskExpert: ['chen', 'lin'],
  AnswerAsExpert: ['tang', 'sun'],
  AnswerFinding: ['li'],
  RecordChecks: ['system:worker'],
  RecordScore: ['system:worker'],
  SelectForRecheck: ['system:worker'],
  RecordRecheck: ['qin', 'lin', 'tang', 'sun'],
  Finalize: ['wu'],
  OrderRectification: ['wu'],
  ReplyToRectification: ['li', 'yu'],
  RejectRectification: ['wu', 'yu'],
  CloseRectification: ['wu', 'yu', 'lin'],
  Publish: ['zhao', 'wu'],
  CorrectPublication: ['wu'],
  Archive: ['wu'],
};

/** The command that a wish comes to when the evaluation stands where it does. */
export function commandOf(wish: Wish, state: Evaluation): EvaluationCommand {
  const all = wish.after === 'approval' ? COMMANDS : EARLY;
  const possible = all.filter((type) => (STAGES_OF[type] as readonly string[]).includes(state.stage));
  const among = wish.sensible && possible.length > 0 ? possible : all;
  const type = pick(among, wish.command);
  return order(type, actor(wish, type, state), wish, state);
}

function actor(wish: Wish, type: EvaluationCommand['type'], { stage }: Evaluation): Actor {
  const personId = pick((wish.usualPerson ? USUALLY[type] : undefined) ?? PERSONS, wish.person);
  const able: readonly string[] =
    type === 'Return' && Object.hasOwn(RETURN_ROLES, stage)
      ? RETURN_ROLES[stage as keyof typeof RETURN_ROLES]
      : COMMAND_ROLES[type];
  const role = wish.rightRole && able.length > 0 ? pick(able, wish.role) : pick(ROLES, wish.role);
  const memberOf = OF_THE_UNIT.includes(personId) ? [UNIT] : [DEPARTMENT];
  return { personId, accountId: `${personId}-${wish.account}`, role, memberOf };
}

function order(type: EvaluationCommand['type'], by: Actor, wish: Wish, state: Evaluation): EvaluationCommand {
  const known = state.stage === 'NEW' ? null : state;
  const sheet = known?.sheet ?? EMPTY_SHEET;
  const path = `/figures/${pick(['BUD.TOTAL', 'BUD.BASIC', 'EXP.TOTAL', 'EXP.BASIC'], wish.field)}`;
  const change = { path, before: fieldAt(sheet, path), after: amount(`${wish.command % 7}.00`) };
  const hash = wish.stale ? 'ef'.repeat(32) : contentHash(sheet);
  const reading = { version: (known?.version ?? 1) - (wish.stale ? 1 : 0), contentHash: known?.submittedHash ?? hash };
  switch (type) {
    case 'IssueTask':
      return orders.issue(by, taskOf(wish));
    case 'ImportDraft':
      return orders.importing(by, [change]);
    case 'EditDraft':
      return orders.edit(by, wish.stale ? { ...change, before: amount('9.99') } : change);
    case 'AnswerItem':
      return orders.answer(by, known?.returned.find(({ answer }) => answer === null)?.id ?? 'v1-1');
    case 'AnswerFinding':
      return orders.answerFinding(by, orders.WARN);
    case 'CheckInUnit':
      return orders.check(by, hash);
    case 'SignForUnit':
      return orders.sign(by, hash);
    case 'Submit':
      return orders.submit(by, hash, wish.command % 5 === 0 ? [orders.ERROR] : []);
    case 'Withdraw':
      return orders.withdraw(by);
    case 'PassFirstReview':
      return orders.passFirst(
        by,
        wish.stale
          ? { ...reading, contentHash: 'ef'.repeat(32), version: reading.version + 1 }
          : { ...reading, ...gateOf(wish, state, 'first') },
      );
    case 'PassSecondReview':
      return orders.passSecond(by, { ...reading, ...gateOf(wish, state, 'second') });
    case 'AssignReviewers':
      return orders.assignByLot(by, CANDIDATES, String(wish.field));
    case 'AssignReviewer':
      return orders.assign(by, {
        candidate: pick(CANDIDATES, wish.person),
        ...gateOf(wish, state, pick(CANDIDATES, wish.person).step),
      });
    case 'Recuse':
      return orders.recuse(by);
    case 'AskExpert':
      return orders.askExpert(by, pick(['tang', 'sun', 'guo', 'li'], wish.field));
    case 'AnswerAsExpert':
      return orders.answerAsExpert(by);
    case 'WaiveFinding':
      return orders.waive(by);
    case 'RecordChecks':
      return orders.recordChecks(
        by,
        reading.version,
        reading.contentHash,
        wish.command % 9 === 0 ? [orders.ERROR] : [],
      );
    case 'RevokePass':
      return orders.revoke(by);
    case 'Return':
      return orders.giveBack(by);
    case 'RecordScore':
      return orders.recordScore(by, reading.version, `${wish.command % 3}`);
    case 'SelectForRecheck':
      return orders.selectForRecheck(by);
    case 'RecordRecheck':
      return orders.recheck(by, wish.stale ? { ...reading, contentHash: 'ef'.repeat(32) } : reading);
    case 'Finalize':
      return orders.finalize(by, reading);
    case 'OrderRectification':
      return orders.orderRectification(by);
    case 'ReplyToRectification':
      return orders.replyToRectification(by);
    case 'RejectRectification':
      return orders.rejectRectification(by);
    case 'CloseRectification':
      return orders.closeRectification(by);
    case 'Publish':
      return orders.publish(by, reading);
    case 'CorrectPublication':
      return orders.correctPublication(by, reading);
    case 'Archive':
      return orders.archive(by, reading, state.stage === 'FINAL' ? '涉及国家秘密，依法不予公开' : undefined);
  }
}

/** Whom the registry names for every step; it knows that guo is of the unit. */
const CANDIDATES = REVIEWERS.flatMap((personId) =>
  (['first', 'second'] as const).map((step) =>
    orders.candidate(personId, step, personId === 'guo' ? { conflict: 'unit-member' } : {}),
  ),
);

/** Half of the tasks are reviewed the usual way, the others with gates or with assigned reviewers. */
function taskOf({ field, command }: Wish): TaskIssued {
  const rules: readonly (Partial<ReviewRules> | null)[] = [
    null,
    null,
    { gates: ['business', 'audit'], gateOrder: command % 2 === 0 ? 'parallel' : 'in-order' },
    command % 2 === 0 ? { assignment: 'assigned' } : { gates: ['finance', 'audit'], second: 'per-gate', blind: true },
  ];
  const review = pick(rules, field);
  return review === null ? orders.TASK : { ...orders.TASK, review: { ...USUAL_REVIEW, ...review } };
}

/** A gate of the step, mostly one that is open. */
function gateOf(wish: Wish, state: Evaluation, step: ReviewStep): { gate?: Gate } {
  if (state.stage === 'NEW') return {};
  const seats = seatsOf(rulesOf(state), step);
  const open = seats.filter(({ gate }) => !state.passes.some((pass) => pass.step === step && pass.gate === gate));
  const { gate } = pick(wish.doubleClick || open.length === 0 ? seats : open, wish.field + wish.person);
  return gate === null ? {} : { gate };
}

function pick<T>(from: readonly T[], n: number): T {
  return from[n % from.length] as T;
}
