import type { Shape } from './shape.js';
import type { zhReview } from './zh-review.js';

/** English texts of who reviews and what was said. */
export const enReview: Shape<typeof zhReview> = {
  seat: {
    first: 'First review',
    second: 'Second review',
    gate: { business: 'Business', finance: 'Settlement', audit: 'Audit' },
    passed: 'passed',
    assigned: 'assigned',
    open: 'waiting',
    missing: 'nobody lawful',
    missingHint:
      'Rules of separation leave nobody in the department. A manager assigns a reviewer, also from the finance bureau above.',
  },
  assign: {
    title: 'Assign a reviewer',
    seat: 'Step',
    person: 'Reviewer',
    open: '{{count}} under way',
    above: 'from the bureau above',
    excluded: { 'unit-member': 'belongs to the unit', declared: 'declared a conflict' },
    none: 'There is nobody to assign.',
  },
  expert: {
    question: 'Question',
    person: 'Expert',
  },
  opinion: {
    gate: 'Gate',
    score: 'Reviewer’s points (0–100, optional)',
    scoreHint: 'Stands beside the unit’s own points and the system’s, never over them.',
    remarks: 'Remarks',
    enclose: 'Enclose a file with no. {{n}}',
    severity: { note: 'note', minor: 'minor', major: 'major' },
    sealed: 'Sealed until this review is over.',
    blind: 'A blind review: nobody reads your opinion before it is over.',
  },
  reviews: {
    none: 'Nobody has reviewed this yet.',
    version: 'Version {{version}}',
    kind: {
      'first-pass': 'First review passed',
      'second-pass': 'Second review passed',
      recheck: 'Recheck',
      return: 'Returned',
    },
    revoked: 'taken back',
    recheckScore: 'recheck score {{score}}',
    score: '{{score}} points',
    changed: 'Changed',
    reply: 'Reply',
    untouched: 'not changed',
  },
  reviewRules: {
    title: 'How it is reviewed',
    assignment: 'Assignment',
    open: 'open to whoever holds the role',
    assigned: 'drawn, least burdened first',
    blind: 'Blind: the first opinion stays sealed',
    gates: 'Gates',
    gateOrder: 'Order of gates',
    parallel: 'side by side',
    'in-order': 'one after the other',
    second: 'Second review',
    overall: 'one over all gates',
    'per-gate': 'one for each gate',
  },
};
