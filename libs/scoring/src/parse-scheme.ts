import { createHash } from 'node:crypto';
import { canonicalJson, DomainError } from '#libs/kernel';
import { readNames } from './check-names.js';
import { checkOutcome } from './check-outcome.js';
import { checkShape } from './check-shape.js';
import { readLeaves } from './check-tree.js';
import { Faults, type SchemeFault } from './faults.js';
import { type Formula, NotAFormula, namesIn, parseFormula, partsOf } from './formula.js';
import { readLocatedJson } from './located-json.js';
import type { Scheme } from './scheme.js';
import type { SchemeFile } from './scheme-file.js';
import { LIMITS } from './scheme-schema.js';

/**
 * Reads a scheme file. Throws DomainError('invalid', 'scheme.…', { pointer, line, column, …, faults }): the first
 * fault, and in `faults` up to twenty. Files of any size and content are answered quickly; nothing in them is executed.
 */
export function parseScheme(text: string): Scheme {
  const json = readLocatedJson(text);
  const faults = new Faults(json.place);
  refuseTooMany(json.value, faults);
  faults.throwIfAny();
  checkShape(json.value, faults);
  faults.throwIfAny();

  const file = json.value as SchemeFile;
  let parts = 0;
  const read = (formula: string, pointer: string): Formula | undefined => {
    const parsed = tryFormula(formula, pointer, faults);
    parts += parsed ? partsOf(parsed) : 0;
    if (parts > LIMITS.parts) faults.add('scheme.formulas-too-long', pointer, { limit: LIMITS.parts });
    for (const name of parsed ? namesIn(parsed) : []) {
      if (!Object.hasOwn(file.names, name)) faults.add('scheme.unknown-name', pointer, { name });
    }
    return parsed;
  };
  const names = readNames(file, faults, read);
  const leaves = readLeaves(file, faults, read);
  const capRate = file.caps && read(file.caps.of, '/caps/of');
  checkOutcome(file, faults);
  faults.throwIfAny();
  return Object.freeze({ file, hash: hashOf(file), names, leaves, ...(capRate && { capRate }) });
}

/** What is wrong with a scheme file, for people who write one: an empty list when nothing is. Never throws. */
export function validateScheme(text: string): readonly SchemeFault[] {
  try {
    parseScheme(text);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.details.faults as readonly SchemeFault[];
    throw error;
  }
}

function tryFormula(formula: string, pointer: string, faults: Faults): Formula | undefined {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (!(error instanceof NotAFormula)) throw error;
    faults.add('scheme.formula', pointer, { reason: error.reason, ...(error.at !== undefined && { at: error.at }) });
    return undefined;
  }
}

/** Counts before the shape is looked at: ten thousand indicators are one clear fault. */
function refuseTooMany(value: unknown, faults: Faults): void {
  const pending: [unknown, string][] = [[(value as { tree?: unknown } | null)?.tree, '/tree']];
  let count = 0;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [nodes, pointer] = next;
    if (!Array.isArray(nodes)) continue;
    for (const [index, node] of nodes.entries()) {
      count += 1;
      const here = `${pointer}/${index}`;
      if (count > LIMITS.indicators) {
        faults.add('scheme.too-many-indicators', here, { limit: LIMITS.indicators });
        return;
      }
      pending.push([(node as { children?: unknown } | null)?.children, `${here}/children`]);
    }
  }
}

/** The text a scheme's hash is the SHA-256 of: canonical JSON without `$schema`, which only editors read. */
export function hashedText({ $schema: _, ...file }: SchemeFile): string {
  return canonicalJson(file);
}

function hashOf(file: SchemeFile): string {
  return createHash('sha256').update(hashedText(file)).digest('hex');
}
