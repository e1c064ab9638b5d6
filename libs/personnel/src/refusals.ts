import { DomainError, type RefusalKind } from '#libs/kernel';

interface Refusal {
  readonly kind: RefusalKind;
  readonly rule?: 'E10';
}

/** Every code the decider can refuse with. */
const DECIDER_REFUSALS = {
  'membership.days-reversed': { kind: 'invalid' },
  'membership.twice': { kind: 'invalid' },
  'grant.unit-needed': { kind: 'invalid' },
  'grant.unit-not-allowed': { kind: 'invalid' },
  'grant.days-reversed': { kind: 'invalid' },
  'grant.excluded-role': { kind: 'conflict', rule: 'E10' },
  'grant.not-ones-office': { kind: 'forbidden', rule: 'E10' },
  'grant.to-oneself': { kind: 'forbidden', rule: 'E10' },
  'grant.needs-two-persons': { kind: 'forbidden', rule: 'E10' },
  'grant.needs-other-office': { kind: 'forbidden', rule: 'E10' },
  'grant.proposal-not-found': { kind: 'not-found' },
  'grant.proposal-expired': { kind: 'conflict' },
  'break-glass.not-found': { kind: 'not-found' },
  'break-glass.own': { kind: 'forbidden', rule: 'E10' },
  'break-glass.reviewed-already': { kind: 'conflict' },
  'text.too-short': { kind: 'invalid' },
} as const satisfies Record<string, Refusal>;

/** What only the tables answer (migration 0100); where the reason is the same they share the decider's codes. */
const CONSTRAINT_REFUSALS = {
  'person.unknown-unit': { kind: 'invalid' },
  'grant.unknown-unit': { kind: 'invalid' },
  'grant.account-of-another': { kind: 'conflict' },
  'grant.not-as-proposed': { kind: 'conflict' },
} as const satisfies Record<string, Refusal>;

export const PERSONNEL_REFUSALS: Readonly<Record<string, Refusal>> = { ...DECIDER_REFUSALS, ...CONSTRAINT_REFUSALS };

export function refusal(
  code: keyof typeof DECIDER_REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  const { kind, rule }: Refusal = DECIDER_REFUSALS[code];
  return new DomainError(kind, code, rule === undefined ? details : { rule, ...details });
}
