/** A file that is refused: `code` is the refusal's, `details` fill its text. Everything else that is thrown is a damaged file. */
export class Refused extends Error {
  constructor(code, details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export function refuse(code, details) {
  throw new Refused(code, details);
}
