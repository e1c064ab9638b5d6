export type { Conflict, NotUnderstood, Why } from './findings.js';
export { type LegalBasis, type ReadReport, readReport } from './read-report.js';
