import { applyChanges, type Change, EMPTY_SHEET } from '#libs/sheet';
import { concluded } from './conclusion/evolve.js';
import { involvedBy } from './conclusion/involved.js';
import { NOTHING_CONCLUDED } from './conclusion/standing.js';
import type { EvaluationEvent, EvaluationReturned, PassRevoked, ReviewerAssigned, ReviewPassed } from './facts.js';
import { type ReviewStep, sameSeat, seatsOf } from './review-rules.js';
import { isSystem } from './roles.js';
import { type Evaluation, type Issued, type ReturnedItem, rulesOf } from './situation.js';

/** How a fact changes where the evaluation stands. Total: never throws, and a fact it does not know changes nothing. */
export function evolve(state: Evaluation, event: EvaluationEvent): Evaluation {
  if (event.type === 'TaskIssued') return state.stage === 'NEW' ? { ...UNTOUCHED, task: event.data } : state;
  if (state.stage === 'NEW') return state;
  return followed({ ...state, involved: involvedBy(event).reduce(withPerson, state.involved) }, event);
}

function followed(state: Issued, event: Exclude<EvaluationEvent, { type: 'TaskIssued' }>): Issued {
  switch (event.type) {
    case 'DraftImported':
    case 'DraftEdited':
      return wrote(changed(state, event.data.changes), event.data.by);

    case 'ItemAnswered': {
      const { by, itemId, answer } = event.data;
      return wrote(
        { ...state, returned: state.returned.map((item) => (item.id === itemId ? { ...item, answer } : item)) },
        by,
      );
    }

    case 'FindingAnswered': {
      const { by, finding } = event.data;
      const others = state.findingAnswers.filter((one) => one.finding.id !== finding.id);
      return wrote({ ...state, findingAnswers: [...others, event.data] }, by);
    }

    case 'UnitChecked': {
      const { by, contentHash } = event.data;
      return tookPart({ ...state, stage: 'UNIT_CHECKED', checkedBy: by, checkedHash: contentHash }, by);
    }

    case 'UnitSigned':
      return tookPart({ ...state, stage: 'UNIT_SIGNED', signedHash: event.data.contentHash }, event.data.by);

    case 'EvaluationSubmitted': {
      const { by, version, contentHash } = event.data;
      return tookPart({ ...state, stage: 'SUBMITTED', version, submittedHash: contentHash }, by);
    }

    case 'ChecksRun':
      return { ...state, findings: { ...state.findings, [event.data.occasion]: event.data.findings } };

    case 'FindingWaived':
      return { ...state, waivers: [...state.waivers, event.data] };

    case 'SubmissionWithdrawn':
      return tookPart(nextVersion(state, event.data.version), event.data.by);

    case 'FirstReviewPassed':
      return passed(state, 'first', event.data);

    case 'SecondReviewPassed':
      return passed(state, 'second', event.data);

    case 'PassRevoked':
      return revoked(state, event.data);

    case 'ReviewerAssigned':
      return assigned(state, event.data);

    case 'ReviewerMissing': {
      const seat = { step: event.data.step, gate: event.data.gate ?? null };
      return { ...state, missing: [...state.missing, seat] };
    }

    case 'ExpertAsked': {
      const { by: askedBy, personId } = event.data;
      return { ...state, experts: [...state.experts, { personId, askedBy, answered: false }] };
    }

    case 'ExpertAnswered': {
      const { by } = event.data;
      const experts = state.experts.map((one) => (one.personId === by ? { ...one, answered: true } : one));
      return { ...state, experts };
    }

    case 'ReviewerRecused': {
      const { by } = event.data;
      return {
        ...state,
        recused: withPerson(state.recused, by),
        assigned: state.assigned.filter(({ personId }) => personId !== by),
        // Nobody waits for the answer of one who stepped back.
        experts: state.experts.filter(({ personId, answered }) => answered || personId !== by),
      };
    }

    case 'EvaluationReturned':
      return returned(state, event.data);

    case 'ScoreRecomputed':
      return { ...state, score: event.data };

    default:
      return concluded(state, event);
  }
}

