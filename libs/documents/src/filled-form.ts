import { DomainError } from '#libs/kernel';
import {
  applyChanges,
  type Change,
  checkField,
  contentHash,
  EMPTY_SHEET,
  type FieldValue,
  fieldAt,
  isDecimal,
  type Sheet,
} from '#libs/sheet';
import { written } from './filled-field.js';
import { FORM_FORMAT, FORM_PART } from './form-part.js';
import { type BookSheet, readBook } from './read-book.js';

/** A form of ours that came back. */
export interface FilledForm {
  readonly evaluationId: string;
  readonly version: number;
  /** Of what was exported. */
  readonly contentHash: string;
  /** The content as it was exported. */
  readonly exported: Sheet;
  /** The same with what was written into the form. */
  readonly sheet: Sheet;
  /** Cells whose text is another than it was exported with, and the field each shows. */
  readonly edited: readonly { readonly cell: string; readonly path: string; readonly text: string }[];
  /** Of these, the ones that say nothing their field could hold; the field stays as it was. */
  readonly notUnderstood: readonly { readonly cell: string; readonly path: string; readonly text: string }[];
}

/**
 * Reads a form that this product exported: exactly its content, and over it what people wrote into the cells. Throws
 * DomainError('invalid', 'form.…') for anything that is no such form, or one whose content was tampered with.
 */
export async function readFilledForm(bytes: Uint8Array): Promise<FilledForm> {
  const book = await readBook(bytes);
  const part = book.find(({ name }) => name === FORM_PART)?.rows ?? [];
  const [format, ...named] = part[0] ?? [];
  if (format !== FORM_FORMAT) throw new DomainError('invalid', 'form.not-a-form');
  const [evaluationId, version, hash, sheetName] = named.slice(0, 4).map(parsed) as [string, number, string, string];
  const rows = part
    .slice(1)
    .map(([kind, ...pieces]) => ({ kind, told: parsed(pieces.join('')) as readonly unknown[] }));

  const exported = contentOf(rows.filter(({ kind }) => kind === 'field').map(({ told }) => told));
  if (contentHash(exported) !== hash) throw new DomainError('invalid', 'form.damaged');
  const shown = rows
    .filter(({ kind }) => kind === 'cell')
    .map(({ told }) => told as readonly [string, string, string, string]);
  const visible = book.find(({ name }) => name === sheetName);

  let sheet = exported;
  const edited: FilledForm['edited'][number][] = [];
  const notUnderstood: FilledForm['notUnderstood'][number][] = [];
  for (const [cell, path, of, before] of shown) {
    const text = textAt(visible, cell);
    if (same(text, before)) continue;
    edited.push({ cell, path, text });
    const value = written(fieldAt(sheet, path), { path, part: of }, text);
    if (value === undefined) notUnderstood.push({ cell, path, text });
    else sheet = applyChanges(sheet, [{ path, before: null, after: value }]);
  }
  return { evaluationId, version, contentHash: hash, exported, sheet, edited, notUnderstood };
}

/** The content field by field; what no sheet could hold is refused as it is everywhere. */
function contentOf(fields: readonly (readonly unknown[])[]): Sheet {
  const changes = fields.map(([map, key, value]): Change => {
    const path = `/${String(map)}/${String(key).replace('/', '~1')}`;
    return { path, before: null, after: checkField(path, value) as FieldValue };
  });
  return applyChanges(EMPTY_SHEET, changes);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'form.damaged');
  }
}

/** `5.3` in a cell is the `5.30` that was exported. */
function same(text: string, before: string): boolean {
  return (
    text === before || (isDecimal(text) && isDecimal(before) && Number(text) === Number(before) && digits(text, before))
  );
}

const digits = (a: string, b: string): boolean => trimmed(a) === trimmed(b);
const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal);

function textAt(sheet: BookSheet | undefined, address: string): string {
  const [, letters = '', digitsOf = ''] = /^([A-Z]{1,2})(\d{1,5})$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return sheet?.rows[Number(digitsOf) - 1]?.[column - 1] ?? '';
}
