/** What kind of refusal it is; the edge turns each into one HTTP status. */
export type RefusalKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'too-soon';

/**
 * A refusal the person can act on, as opposed to a fault that we must mend. `code` is stable, dotted and kebab-case;
 * `details` fill the text in the reader's language: `rule` (E1…E14) and `pointer` (RFC 6901) where they apply, `seconds` until it is not too soon.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }
}