const UNTOUCHED: Omit<Issued, 'task'> = {
  stage: 'DRAFT',
  sheet: EMPTY_SHEET,
  version: 1,
  participants: [],
  involved: [],
  writers: [],
  checkedBy: null,
  checkedHash: null,
  signedHash: null,
  submittedHash: null,
  passes: [],
  seatsTaken: [],
  assigned: [],
  missing: [],
  experts: [],
  recused: [],
  returned: [],
  findings: { submission: [], background: [] },
  findingAnswers: [],
  waivers: [],
  score: null,
  conclusion: NOTHING_CONCLUDED,
};

/** A changed field voids every signature given before (E3), and fixes the items that point at it or above it. */
function changed(state: Issued, changes: readonly Change[]): Issued {
  const touches = ({ path }: ReturnedItem) => changes.some((change) => `${change.path}/`.startsWith(`${path}/`));
  return {
    ...backToDraft(state),
    sheet: applyChanges(state.sheet, changes),
    returned: state.returned.map((item) => (touches(item) ? { ...item, fixed: true } : item)),
  };
}

/** The step is done when each of its seats has its pass. */
function passed(state: Issued, step: ReviewStep, { by, gate, onBehalfOf }: ReviewPassed): Issued {
  const pass = { step, gate: gate ?? null, by };
  const passes = [...state.passes, pass];
  const complete = passes.filter((one) => one.step === step).length >= seatsOf(rulesOf(state), step).length;
  // Once drawn, a later version is rechecked as well.
  const approved = state.conclusion.sampleId === null ? 'APPROVED' : 'SAMPLED';
  const next = step === 'first' ? 'FIRST_PASSED' : approved;
  // For whom the seat was taken takes no other either.
  const represented = onBehalfOf === undefined ? [] : [{ ...pass, by: onBehalfOf }];
  const seatsTaken = [...state.seatsTaken, pass, ...represented];
  return { ...state, stage: complete ? next : state.stage, passes, seatsTaken };
}

function revoked(state: Issued, { by, step = 'first' }: PassRevoked): Issued {
  const stage = step === 'first' ? 'SUBMITTED' : state.stage;
  return { ...state, stage, passes: state.passes.filter((pass) => pass.by !== by) };
}

function assigned(state: Issued, { step, gate, personId }: ReviewerAssigned): Issued {
  const seat = { step, gate: gate ?? null };
  return {
    ...state,
    assigned: [...state.assigned.filter((one) => !sameSeat(one, seat)), { ...seat, personId }],
    missing: state.missing.filter((one) => !sameSeat(one, seat)),
  };
}

/**
 * A return from a review or a recheck ends the version, and its items replace those settled before. A return inside the unit stays
 * in the version being drafted and adds its items: it must not wipe out what a reviewer asked for.
 */
function returned(state: Issued, { by, from, version, items }: EvaluationReturned): Issued {
  const open = items.map((item) => ({ ...item, answer: null, fixed: false }));
  if (!from.startsWith('unit-')) return { ...nextVersion(state, version), returned: open };
  return tookPart({ ...backToDraft(state), returned: [...state.returned, ...open] }, by);
}

function nextVersion(state: Issued, version: number): Issued {
  return { ...backToDraft(state), version: version + 1, conclusion: { ...state.conclusion, recheck: null } };
}

/** Nothing that was signed counts any more. */
function backToDraft(state: Issued): Issued {
  return {
    ...state,
    stage: 'DRAFT',
    checkedBy: null,
    checkedHash: null,
    signedHash: null,
    submittedHash: null,
    passes: [],
    seatsTaken: [],
    missing: [],
    experts: [],
    findings: { submission: [], background: [] },
  };
}

function wrote(state: Issued, person: string): Issued {
  return isSystem(person) ? state : { ...tookPart(state, person), writers: withPerson(state.writers, person) };
}

/** Persons only: what the system did excludes nobody. */
function tookPart(state: Issued, person: string): Issued {
  return isSystem(person) ? state : { ...state, participants: withPerson(state.participants, person) };
}

function withPerson(persons: readonly string[], person: string): readonly string[] {
  return persons.includes(person) ? persons : [...persons, person];
}
