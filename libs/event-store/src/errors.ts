/** The stream has moved on (G-1). `actual` is its version now. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';

  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`${stream} is at version ${actual}, not ${expected}`);
  }
}

/** The key was used by this account for another request (G-3). */
export class IdempotencyMismatch extends Error {
  override readonly name = 'IdempotencyMismatch';

  constructor(readonly key: string) {
    super(`idempotency key ${key} was used for another request`);
  }
}

/**
 * The connection broke and did not come back in time, so it is not known whether the append was stored (G-4). Asking
 * again under the same idempotency key tells, and writes it once.
 */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome';

  constructor(
    readonly commandId: string,
    cause: unknown,
  ) {
    super(`the outcome of command ${commandId} is not known`, { cause });
  }
}
