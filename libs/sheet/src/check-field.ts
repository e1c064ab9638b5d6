import { DomainError } from '#libs/kernel';
import { checkAnswer } from './check-answer.js';
import { checkAttachment } from './check-attachment.js';
import { checkFigure } from './check-figure.js';
import { checkIndicator } from './check-indicator.js';
import { splitPath } from './field-path.js';
import { choice, closed, decimalText, refuse, text } from './shapes.js';
import type { Change, FieldValue } from './sheet.js';

/** Longest text of a section; of a field of the head. */
const SECTION_LENGTH = 20_000;
const HEAD_LENGTH = 200;
/** Most changes in one command: a sheet of 400 figures and 200 indicators fits twice. */
const MOST_CHANGES = 1_200;

/**
 * Accepts a value from outside for a field, or null to remove it, and answers it as it was given (Unicode is not
 * changed). Throws DomainError('invalid', 'sheet.…', { pointer, … }) when the path names no field or the value has
 * another shape than that field's.
 */
export function checkField(path: string, value: unknown): FieldValue | null {
  const [map, key] = splitPath(path) ?? refuse('sheet.unknown-field', String(path).slice(0, 100));
  if (value === null) return null;
  if (map === 'head') return checkHead(path, key, value);
  if (map === 'sections') return text(value, path, { max: SECTION_LENGTH });
  if (map === 'answers') return checkAnswer(path, value);
  if (map === 'attachments') return checkAttachment(path, value);
  return map === 'figures' ? checkFigure(path, key, value) : checkIndicator(path, value);
}

/** Accepts a list of changes from outside: each path once, `before` and `after` as `checkField` wants them. */
export function checkChanges(value: unknown, pointer = ''): Change[] {
  if (!Array.isArray(value)) throw new DomainError('invalid', 'sheet.wrong-type', { pointer, expected: 'array' });
  if (value.length > MOST_CHANGES) refuse('sheet.too-many-changes', pointer, { most: MOST_CHANGES });
  const seen = new Set<string>();
  return value.map((item: unknown, index) => {
    const at = `${pointer}/${index}`;
    const change = closed(item, at, ['path', 'before', 'after'], ['path', 'after']);
    const path = text(change.path, `${at}/path`, { max: 100 });
    if (seen.has(path)) refuse('sheet.repeated-field', `${at}/path`, { path });
    seen.add(path);
    return { path, before: checkField(path, change.before ?? null), after: checkField(path, change.after) };
  });
}

function checkHead(path: string, key: string, value: unknown): string {
  if (key === 'selfScore') return decimalText(value, path);
  if (key === 'selfGrade') return choice(value, path, ['优', '良', '中', '差']);
  if (key === 'sealed') return choice(value, path, ['true', 'false']);
  const given = text(value, path, { max: HEAD_LENGTH });
  if (key === 'fiscalYear' && !/^(?:19|20)\d\d$/.test(given)) refuse('sheet.not-a-year', path);
  if (key === 'preparedOn' && !isDate(given)) refuse('sheet.not-a-date', path);
  return given;
}

function isDate(given: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) return false;
  const date = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
}
