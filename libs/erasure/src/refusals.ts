import { DomainError, type RefusalKind } from '#libs/kernel';

/** Every code an order of erasure can be refused with; the tables of the log answer the same ones. */
export const ERASURE_REFUSALS = {
  'erasure.not-ordered': 'forbidden',
  'erasure.needs-another-person': 'forbidden',
  'erasure.own-acts': 'forbidden',
  'erasure.not-erasable': 'conflict',
  'erasure.matter-open': 'conflict',
  'erasure.kept-differs': 'invalid',
  'erasure.nothing-to-erase': 'conflict',
  'erasure.settled': 'conflict',
  'erasure.reason-too-short': 'invalid',
  'erasure.not-found': 'not-found',
  'erasure.unknown-target': 'not-found',
  'erasure.whole-division-only': 'forbidden',
} as const satisfies Record<string, RefusalKind>;

/** The refusal with this code. */
export function refusal(
  code: keyof typeof ERASURE_REFUSALS,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  return new DomainError(ERASURE_REFUSALS[code], code, details);
}
