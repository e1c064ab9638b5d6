import type { EvaluationEvent } from '../facts.js';
import { isSystem } from '../roles.js';

/** Who has a part in the matter because of this fact, in whatever role: who did it, for whom, and whose advice was asked. */
export function involvedBy(event: EvaluationEvent): readonly string[] {
  if (!INVOLVING.has(event.type)) return [];
  // A return from a recheck is the recheck's own.
  if (event.type === 'EvaluationReturned' && event.data.from === 'recheck') return [];
  const { by, onBehalfOf } = event.data as { readonly by: string; readonly onBehalfOf?: string };
  const asked = event.type === 'ExpertAsked' ? event.data.personId : undefined;
  return [by, onBehalfOf, asked].filter((person): person is string => person !== undefined && !isSystem(person));
}

/** Everything that happens before the approval; what follows on it excludes nobody from a recheck. */
const INVOLVING: ReadonlySet<EvaluationEvent['type']> = new Set<EvaluationEvent['type']>([
  'DraftImported',
  'DraftEdited',
  'ItemAnswered',
  'FindingAnswered',
  'UnitChecked',
  'UnitSigned',
  'EvaluationSubmitted',
  'ChecksRun',
  'FindingWaived',
  'SubmissionWithdrawn',
  'FirstReviewPassed',
  'SecondReviewPassed',
  'PassRevoked',
  'ReviewerAssigned',
  'ReviewerMissing',
  'ReviewerRecused',
  'ExpertAsked',
  'ExpertAnswered',
  'EvaluationReturned',
]);
