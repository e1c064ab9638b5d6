/** What the API answers instead of what was asked for: RFC 9457, in the reader's language. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  /** Stable, for programs; never shown. */
  readonly code: string;
  readonly detail: string;
  /** The rule of the bureau that forbids it, such as `E1`. */
  readonly rule?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly conflicts?: readonly { readonly pointer: string; readonly current: unknown }[];
  readonly requestId?: string;
}

/** The API refused, or failed; `problem.detail` is what a person reads. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

/** No answer came: the network or the server is away. What was asked may or may not have happened. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The problem an answer holds; a gateway's page in its place becomes a problem of its own. */
export function problemIn(body: unknown, status: number, statusText: string): Problem {
  const given = body as Partial<Problem> | undefined;
  if (typeof given?.code === 'string' && typeof given.detail === 'string') return given as Problem;
  return { title: statusText, status, code: 'http.no-problem', detail: statusText || String(status) };
}
