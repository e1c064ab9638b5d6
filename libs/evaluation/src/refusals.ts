import { DomainError, type RefusalKind } from '#libs/kernel';

/** The hard rules of the bureau that a refusal can name; the README reads them aloud. */
export type Rule = 'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6' | 'E7' | 'E8' | 'E9' | 'E10' | 'E11';

interface Refusal {
  readonly kind: RefusalKind;
  readonly rule?: Rule;
}

/** What the decider can answer instead of facts. Codes are stable; the edge has a text in two languages for each. */
export const DECIDER_REFUSALS = {
  'actor.administrator-excluded': { kind: 'forbidden', rule: 'E10' },
  'actor.system-excluded': { kind: 'forbidden', rule: 'E10' },
  'actor.person-required': { kind: 'invalid' },
  'delegation.not-granted': { kind: 'forbidden', rule: 'E9' },
  'delegation.to-oneself': { kind: 'invalid', rule: 'E9' },
  'delegation.days-out-of-range': { kind: 'invalid', rule: 'E9' },
  'delegation.overlaps': { kind: 'conflict', rule: 'E9' },
  'delegation.unknown': { kind: 'not-found' },
  'role.not-allowed': { kind: 'forbidden' },

  'campaign.wrong-status': { kind: 'conflict' },
  'campaign.year-and-owner-stay': { kind: 'invalid' },
  'campaign.no-scheme': { kind: 'conflict' },
  'campaign.extension-ends-earlier': { kind: 'invalid' },
  'campaign.window-ends-before-it-opens': { kind: 'invalid' },
  'campaign.sample-rule-unfit': { kind: 'invalid' },
  'campaign.nothing-to-sample': { kind: 'conflict' },

  'evaluation.wrong-stage': { kind: 'conflict' },
  'evaluation.content-changed': { kind: 'stale', rule: 'E3' },

  'text.too-short': { kind: 'invalid' },
  'text.too-long': { kind: 'invalid' },
  'text.unprintable': { kind: 'invalid' },

  'draft.field-conflict': { kind: 'stale' },
  'draft.repeated-field': { kind: 'invalid' },
  'draft.too-many-changes': { kind: 'invalid' },
  'draft.document-not-described': { kind: 'invalid' },

  'return-item.unknown': { kind: 'not-found' },
  'return-item.unanswered': { kind: 'conflict' },

  'unit.needs-another-person': { kind: 'forbidden', rule: 'E1' },
  'finding.unknown': { kind: 'not-found' },
  'finding.not-waivable': { kind: 'conflict', rule: 'E6' },
  'submission.open-blocks': { kind: 'conflict', rule: 'E6' },
  'submission.unanswered-warnings': { kind: 'conflict' },
  'withdrawal.not-a-participant': { kind: 'forbidden', rule: 'E11' },
  'withdrawal.reviewer-acted': { kind: 'conflict', rule: 'E11' },

  'review.participant-excluded': { kind: 'forbidden', rule: 'E1' },
  'review.needs-another-person': { kind: 'forbidden', rule: 'E1' },
  'review.roles-swapped': { kind: 'forbidden', rule: 'E2' },
  'review.unit-member-excluded': { kind: 'forbidden', rule: 'E8' },
  'review.own-department-excluded': { kind: 'forbidden', rule: 'E8' },
  'review.open-errors': { kind: 'conflict', rule: 'E6' },
  'review.not-assigned': { kind: 'forbidden', rule: 'E4' },
  'review.conflict-declared': { kind: 'forbidden', rule: 'E8' },
  'review.recused': { kind: 'forbidden', rule: 'E8' },
  'review.gate-unknown': { kind: 'invalid', rule: 'E7' },
  'review.gate-passed': { kind: 'conflict', rule: 'E7' },
  'review.gate-waits': { kind: 'conflict', rule: 'E4' },
  'review.one-gate-for-each': { kind: 'forbidden', rule: 'E7' },
  'review.too-many-remarks': { kind: 'invalid' },
  'review.too-many-attachments': { kind: 'invalid' },
  'review.remark-not-located': { kind: 'invalid' },
  'review.quote-not-there': { kind: 'invalid' },
  'review.score-out-of-range': { kind: 'invalid' },
  'assignment.open-review': { kind: 'conflict' },
  'assignment.not-a-reviewer': { kind: 'invalid' },
  'assignment.not-lawful': { kind: 'forbidden', rule: 'E8' },
  'assignment.seat-passed': { kind: 'conflict' },
  'recusal.pass-stands': { kind: 'conflict' },
  'expert.not-asked': { kind: 'conflict' },
  'expert.has-not-answered': { kind: 'conflict' },
  'expert.takes-no-seat': { kind: 'forbidden', rule: 'E1' },
  'expert.too-many': { kind: 'conflict' },
  'revocation.not-own-pass': { kind: 'forbidden', rule: 'E11' },
  'revocation.next-acted': { kind: 'conflict', rule: 'E11' },

  'return.reason-too-short': { kind: 'invalid', rule: 'E5' },
  'return.needs-an-item': { kind: 'invalid', rule: 'E5' },
  'return.too-many-items': { kind: 'invalid', rule: 'E5' },
  'return.item-not-located': { kind: 'invalid', rule: 'E5' },

  'recheck.took-part': { kind: 'forbidden', rule: 'E1' },
  'rectification.needs-a-finding': { kind: 'invalid' },
  'rectification.too-many-findings': { kind: 'invalid' },
  'rectification.finding-not-located': { kind: 'invalid' },
  'rectification.unknown': { kind: 'not-found' },
  'rectification.is-closed': { kind: 'conflict' },
  'rectification.not-replied': { kind: 'conflict' },
  'rectification.needs-another-person': { kind: 'forbidden', rule: 'E1' },
  'publication.address-unfit': { kind: 'invalid' },
  'publication.day-unfit': { kind: 'invalid' },
  'publication.before-reply': { kind: 'invalid' },
  'publication.personal-data': { kind: 'conflict' },
  'archive.rectification-open': { kind: 'conflict' },
  'archive.is-published': { kind: 'invalid' },
  'archive.not-published': { kind: 'invalid' },

  'checks.other-version': { kind: 'conflict' },
  'score.other-version': { kind: 'conflict' },
} as const satisfies Record<string, Refusal>;

/**
 * What only the constraint tables answer (migration 0020): a fact came to the log past the decider. They share the
 * decider's codes where the reason is the same.
 */
export const CONSTRAINT_REFUSALS = {
  'log.actor-differs': { kind: 'forbidden' },
  'log.fact-not-allowed': { kind: 'conflict' },
  'review.checks-missing': { kind: 'conflict', rule: 'E6' },
  'review.first-pass-missing': { kind: 'conflict', rule: 'E4' },
} as const satisfies Record<string, Refusal>;

/** Every code this library can refuse with → its kind and, where one stands behind it, the rule. */
export const REFUSALS: Readonly<Record<RefusalCode, Refusal>> = { ...DECIDER_REFUSALS, ...CONSTRAINT_REFUSALS };
export type RefusalCode = keyof typeof DECIDER_REFUSALS | keyof typeof CONSTRAINT_REFUSALS;

/** The refusal with this code; kind and rule come from the table, so they cannot differ from one place to another. */
export function refusal(
  code: keyof typeof DECIDER_REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  const { kind, rule }: Refusal = DECIDER_REFUSALS[code];
  return new DomainError(kind, code, rule === undefined ? details : { rule, ...details });
}
