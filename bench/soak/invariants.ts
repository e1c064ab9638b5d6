import type { Fact } from './fact.js';
import { Offices } from './offices.js';

const FOR_THE_UNIT = [
  ...['DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered', 'UnitChecked', 'UnitSigned'],
  ...['EvaluationSubmitted', 'SubmissionWithdrawn'],
];
/** Which fact may follow on which step; what is not a step follows where `DRAFTING` or `REVIEWING` says. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  UnitChecked: ['TaskIssued', 'SubmissionWithdrawn', 'EvaluationReturned', 'DraftEdited', 'DraftImported'],
  UnitSigned: ['UnitChecked'],
  EvaluationSubmitted: ['UnitSigned'],
  SubmissionWithdrawn: ['EvaluationSubmitted'],
  FirstReviewPassed: ['EvaluationSubmitted', 'FirstReviewPassed', 'PassRevoked'],
  SecondReviewPassed: ['FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked'],
  PassRevoked: ['FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked'],
};
const REVIEWING = ['EvaluationSubmitted', 'FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked'];
const WRITING = ['DraftImported', 'DraftEdited'];
const QUARTER_OF_AN_HOUR = 900_000;

interface Pass {
  readonly person: string;
  readonly seats: readonly string[];
  readonly step: string;
  readonly gate: string;
  readonly version: number;
  readonly hash: string;
}

/** One evaluation while the log goes by. */
interface Matter {
  readonly task: { readonly unitId: string; readonly departmentId: string; readonly review?: Review };
  readonly took: Set<string>;
  last: string;
  submitted: { readonly version: number; readonly hash: string } | null;
  passes: Pass[];
  decided: boolean;
}
interface Review {
  readonly gates: readonly string[];
  readonly second: string;
  readonly blind: boolean;
}

/**
 * What in a log breaks INV-D1 to D6, in words; nothing when it keeps them. Reads envelopes and payloads alone and shares no code with what
 * decides, nor with the verifier. INV-D6: nobody tells a time of his own, so what was late is known to have been.
 */
export function breaches(log: readonly Fact[]): readonly string[] {
  const found: string[] = [];
  const offices = new Offices();
  const matters = new Map<string, Matter>();
  let newest = 0;
  for (const [n, fact] of log.entries()) {
    const says = (what: string): void => void found.push(`${fact.position} ${fact.stream} ${fact.type}: ${what}`);
    if (fact.position !== n) says('the log has a hole');
    const at = Date.parse(fact.at);
    if (at < newest - QUARTER_OF_AN_HOUR) says('INV-D6: a time before what was recorded before it');
    newest = Math.max(newest, at);
    if (offices.follow(fact))
      for (const person of offices.both()) says(`INV-D3: ${person} acts for a unit and reviews it`);
    if (fact.type === 'TaskIssued')
      matters.set(fact.stream, {
        task: fact.data,
        took: new Set(),
        last: fact.type,
        submitted: null,
        passes: [],
        decided: false,
      });
    const matter = matters.get(fact.stream);
    if (matter && fact.type !== 'TaskIssued') for (const what of wrong(matter, fact, offices)) says(what);
  }
  return found;
}

function* wrong(matter: Matter, fact: Fact, offices: Offices): Iterable<string> {
  const { type, actor, data } = fact;
  const underReview = REVIEWING.includes(matter.last);
  const inUnit = FOR_THE_UNIT.includes(type) || (type === 'EvaluationReturned' && data.from.startsWith('unit-'));
  if (actor.personId !== data.by && type !== 'ScoreRecomputed') yield 'INV-D1: the payload names another person';
  if (matter.decided && (type in AFTER || inUnit || type === 'EvaluationReturned')) yield 'INV-D5: after the decision';
  if (type in AFTER && !AFTER[type]?.includes(matter.last)) yield `INV-D5: after ${matter.last}`;
  if (WRITING.includes(type) && underReview) yield 'INV-D5: an edit under review';
  if (inUnit && !actor.personId.startsWith('system:')) matter.took.add(actor.personId);
  if (type.endsWith('ReviewPassed')) yield* wrongPass(matter, fact, offices);
  if (type === 'PassRevoked') matter.passes = matter.passes.filter(({ person }) => person !== actor.personId);
  if (type === 'EvaluationSubmitted') matter.submitted = { version: data.version, hash: data.contentHash };
  if (['EvaluationSubmitted', 'SubmissionWithdrawn', 'EvaluationReturned', ...WRITING].includes(type))
    matter.passes = [];
  if (type in AFTER || type === 'EvaluationReturned' || WRITING.includes(type)) matter.last = type;
}

function* wrongPass(matter: Matter, fact: Fact, offices: Offices): Iterable<string> {
  const { type, actor, data } = fact;
  const { task, took, submitted, passes } = matter;
  const step = type === 'FirstReviewPassed' ? 'first' : 'second';
  const seats = [actor.personId, actor.onBehalfOf].filter((person): person is string => person !== undefined);
  if (actor.role !== `${step}-reviewer`) yield `INV-D2: by a ${actor.role}`;
  if (actor.personId.startsWith('system:')) yield 'INV-D1: by no natural person';
  for (const person of seats) if (took.has(person)) yield `INV-D2: by ${person}, who took part`;
  const objection = offices.objection(fact, task);
  if (objection) yield `INV-D2: ${objection}`;
  if (data.version !== submitted?.version || data.contentHash !== submitted?.hash) yield 'INV-D1: of another content';
  if (passes.some((pass) => pass.seats.some((person) => seats.includes(person)))) yield 'INV-D1: one person twice';
  if (task.review?.blind && data.sealed !== true) yield 'INV-D4: open in a blind review';
  passes.push({
    person: actor.personId,
    seats,
    step,
    gate: data.gate ?? '',
    version: data.version,
    hash: data.contentHash,
  });
  const open = (of: 'first' | 'second') =>
    gatesOf(task.review, of).filter((gate) => !passes.some((pass) => pass.step === of && pass.gate === gate));
  if (step === 'second' && open('first').length > 0) yield 'INV-D1: the first review is not complete';
  matter.decided = step === 'second' && open('second').length === 0;
  if (matter.decided && new Set(passes.map(({ person }) => person)).size < 2) yield 'INV-D1: decided by one person';
}

function gatesOf(review: Review | undefined, step: 'first' | 'second'): readonly string[] {
  return review && review.gates.length > 0 && (step === 'first' || review.second === 'per-gate') ? review.gates : [''];
}
