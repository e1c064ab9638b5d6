/** Which constraint a statement broke: SQLSTATE class 23, and the constraint's name. */
export interface Violation {
  readonly kind: 'unique' | 'reference' | 'check' | 'missing';
  readonly constraint: string;
}

const KINDS: Readonly<Record<string, Violation['kind']>> = {
  '23505': 'unique',
  '23503': 'reference',
  '23514': 'check',
  '23502': 'missing',
};

/** The violation behind an error of `pg`, also when another library wrapped it; undefined for every other error. */
export function violationOf(error: unknown): Violation | undefined {
  const { code, constraint, driverError } = error as { code?: string; constraint?: string; driverError?: unknown };
  if (driverError !== undefined && driverError !== error) return violationOf(driverError);
  const kind = code === undefined ? undefined : KINDS[code];
  return kind === undefined ? undefined : { kind, constraint: constraint ?? '' };
}
