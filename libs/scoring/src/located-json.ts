import jsonc, { type Node, type ParseError } from 'jsonc-parser';
import { Faults } from './faults.js';
import { LIMITS } from './scheme-schema.js';

/** A JSON document together with where each value stands in its text. */
export interface LocatedJson {
  readonly value: unknown;
  /** 1-based line and column of the value at an RFC 6901 pointer, or of the nearest value around it. */
  place(pointer: string): { readonly line: number; readonly column: number };
}

/**
 * Reads strict JSON (no comments, no trailing commas, no key twice in one object) and keeps the places. Throws the
 * faults as a DomainError; text that is too long or nested too deeply is refused before it is parsed.
 */
export function readLocatedJson(text: string): LocatedJson {
  if (text.length > LIMITS.characters) {
    throw Faults.only('scheme.too-large', {
      pointer: '',
      line: 1,
      column: 1,
      characters: text.length,
      limit: LIMITS.characters,
    });
  }
  const tooDeep = offsetBeyond(text, LIMITS.nesting);
  if (tooDeep !== undefined) {
    throw Faults.only('scheme.too-deep', { pointer: '', ...lineAndColumn(text, tooDeep), limit: LIMITS.nesting });
  }
  const errors: ParseError[] = [];
  const root = jsonc.parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const error = errors[0];
  if (error || !root) {
    const reason = error ? jsonc.printParseErrorCode(error.error) : 'ValueExpected';
    throw Faults.only('scheme.not-json', { pointer: '', ...lineAndColumn(text, error?.offset ?? 0), reason });
  }
  refuseRepeatedKeys(root, '', text);
  return {
    value: JSON.parse(text),
    place: (pointer) => lineAndColumn(text, nearest(root, stepsOf(pointer)).offset),
  };
}

/** Where brackets outside strings first nest deeper than `limit`. */
function offsetBeyond(text: string, limit: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > limit) return at;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return undefined;
}

function refuseRepeatedKeys(node: Node, pointer: string, text: string): void {
  const seen = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === 'array') {
      refuseRepeatedKeys(child, `${pointer}/${index}`, text);
      continue;
    }
    const [key, value] = child.children ?? [];
    if (!key || !value) continue;
    const here = `${pointer}/${escaped(String(key.value))}`;
    if (seen.has(key.value))
      throw Faults.only('scheme.repeated-key', { pointer: here, ...lineAndColumn(text, key.offset) });
    seen.add(key.value);
    refuseRepeatedKeys(value, here, text);
  }
}

function nearest(root: Node, steps: readonly string[]): Node {
  let node = root;
  for (const step of steps) {
    const next =
      node.type === 'array'
        ? node.children?.[Number(step)]
        : node.children?.find((property) => property.children?.[0]?.value === step)?.children?.[1];
    if (!next) return node;
    node = next;
  }
  return node;
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}

/** One step of a JSON pointer (RFC 6901). */
export function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
