export type { Block, Cell, PrintedDocument, Table } from './document.js';
export { placeName } from './fields.js';
export { type FilledForm, readFilledForm } from './filled-form.js';
export type { FormIdentity } from './form-part.js';
export { baseDataTable } from './layouts/base-data.js';
export { opinionSheet } from './layouts/opinions.js';
export { report } from './layouts/report.js';
export { selfEvaluationTable } from './layouts/self-evaluation.js';
export { type TrailEntry, trailSheet } from './layouts/trail.js';
export type { Material, Opinion, PrintedFinding, SystemScore } from './material.js';
export { type SummaryLine, summaryBook } from './summary.js';
export { toPdf } from './to-pdf.js';

// What writes these formats takes half a second to load: who prints waits for it, and not every start of a process.
/** The document as a Word file. */
export const toDocx: typeof import('./to-docx.js').toDocx = async (...asked) =>
  (await import('./to-docx.js')).toDocx(...asked);
/** The document as an Excel file. */
export const toXlsx: typeof import('./to-xlsx.js').toXlsx = async (...asked) =>
  (await import('./to-xlsx.js')).toXlsx(...asked);
