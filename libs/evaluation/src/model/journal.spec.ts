import type { Actor } from '#libs/kernel';
import { applyChanges, contentHash, EMPTY_SHEET, type Sheet } from '#libs/sheet';
import type { EvaluationEvent } from '../facts.js';

/** One fact and who is in its envelope: all that an auditor has. */
export interface Entry {
  readonly event: EvaluationEvent;
  readonly actor: Actor;
}

interface Signature {
  readonly version: number;
  readonly contentHash: string;
  readonly person: string;
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

/** Which fact may follow on which; an evaluation is decided once. Edits, answers and scores change no stage. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  start: ['TaskIssued'],
  TaskIssued: ['UnitChecked'],
  UnitChecked: ['UnitSigned', 'EvaluationReturned'],
  UnitSigned: ['EvaluationSubmitted', 'EvaluationReturned'],
  EvaluationSubmitted: ['SubmissionWithdrawn', 'FirstReviewPassed', 'EvaluationReturned'],
  SubmissionWithdrawn: ['UnitChecked'],
  FirstReviewPassed: ['SecondReviewPassed', 'PassRevoked', 'EvaluationReturned'],
  PassRevoked: ['FirstReviewPassed', 'EvaluationReturned'],
  EvaluationReturned: ['UnitChecked'],
  SecondReviewPassed: [],
};
const WRITING = ['DraftImported', 'DraftEdited', 'ItemAnswered', 'FindingAnswered'];
const BY_SYSTEM = ['TaskIssued', 'DraftImported', 'ChecksRun', 'ScoreRecomputed'];
const DRAFTING = ['TaskIssued', 'SubmissionWithdrawn', 'EvaluationReturned'];
const UNDER_REVIEW = ['EvaluationSubmitted', 'FirstReviewPassed', 'PassRevoked'];
/** A decision that was quicker than the job still gets its score, once. */
const SCORED = [...UNDER_REVIEW, 'SecondReviewPassed'];
const where = (type: string) =>
  WRITING.includes(type) ? DRAFTING : type === 'ScoreRecomputed' ? SCORED : UNDER_REVIEW;

/**
 * What is wrong with a history, in words; empty when it keeps INV-D1, D2, D5 and E6. It reads facts and envelopes only and
 * shares no code with the decider: persons come from the envelope, content from the recorded changes.
 */
export function faults(journal: readonly Entry[], unitId: string): string[] {
  const found: string[] = [];
  const took = new Set<string>();
  let sheet: Sheet = EMPTY_SHEET;
  let last = 'start';
  let submitted: Omit<Signature, 'person'> | null = null;
  let passes: Signature[] = [];
  let gaveFirst = new Set<string>();
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
    if (actor.personId.startsWith('system:') && !BY_SYSTEM.includes(type)) found.push(`E10: the system gave ${type}`);
    const inUnit = type === 'EvaluationReturned' && event.data.from.startsWith('unit-');
    if ((UNIT_FACTS.includes(type) || inUnit) && !actor.personId.startsWith('system:')) took.add(actor.personId);

    switch (type) {
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
        [passes, gaveFirst, errors, waivers] = [[], new Set(), {}, []];
        if (event.data.contentHash !== submitted.contentHash) found.push('INV-D1: other content was submitted');
        break;
      case 'ScoreRecomputed':
        if (last === 'SecondReviewPassed') decidedScores += 1;
        if (decidedScores > 1) found.push('INV-D5: a decision’s score was changed');
        break;
      case 'ChecksRun':
        errors[event.data.occasion] = event.data.findings.filter((f) => f.severity === 'ERROR').map(({ id }) => id);
        if (event.data.findings.some(({ severity }) => severity === 'BLOCK')) found.push('E6: submitted over a block');
        break;
      case 'FindingWaived':
        if (took.has(actor.personId) || gaveFirst.has(actor.personId)) found.push('E1: waived by one who took part');
        waivers.push({ finding: event.data.findingId, person: actor.personId });
        break;
      case 'PassRevoked':
        if (actor.personId !== passes.at(-1)?.person) found.push('E11: revoked by another');
        passes = [];
        break;
      case 'EvaluationReturned':
      case 'SubmissionWithdrawn':
        if (type === 'SubmissionWithdrawn' && gaveFirst.size > 0) found.push('E11: withdrawn after a reviewer acted');
        submitted = null;
        passes = [];
        break;
      case 'FirstReviewPassed':
      case 'SecondReviewPassed': {
        const { version, contentHash: hash } = event.data;
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
        if (type === 'SecondReviewPassed' && gaveFirst.has(actor.personId)) found.push('E2: roles swapped');
        if (type === 'FirstReviewPassed') gaveFirst.add(actor.personId);
        passes.push({ version, contentHash: hash, person: actor.personId });
        if (type === 'SecondReviewPassed' && new Set(passes.map(({ person }) => person)).size !== 2)
          found.push('INV-D1: approved without two persons');
        break;
      }
    }
  }
  return found;
}
