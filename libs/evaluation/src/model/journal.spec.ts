import type { Actor } from '#libs/kernel';
import { applyChanges, contentHash, EMPTY_SHEET, type Sheet } from '#libs/sheet';
import type { EvaluationEvent } from '../facts.js';
import { type ReviewRules, USUAL_REVIEW } from '../review-rules.js';
import { CONCLUDING, ConclusionAuditor } from './conclusion-journal.spec.js';

/** One fact and who is in its envelope: all that an auditor has. */
export interface Entry {
  readonly event: EvaluationEvent;
  readonly actor: Actor;
}

interface Signature {
  readonly version: number;
  readonly contentHash: string;
  readonly person: string;
  readonly step: 'first' | 'second';
  readonly gate: string;
}

const UNIT_FACTS = [
  'DraftImported',
  'DraftEdited',
  'ItemAnswered',
  'FindingAnswered',
  'UnitChecked',
  'UnitSigned',
  'EvaluationSubmitted',
  'SubmissionWithdrawn',
];
const SIGNING_ROLE = { FirstReviewPassed: 'first-reviewer', SecondReviewPassed: 'second-reviewer' };

const RESULT = ['RecheckRecorded', 'EvaluationFinalized'];
const ON_RESULT = [
  ...['RectificationOrdered', 'RectificationReplied', 'RectificationRejected', 'RectificationClosed'],
  'PublicationCorrected',
];

/** Which fact may follow on which; a version is decided once. Edits, answers and scores change no stage. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  start: ['TaskIssued'],
  TaskIssued: ['UnitChecked'],
  UnitChecked: ['UnitSigned', 'EvaluationReturned'],
  UnitSigned: ['EvaluationSubmitted', 'EvaluationReturned'],
  EvaluationSubmitted: ['SubmissionWithdrawn', 'FirstReviewPassed', 'EvaluationReturned'],
  SubmissionWithdrawn: ['UnitChecked'],
  FirstReviewPassed: ['FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked', 'EvaluationReturned'],
  PassRevoked: ['FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked', 'EvaluationReturned'],
  EvaluationReturned: ['UnitChecked'],
  SecondReviewPassed: ['SecondReviewPassed', 'PassRevoked', 'EvaluationReturned', 'SampledForRecheck', ...RESULT],
  SampledForRecheck: ['RecheckRecorded', 'EvaluationReturned'],
  RecheckRecorded: RESULT,
  EvaluationFinalized: ['EvaluationPublished', 'EvaluationArchived'],
  EvaluationPublished: ['EvaluationArchived'],
  EvaluationArchived: [],
};
const WRITING = ['DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered'];
const BY_SYSTEM = [
  'TaskIssued',
  'DraftImported',
  'ChecksRun',
  'ScoreRecomputed',
  'ReviewerAssigned',
  'ReviewerMissing',
  'SampledForRecheck',
];
const DRAFTING = ['TaskIssued', 'SubmissionWithdrawn', 'EvaluationReturned'];
const UNDER_REVIEW = ['EvaluationSubmitted', 'FirstReviewPassed', 'SecondReviewPassed', 'PassRevoked'];
const SCORED = [...UNDER_REVIEW, 'SampledForRecheck', 'RecheckRecorded', 'EvaluationFinalized'];

function where(type: string): readonly string[] {
  if (WRITING.includes(type)) return DRAFTING;
  if (type === 'ScoreRecomputed') return SCORED;
  if (type === 'PublicationCorrected') return ['EvaluationPublished'];
  return ON_RESULT.includes(type) ? ['EvaluationFinalized', 'EvaluationPublished'] : UNDER_REVIEW;
}

/**
 * What is wrong with a history, in words; empty when it keeps INV-D1, D2, D5 and E6. It reads facts and envelopes only and
 * shares no code with the decider: persons come from the envelope, content from the recorded changes.
 */
