import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type ReadDocument, readDocument } from '#libs/intake';
import { DomainError } from '#libs/kernel';
import { readSource, type SourceFormat } from './read-source.js';

/** What was found in a document, besides its text. */
export type Found = Pick<ReadDocument, 'changes' | 'conflicts' | 'notUnderstood'>;

/** A document as it is listed. */
export interface DocumentHead {
  /** SHA-256 of its text, hex: by it the places of figures name the document. */
  readonly sha256: string;
  readonly name: string;
  readonly format: SourceFormat;
  readonly fileSha256: string;
  readonly characters: number;
  readonly readBy: string;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

export interface DocumentRead extends DocumentHead, Found {
  readonly text: string;
  readonly tables: ReadDocument['tables'];
}

/** A file as it was read, before anybody said which evaluation it is for. */
export interface ExaminedFile {
  readonly name: string;
  readonly format: SourceFormat;
  readonly fileSha256: string;
  readonly report: ReadDocument;
}

/** Reads a file of a report. Refuses like `readSource`, and a text that is no report. */
export async function examineFile(name: string, bytes: Uint8Array): Promise<ExaminedFile> {
  const { format, blocks } = await readSource(bytes);
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, format, fileSha256, report: readDocument(blocks, { name }) };
}

/** More documents no self-evaluation has. */
const MOST = 300;

const HEAD = `sha256, name, format, file_sha256 as "fileSha256", char_length(text) as characters,
  read_by as "readBy", read_at as "readAt"`;

/** The documents that were read for evaluations, with what was found in them. They change nothing by themselves. */
export class DocumentsRead {
  constructor(private readonly pool: Pool) {}

  /** Reads a file and keeps what was found. */
  async read(evaluationId: string, file: { name: string; bytes: Uint8Array; by: string }): Promise<DocumentRead> {
    return this.keep(evaluationId, await examineFile(file.name, file.bytes), file.by);
  }

  /** Keeps the text of a file and what was found; the same text again takes the place of its earlier reading. */
  async keep(
    evaluationId: string,
    { name, format, fileSha256, report }: ExaminedFile,
    by: string,
  ): Promise<DocumentRead> {
    const { document, text, tables, changes, conflicts, notUnderstood } = report;
    const found: Found = { changes, conflicts, notUnderstood };
    const { rowCount } = await this.pool.query(
      `insert into intake.document (evaluation_id, sha256, name, format, file_sha256, text, tables, found, read_by)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9
        where (select count(*) from intake.document where evaluation_id = $1 and sha256 <> $2) < ${MOST}
       on conflict (evaluation_id, sha256) do update
          set name = excluded.name, format = excluded.format, file_sha256 = excluded.file_sha256,
              tables = excluded.tables, found = excluded.found, read_by = excluded.read_by, read_at = now()`,
      [
        evaluationId,
        document.sha256,
        name,
        format,
        fileSha256,
        text,
        JSON.stringify(tables),
        JSON.stringify(found),
        by,
      ],
    );
    if (rowCount === 0) throw new DomainError('conflict', 'source.too-many', { most: MOST });
    return this.get(evaluationId, document.sha256);
  }

  async list(evaluationId: string): Promise<readonly DocumentHead[]> {
    const { rows } = await this.pool.query(
      `select ${HEAD} from intake.document where evaluation_id = $1 order by read_at desc, sha256`,
      [evaluationId],
    );
    return rows.map((row: Row<DocumentHead>) => inUtc(row));
  }

  /** Refuses (not found) a document that was not read for this evaluation. */
  async get(evaluationId: string, sha256: string): Promise<DocumentRead> {
    const { rows } = await this.pool.query(
      `select ${HEAD}, text, tables, found from intake.document where evaluation_id = $1 and sha256 = $2`,
      [evaluationId, sha256],
    );
    const [row] = rows;
    if (row === undefined) throw new DomainError('not-found', 'source.not-found');
    const { found, ...rest } = row;
    return { ...inUtc<DocumentHead>(rest), ...found };
  }
}

type Row<T> = Omit<T, 'readAt'> & { readonly readAt: Date };

function inUtc<T extends DocumentHead>({ readAt, ...row }: Row<T>): T {
  return { ...row, readAt: readAt.toISOString() } as unknown as T;
}
