import type ExcelJS from 'exceljs';
import type { Sheet } from '#libs/sheet';

/** The sheet of a workbook that programs read; people do not see it. */
export const FORM_PART = 'shuangshen';
/** The shape of that sheet. */
export const FORM_FORMAT = 'shuangshen-form-1';

/** Of which evaluation and content a form is, and the content itself. */
export interface FormIdentity {
  readonly evaluationId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly sheet: Sheet;
}

/** A field where it is shown, and the text it was shown with. */
export interface ShownField {
  readonly address: string;
  readonly path: string;
  readonly part?: string;
  readonly text: string;
}

/** Longest text in one cell; Excel takes 32,767 UTF-16 units. */
const PIECE = 30_000;

/**
 * Writes the content into the workbook, field by field, and which cell shows which: so a form that comes back is the same
 * content, and what was written into its cells meanwhile is known.
 */
export function addFormPart(
  book: ExcelJS.Workbook,
  { evaluationId, version, contentHash, sheet }: FormIdentity,
  name: string,
  shown: readonly ShownField[],
): void {
  const part = book.addWorksheet(FORM_PART, { state: 'veryHidden' });
  part.addRow([FORM_FORMAT, ascii(evaluationId), ascii(version), ascii(contentHash), ascii(name)]);
  for (const [map, fields] of Object.entries(sheet))
    for (const [key, value] of Object.entries(fields)) part.addRow(['field', ...pieces([map, key, value])]);
  for (const { address, path, part: of, text } of shown)
    part.addRow(['cell', ...pieces([address, path, of ?? null, text])]);
}

function pieces(value: unknown): string[] {
  const text = ascii(value);
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, n) => text.slice(n * PIECE, (n + 1) * PIECE));
}

/** JSON in which everything that XML or a spreadsheet could change is escaped: what lies outside ASCII and Han, and `_x`. */
function ascii(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]|_(?=x)/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
