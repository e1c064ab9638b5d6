import { choice, closed, index, refuse, text } from './shapes.js';
import { GROUNDS, type Source, SURENESSES } from './sheet.js';

const WORDS_LENGTH = 2_000;
const NAME_LENGTH = 100;
const REQUIRED = ['document', 'start', 'end', 'text'];

/** Accepts the place of a value from outside: a span of a document's text, and where it is one the cell of a table. */
export function checkSource(value: unknown, pointer: string): Source {
  const source = closed(value, pointer, [...REQUIRED, 'cell', 'sure', 'because'], REQUIRED);
  if (!/^[0-9a-f]{64}$/.test(text(source.document, `${pointer}/document`, { max: 64 }))) {
    refuse('sheet.not-a-hash', `${pointer}/document`);
  }
  const start = index(source.start, `${pointer}/start`);
  if (index(source.end, `${pointer}/end`) <= start) refuse('sheet.empty-span', pointer);
  text(source.text, `${pointer}/text`, { min: 1, max: WORDS_LENGTH });
  if (source.cell !== undefined) checkCell(source.cell, `${pointer}/cell`);
  if (source.sure !== undefined) choice(source.sure, `${pointer}/sure`, SURENESSES);
  if (source.because !== undefined) checkGrounds(source.because, `${pointer}/because`);
  return source as unknown as Source;
}

function checkCell(value: unknown, pointer: string): void {
  const required = ['table', 'row', 'column'];
  const cell = closed(value, pointer, [...required, 'sheet', 'at'], required);
  for (const key of required) index(cell[key], `${pointer}/${key}`);
  if (cell.sheet !== undefined) text(cell.sheet, `${pointer}/sheet`, { max: NAME_LENGTH });
  if (cell.at !== undefined) text(cell.at, `${pointer}/at`, { max: 12 });
}

function checkGrounds(value: unknown, pointer: string): void {
  if (!Array.isArray(value) || value.length > GROUNDS.length)
    refuse('sheet.wrong-type', pointer, { expected: 'array' });
  for (const [at, ground] of (value as unknown[]).entries()) choice(ground, `${pointer}/${at}`, GROUNDS);
}
