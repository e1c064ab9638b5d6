import type { Shape } from './shape.js';
import type { zhDocuments } from './zh-documents.js';

/** English texts of the files of an evaluation. */
export const enDocuments: Shape<typeof zhDocuments> = {
  documents: {
    title: 'Print and export',
    hint: 'Every document has page numbers and a QR code with the address of this evaluation and the hash of its content. Each export by an auditor or a reviewer is recorded in the trail.',
    name: {
      report: 'Report',
      'self-evaluation': 'Self-evaluation table',
      'base-data': 'Base data table',
      opinions: 'Opinion sheet',
      trail: 'The whole trail',
    },
    format: { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' },
    download: 'Download {{name}} ({{format}})',
    preparing: 'Preparing…',
    back: 'Import a filled-in form',
    backHint:
      'The Excel forms above can be filled in elsewhere and imported here: only what was changed in the form is updated.',
    took: '{{fields}} fields updated; {{edited}} cells of the form were changed, {{unread}} could not be understood.',
    unread: 'Cells that could not be understood',
    summary: 'Export the summary',
  },
  attachments: {
    title: 'Attachments (evidence)',
    none: 'No attachments.',
    size: '{{size}} KB',
    add: 'Attach a file',
    uploading: 'Upload progress',
    remove: 'Remove the attachment {{name}}',
    removeShort: 'Remove',
  },
};
