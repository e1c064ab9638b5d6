import { DomainError } from '#libs/kernel';

/** One thing that is wrong with a scheme file, and where: RFC 6901 pointer, 1-based line and column. */
export interface SchemeFault {
  readonly code: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly [detail: string]: unknown;
}

/** How many faults are listed; a file that is wrong everywhere says so briefly. */
const LISTED = 20;

/** Collects the faults of one file. */
export class Faults {
  private readonly found: SchemeFault[] = [];

  constructor(private readonly place: (pointer: string) => { readonly line: number; readonly column: number }) {}

  add(code: string, pointer: string, details: Readonly<Record<string, unknown>> = {}): void {
    if (this.found.length < LISTED) this.found.push({ code, pointer, ...this.place(pointer), ...details });
  }

  /** Throws the first fault as a DomainError; `details.faults` lists all. */
  throwIfAny(): void {
    const [first] = this.found;
    if (!first) return;
    const { code, ...details } = first;
    throw new DomainError('invalid', code, { ...details, faults: this.found });
  }

  /** The DomainError of a fault after which nothing else can be checked. */
  static only(code: string, details: Omit<SchemeFault, 'code'>): DomainError {
    return new DomainError('invalid', code, { ...details, faults: [{ code, ...details }] });
  }
}
