import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import type { Attachments } from '#libs/attachments';
import { projectRoot } from '#libs/config';
import type { Remark } from '#libs/evaluation';
import { type Evidence, type ExportFile, filesOf, once, receiptFiles } from '#libs/export';
import type { Attachment, Change } from '#libs/sheet';
import { bundleReadme } from './bundle-readme.js';

const VERIFIER = 'shuangshen-verify.mjs';
const ATTACHED = '/attachments/';

/** What a bundle is of, and where the attached files lie. */
export interface Bundled {
  readonly evaluation: string;
  readonly unitName: string;
  readonly attachments: Pick<Attachments, 'open'>;
}

/** The files of a bundle: what to read first, the program, the proofs, an export of the one evaluation, and what was attached. */
export async function* bundleFiles(evidence: Evidence, of: Bundled): AsyncGenerator<ExportFile> {
  const { madeAt } = evidence.manifest;
  const verifier = await readFile(join(projectRoot(), 'dist', 'verify', VERIFIER)).catch(() => null);
  const verifierHash = verifier && createHash('sha256').update(verifier).digest('hex');
  yield { name: 'README.txt', content: once(bundleReadme({ ...of, madeAt, verifierHash })) };
  if (verifier) yield { name: VERIFIER, content: once(verifier) };
  const named = await filesNamed(evidence);
  yield { name: 'attachments.json', content: once(`${JSON.stringify(named, null, 2)}\n`) };
  for (const hash of new Set(named.flatMap(({ kind, sha256 }) => (kind === 'attached' ? [sha256] : [])))) {
    const bytes = await of.attachments.open(hash);
    if (bytes) yield { name: `attachments/${hash}`, content: bytes };
  }
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

interface NamedFile {
  readonly position: number;
  /** Read into the draft, and not kept here; or attached, and enclosed under its hash. */
  readonly kind: 'read' | 'attached';
  readonly name: string;
  /** Of the text that was read, or of the bytes that were attached. */
  readonly sha256: string;
}

const NAMING = /"type":"(?:DraftImported|DraftEdited|FirstReviewPassed|SecondReviewPassed|EvaluationReturned)"/;

/** What events say of files: what was read, what was attached to the draft, what reviewers enclosed. */
interface Naming {
  readonly document?: { readonly name: string; readonly sha256: string };
  readonly changes?: readonly Change[];
  readonly remarks?: readonly Pick<Remark, 'attachments'>[];
  readonly items?: readonly Pick<Remark, 'attachments'>[];
}

/** The files that events of the evaluation name, in any version; what was erased names none. */
async function filesNamed(evidence: Evidence): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  for await (const { position, envelope, payload } of evidence.entries()) {
    if (!payload || !envelope || !NAMING.test(envelope.toString())) continue;
    const data = JSON.parse(payload.toString('utf8')) as Naming;
    const { document, changes = [], remarks = [], items = [] } = data;
    if (document) found.push({ position, kind: 'read', name: document.name, sha256: document.sha256 });
    for (const { path, after } of changes.filter((one) => one.path.startsWith(ATTACHED) && one.after !== null))
      found.push({ position, kind: 'attached', name: (after as Attachment).name, sha256: path.slice(ATTACHED.length) });
    for (const { name, hash } of [...remarks, ...items].flatMap(({ attachments = [] }) => attachments))
      found.push({ position, kind: 'attached', name, sha256: hash });
  }
  return found;
}
