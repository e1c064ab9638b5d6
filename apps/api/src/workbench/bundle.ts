import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { projectRoot } from '#libs/config';
import { type Evidence, type ExportFile, filesOf, once, receiptFiles } from '#libs/export';
import { bundleReadme } from './bundle-readme.js';

const VERIFIER = 'shuangshen-verify.mjs';

/** The files of a bundle: what to read first, the program, the proofs, and an export of the one evaluation. */
export async function* bundleFiles(
  evidence: Evidence,
  of: { readonly evaluation: string; readonly unitName: string },
): AsyncGenerator<ExportFile> {
  const { madeAt } = evidence.manifest;
  const verifier = await readFile(join(projectRoot(), 'dist', 'verify', VERIFIER)).catch(() => null);
  const verifierHash = verifier && createHash('sha256').update(verifier).digest('hex');
  yield { name: 'README.txt', content: once(bundleReadme({ ...of, madeAt, verifierHash })) };
  if (verifier) yield { name: VERIFIER, content: once(verifier) };
  yield { name: 'attachments.json', content: once(`${JSON.stringify(await attachments(evidence), null, 2)}\n`) };
  yield* receiptFiles(evidence);
  yield* filesOf(evidence);
}

/** One zip of the files, piece by piece: no more of it is in memory than a page. */
export async function* zipped(files: AsyncIterable<ExportFile>, madeAt: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for await (const { name, content } of files) {
    const file = new ZipDeflate(name);
    file.mtime = madeAt;
    zip.add(file);
    for await (const piece of content) {
      file.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

interface Attachment {
  readonly position: number;
  readonly name: string;
  /** Of the text that was read. */
  readonly sha256: string;
}

/** The documents that were read into the draft, by their hash. */
async function attachments(evidence: Evidence): Promise<readonly Attachment[]> {
  const found: Attachment[] = [];
  for await (const { position, envelope, payload } of evidence.entries()) {
    if (!payload || !envelope?.includes('"type":"DraftImported"')) continue;
    const { document } = JSON.parse(payload.toString('utf8'));
    found.push({ position, name: document.name, sha256: document.sha256 });
  }
  return found;
}
