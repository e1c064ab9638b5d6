import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#libs/config';
import { DomainError } from '#libs/kernel';

export interface TableBounds {
  readonly mostRows: number;
  readonly mostColumns: number;
  /** Longest time the reading may take, in ms; 10 s unless told. */
  readonly ms?: number;
}

const MEGABYTES = 256;

/**
 * The first sheet of a spreadsheet (.xlsx, .xls, .csv) as texts, row by row, as a person sees them. Read in a thread that is
 * ended when it takes too long or too much memory. Throws DomainError('invalid', 'table.…') for what is no spreadsheet, for
 * more rows than allowed, and for a file that cannot be read within the bounds.
 */
export async function readTable(bytes: Uint8Array, { mostRows, mostColumns, ms = 10_000 }: TableBounds) {
  if (!looksLikeOne(bytes)) throw new DomainError('invalid', 'table.unreadable');
  const rows = await inAThread({ bytes, mostRows, mostColumns }, ms);
  if (rows.length > mostRows) throw new DomainError('invalid', 'table.too-many-rows', { most: mostRows });
  return rows;
}

/** A ZIP (.xlsx) or an OLE document (.xls). The library would read any text as a table of one column. */
function looksLikeOne(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return head === '504b0304' || head === 'd0cf11e0';
}

function inAThread(data: object, ms: number): Promise<readonly (readonly string[])[]> {
  const thread = new Worker(join(projectRoot(), 'libs/tables/worker/read.mjs'), {
    workerData: data,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve, reject) => {
    const refuse = (code: string) => reject(new DomainError('invalid', code));
    const timer = setTimeout(() => refuse('table.too-much-work'), ms);
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'table.too-much-work' : 'table.unreadable'),
    );
    thread.once('exit', () => {
      clearTimeout(timer);
      refuse('table.unreadable'); // heard only when neither of the others came before
    });
  }).finally(() => thread.terminate()) as Promise<readonly (readonly string[])[]>;
}
