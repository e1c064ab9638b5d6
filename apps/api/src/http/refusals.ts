/** Nobody is logged in here, or not any more. */
export class NotLoggedIn extends Error {
  override readonly name = 'NotLoggedIn';
}

/** A log-in that did not succeed; says nothing of why. */
export class LogInFailed extends Error {
  override readonly name = 'LogInFailed';

  constructor(readonly waitSeconds: number) {
    super('log-in failed');
  }
}

/** A command without `If-Match`: the person has not said which version was seen. */
export class PreconditionMissing extends Error {
  override readonly name = 'PreconditionMissing';
}
