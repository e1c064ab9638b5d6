import type { FastifyInstance } from 'fastify';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const XLS = 'application/vnd.ms-excel';

/** Most bytes of a spreadsheet: 20,000 lines need a tenth. */
const MOST_BYTES = 4 * 1_048_576;

/** Spreadsheets come as they are, as bytes; what is in them is read elsewhere, within bounds. */
export function readSpreadsheetBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser([XLSX, XLS], { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_, body, done) => {
    done(null, body);
  });
}
