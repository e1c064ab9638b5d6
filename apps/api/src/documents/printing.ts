import {
  baseDataTable,
  type Material,
  opinionSheet,
  type PrintedDocument,
  report,
  selfEvaluationTable,
  toDocx,
  toPdf,
  toXlsx,
} from '#libs/documents';
import { DomainError } from '#libs/kernel';
import { XLSX } from '../http/spreadsheet-body.js';

export const FORMATS = ['pdf', 'docx', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: XLSX,
};

/** What can be taken away of one evaluation: its name, and in which formats people want it. */
export const DOCUMENTS = {
  report: { name: '自评报告', formats: ['pdf', 'docx'] },
  'self-evaluation': { name: '自评表', formats: ['pdf', 'xlsx'] },
  'base-data': { name: '基础数据表', formats: ['pdf', 'xlsx'] },
  opinions: { name: '审核意见表', formats: ['pdf', 'docx'] },
  trail: { name: '审计轨迹', formats: ['pdf'] },
} as const satisfies Record<string, { readonly name: string; readonly formats: readonly Format[] }>;
export type DocumentName = keyof typeof DOCUMENTS;

/** Refuses a document that there is not, and a format it does not have. */
export function documentNamed(text: string, format: Format): DocumentName {
  if (!Object.hasOwn(DOCUMENTS, text)) throw new DomainError('not-found', 'document.unknown');
  const name = text as DocumentName;
  const formats: readonly Format[] = DOCUMENTS[name].formats;
  if (!formats.includes(format))
    throw new DomainError('invalid', 'document.not-in-this-format', { pointer: '/format', formats });
  return name;
}

const LAYOUTS: Readonly<Record<Exclude<DocumentName, 'trail'>, (material: Material) => PrintedDocument>> = {
  report,
  'self-evaluation': selfEvaluationTable,
  'base-data': baseDataTable,
  opinions: opinionSheet,
};

export const laidOut = (name: Exclude<DocumentName, 'trail'>, material: Material): PrintedDocument =>
  LAYOUTS[name](material);

/** The file. A workbook can be filled in and sent back. */
export function printed(document: PrintedDocument, format: Format, material: Material): Promise<Uint8Array> {
  if (format === 'pdf') return toPdf(document);
  return format === 'docx' ? toDocx(document) : toXlsx(document, material);
}
