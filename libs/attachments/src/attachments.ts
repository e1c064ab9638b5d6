import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { inTransaction } from '#libs/database';
import { DomainError } from '#libs/kernel';
import { LOOKED_AT, mediaTypeOf } from './media-type.js';
import { receive, tooLarge } from './received.js';
import { scan } from './scanner.js';
import type { AttachmentStore } from './store.js';

export interface AttachmentRules {
  /** Where files lie while they come in; on the disk of the store, where it is a folder. */
  readonly incoming: string;
  readonly mostBytes: number;
  /** Most bytes attached to one evaluation at a time. */
  readonly quotaBytes: number;
  /** Address of clamd; undefined: nobody is asked. */
  readonly scanner?: string | undefined;
}

export interface Kept {
  readonly hash: string;
  readonly size: number;
  readonly type: string;
}

/** Files that belong to evaluations. What is attached is said by the log; here are the bytes, and what came in. */
export class Attachments {
  constructor(
    private readonly pool: Pool,
    private readonly store: AttachmentStore,
    private readonly rules: AttachmentRules,
  ) {}

  /** Takes a file in for an evaluation that has so many bytes already; refused ones leave nothing behind. */
  async take(stream: Readable, evaluationId: string, attachedBytes: number): Promise<Kept> {
    const { incoming, mostBytes, quotaBytes, scanner } = this.rules;
    if (attachedBytes >= quotaBytes) throw tooMuch(quotaBytes);
    const received = await receive(stream, incoming, mostBytes);
    const { path, hash, size, type } = received;
    try {
      if (attachedBytes + size > quotaBytes) throw tooMuch(quotaBytes);
      if (scanner !== undefined) await scan(path, scanner);
      await this.#locked(hash, async (query) => {
        await query(
          `insert into attachment.upload (hash, evaluation_id, size) values ($1, $2, $3)
           on conflict (hash, evaluation_id) do update set came_at = now()`,
          [hash, evaluationId, size],
        );
        await this.store.keep(path, hash);
      });
      return { hash, size, type };
    } finally {
      await received.discard();
    }
  }

  /** What a file is that came in for the evaluation; undefined where it did not, whoever may know its hash. */
  async described(hash: string, evaluationId: string): Promise<Kept | undefined> {
    const { rows } = await this.pool.query<{ size: string }>(
      'select size from attachment.upload where hash = $1 and evaluation_id = $2',
      [hash, evaluationId],
    );
    const bytes = rows[0] && (await this.store.open(hash));
    if (!rows[0] || !bytes) return undefined;
    const type = mediaTypeOf(await beginningOf(bytes));
    return type === undefined ? undefined : { hash, size: Number(rows[0].size), type };
  }

  /** Bytes that came in for the evaluation and are none of these. */
  async besides(hashes: readonly string[], evaluationId: string): Promise<number> {
    const { rows } = await this.pool.query<{ size: string }>(
      'select coalesce(sum(size), 0) as size from attachment.upload where evaluation_id = $1 and hash <> all($2)',
      [evaluationId, hashes],
    );
    return Number(rows[0]!.size);
  }

  open(hash: string): Promise<Readable | undefined> {
    return this.store.open(hash);
  }

  /**
   * Forgets what came in more than 30 days ago and no event of its evaluation names. What an event ever named stays: whoever
   * reads an old version finds its files. Answers how many files were removed.
   */
  async collect(): Promise<number> {
    const { rows } = await this.pool.query<{ hash: string }>(
      `select distinct hash from attachment.upload u where ${FORGOTTEN}`,
    );
    let removed = 0;
    for (const { hash } of rows)
      removed += await this.#locked(hash, async (query) => {
        await query(`delete from attachment.upload u where hash = $1 and ${FORGOTTEN}`, [hash]);
        const left = await query('select from attachment.upload where hash = $1', [hash]);
        if (left > 0) return 0;
        await this.store.remove(hash);
        return 1;
      });
    return removed;
  }

  /** One at a time for each file: what is being kept again is not removed meanwhile. */
  #locked<T>(hash: string, work: (query: Query) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (client) => {
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [hash]);
      return work(async (text, values) => (await client.query(text, [...values])).rowCount ?? 0);
    });
  }
}

type Query = (text: string, values: readonly unknown[]) => Promise<number>;

/**
 * The trail holds every event. One that attaches a file names its hash in the path of a change; a reviewer's names it in a
 * remark, sealed or not, or in an item of a return.
 */
const FORGOTTEN = `u.came_at < now() - interval '30 days' and not exists (
  select from read.trail t
   where t.evaluation_id = u.evaluation_id and (
     (t.type in ('DraftEdited', 'DraftImported')
       and t.data -> 'changes' @> jsonb_build_array(jsonb_build_object('path', '/attachments/' || u.hash)))
     or (t.type in ('FirstReviewPassed', 'SecondReviewPassed', 'EvaluationReturned')
       and jsonb_path_exists(coalesce(t.sealed_data, t.data), '$.*[*].attachments[*] ? (@.hash == $hash)',
                             jsonb_build_object('hash', u.hash)))))`;

/** As many of the first bytes as tell the kind of a file. */
async function beginningOf(bytes: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size >= LOOKED_AT) break;
  }
  return Buffer.concat(pieces).subarray(0, LOOKED_AT);
}

const tooMuch = (quotaBytes: number): DomainError =>
  new DomainError('conflict', 'attachment.quota', { most: tooLarge(quotaBytes).details.most });