export function faults(journal: readonly Entry[], unitId: string): string[] {
  const found: string[] = [];
  const took = new Set<string>();
  let sheet: Sheet = EMPTY_SHEET;
  let last = 'start';
  let submitted: Pick<Signature, 'version' | 'contentHash'> | null = null;
  let passes: Signature[] = [];
  let seats = new Map<string, string>();
  let decided = false;
  let rules: ReviewRules = USUAL_REVIEW;
  let holders: Record<string, string> = {};
  const recused = new Set<string>();
  const asked = new Map<string, boolean>();
  const gatesOf = (step: 'first' | 'second') =>
    rules.gates.length > 0 && (step === 'first' || rules.second === 'per-gate') ? rules.gates : [''];
  const open = (step: 'first' | 'second') =>
    gatesOf(step).filter((gate) => !passes.some((pass) => pass.step === step && pass.gate === gate));
  const conclusion = new ConclusionAuditor();
  let decidedScores = 0;
  let errors: Record<string, readonly string[]> = {};
  let waivers: { finding: string; person: string }[] = [];

  for (const { event, actor } of journal) {
    const { type } = event;
    if (type in AFTER) {
      if (!AFTER[last]?.includes(type)) found.push(`INV-D5: ${type} after ${last}`);
    } else if (!where(type).includes(last)) {
      found.push(`INV-D5: ${type} after ${last}`);
    }
    if (type in AFTER) last = type;
    // A decision that was quicker than the job still gets its score, once.
    const sentBack = type === 'EvaluationReturned' && event.data.from === 'recheck';
    if (decided && type !== 'ScoreRecomputed' && !CONCLUDING.includes(type) && !sentBack)
      found.push(`INV-D5: ${type} after the decision`);
    if (actor.personId.startsWith('system:') && !BY_SYSTEM.includes(type)) found.push(`E10: the system gave ${type}`);
    found.push(...conclusion.follow({ event, actor }, { unitId, took, submitted, decided }));
    const inUnit = type === 'EvaluationReturned' && event.data.from.startsWith('unit-');
    if ((UNIT_FACTS.includes(type) || inUnit) && !actor.personId.startsWith('system:')) took.add(actor.personId);

    switch (type) {
      case 'TaskIssued':
        rules = event.data.review ?? USUAL_REVIEW;
        break;
      case 'ReviewerAssigned':
        holders[`${event.data.step} ${event.data.gate ?? ''}`] = event.data.personId;
        if (took.has(event.data.personId) || recused.has(event.data.personId) || event.data.personId === 'guo')
          found.push('E8: assigned to one whom a rule excludes');
        if (new Set(Object.values(holders)).size !== Object.keys(holders).length)
          found.push('E1: two seats assigned to one person');
        break;
      case 'ExpertAsked':
        if (took.has(event.data.personId) || recused.has(event.data.personId) || seats.has(event.data.personId))
          found.push('E1: an expert who has a part in it');
        asked.set(event.data.personId, false);
        break;
      case 'ExpertAnswered':
        if (asked.get(actor.personId) !== false) found.push('E1: an answer of somebody who was not asked');
        asked.set(actor.personId, true);
        break;
      case 'ReviewerRecused':
        recused.add(actor.personId);
        // An expert who steps back has nothing to answer any more.
        if (asked.get(actor.personId) === false) asked.delete(actor.personId);
        holders = Object.fromEntries(Object.entries(holders).filter(([, person]) => person !== actor.personId));
        if (passes.some(({ person }) => person === actor.personId)) found.push('E8: stepped back from his own pass');
        break;
      case 'DraftImported':
      case 'DraftEdited':
        sheet = applyChanges(sheet, event.data.changes);
        break;
      case 'UnitChecked':
      case 'UnitSigned':
        if (event.data.contentHash !== contentHash(sheet)) found.push(`INV-D1: ${type} of other content`);
        break;
      case 'EvaluationSubmitted':
        submitted = { version: event.data.version, contentHash: contentHash(sheet) };
        [passes, seats, errors, waivers] = [[], new Map(), {}, []];
        asked.clear();
        if (event.data.contentHash !== submitted.contentHash) found.push('INV-D1: other content was submitted');
        break;
      case 'ScoreRecomputed':
        if (decided) decidedScores += 1;
        if (decidedScores > 1) found.push('INV-D5: a decision’s score was changed');
        break;
      case 'ChecksRun':
        errors[event.data.occasion] = event.data.findings.filter((f) => f.severity === 'ERROR').map(({ id }) => id);
        if (event.data.findings.some(({ severity }) => severity === 'BLOCK')) found.push('E6: submitted over a block');
        break;
      case 'FindingWaived':
        if (took.has(actor.personId) || seats.get(actor.personId)?.startsWith('first'))
          found.push('E1: waived by one who took part');
        waivers.push({ finding: event.data.findingId, person: actor.personId });
        break;
      case 'PassRevoked':
        if (!passes.some(({ person }) => person === actor.personId)) found.push('E11: revoked by another');
        if (passes.some(({ step }) => step === 'second') && seats.get(actor.personId)?.startsWith('first'))
          found.push('E11: revoked after the next had acted');
        passes = passes.filter(({ person }) => person !== actor.personId);
        break;
      case 'EvaluationReturned':
      case 'SubmissionWithdrawn':
        if (type === 'SubmissionWithdrawn' && seats.size > 0) found.push('E11: withdrawn after a reviewer acted');
        submitted = null;
        passes = [];
        [decided, decidedScores] = [false, 0];
        break;
      case 'FirstReviewPassed':
      case 'SecondReviewPassed': {
        const { version, contentHash: hash, gate = '' } = event.data;
        const step = type === 'FirstReviewPassed' ? 'first' : 'second';
        const mine = waivers.filter(({ person }) => type === 'FirstReviewPassed' || person === actor.personId);
        for (const error of Object.values(errors).flat())
          if (!mine.some(({ finding }) => finding === error)) found.push(`E6: ${type} over ${error}`);
        if (type === 'FirstReviewPassed' && waivers.some(({ person }) => person === actor.personId))
          found.push('E2: first pass by who waived');
        if (took.has(actor.personId)) found.push(`INV-D2: ${type} by a participant`);
        if (actor.memberOf.includes(unitId)) found.push(`INV-D2: ${type} by a member of the unit`);
        if (actor.role !== SIGNING_ROLE[type]) found.push(`INV-D2: ${type} by a ${actor.role}`);
        if (version !== submitted?.version || hash !== submitted.contentHash || hash !== contentHash(sheet))
          found.push(`INV-D1: ${type} of other content`);
        const seat = `${step} ${gate}`;
        if ((seats.get(actor.personId) ?? seat) !== seat) found.push('E2: roles swapped, or a second gate');
        seats.set(actor.personId, seat);
        if (!open(step).includes(gate)) found.push(`E7: ${type} of gate "${gate}", which is not open`);
        if (rules.gateOrder === 'in-order' && open(step)[0] !== gate) found.push(`E4: ${type} out of order`);
        if (step === 'second' && open('first').length > 0) found.push('E4: second pass before the first');
        if (recused.has(actor.personId)) found.push('E8: passed by one who stepped back');
        if (asked.has(actor.personId)) found.push('E1: passed by one who was asked as an expert');
        if ([...asked.values()].includes(false)) found.push('E4: passed before an expert had answered');
        if (rules.assignment === 'assigned' && holders[seat] !== actor.personId)
          found.push('E4: passed without the seat');
        passes.push({ version, contentHash: hash, person: actor.personId, step, gate });
        decided = step === 'second' && open('second').length === 0;
        if (decided && (passes.length < 2 || new Set(passes.map(({ person }) => person)).size !== passes.length))
          found.push('INV-D1: approved without two persons');
        break;
      }
    }
  }
  return found;
}
