import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '#libs/config';
import { DomainError } from '#libs/kernel';

/** A sheet of a workbook as texts: numbers in plain digits. */
export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const BOUNDS = { mostRows: 5_000, mostColumns: 64 };
const MEGABYTES = 256;
const PATIENCE = 10_000;

/** The first sheets of an .xlsx from outside, read in a thread that is ended when it is too much. */
export async function readBook(bytes: Uint8Array): Promise<readonly BookSheet[]> {
  // The reader would take any text for a table.
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') !== '504b0304')
    throw new DomainError('invalid', 'form.not-a-form');
  const thread = new Worker(join(projectRoot(), 'libs/documents/worker/book.mjs'), {
    workerData: { bytes, ...BOUNDS },
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: true,
    stderr: true,
  });
  return new Promise<readonly BookSheet[]>((resolve, reject) => {
    const refuse = (code: string) => reject(new DomainError('invalid', code));
    const timer = setTimeout(() => refuse('form.too-much-work'), PATIENCE);
    thread.once('message', resolve);
    thread.once('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'form.too-much-work' : 'form.not-a-form'),
    );
    thread.once('exit', () => {
      clearTimeout(timer);
      refuse('form.not-a-form'); // heard only when neither of the others came before
    });
  }).finally(() => thread.terminate());
}
