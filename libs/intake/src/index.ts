export { type Addressee, addresseeOf, type Matched, WHY_UNMATCHED, type WhyUnmatched } from './addressee.js';
export type { Conflict, NotUnderstood, Why } from './findings.js';
export { type ReadDocument, readDocument } from './read-document.js';
export { type LegalBasis, type ReadReport, readReport } from './read-report.js';
export type { Block, Cell } from './table/block.js';
