import type { ClientBase, Pool } from 'pg';
import { formatReceipt, TiledTree } from '#libs/audit';
import type { Evidence } from './evidence.js';
import { type ExportFile, once } from './files.js';
import { type SealedLog, sealedLog } from './sealed-log.js';

/** An event with what anybody needs to check it alone. */
export interface ProvenEntry {
  readonly position: number;
  /** The exact bytes, as text. */
  readonly envelope: string;
  /** Null, with the salt, when the words were erased by order. */
  readonly payload: string | null;
  readonly salt: string | null;
  /** The inclusion proof up to the root of the checkpoint (RFC 6962), base64; null: not sealed yet. */
  readonly proof: readonly string[] | null;
}

/** A page of the events of one stream, and the checkpoint that their proofs lead to. */
export interface Proven {
  readonly size: number;
  /** As the log published it; null: nothing was sealed. */
  readonly checkpoint: string | null;
  readonly keys: readonly string[];
  readonly items: readonly ProvenEntry[];
  /** Go on after this version of the stream; null: the end. */
  readonly next: number | null;
}

/** The events of a stream with their proofs, in one snapshot. */
export async function proven(pool: Pool, stream: string, after: number, limit: number): Promise<Proven> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    return await page(client, stream, after, limit);
  } finally {
    await client.query('rollback').catch((error: Error) => {
      broken = error;
    });
    client.release(broken);
  }
}

async function page(client: ClientBase, stream: string, after: number, limit: number): Promise<Proven> {
  const sealed = await sealedLog(client);
  const { rows } = await client.query({
    name: 'export.proven',
    text: `select p.position, e.version, convert_from(e.envelope, 'UTF8') as envelope, convert_from(e.payload, 'UTF8') as payload,
                  encode(e.salt, 'hex') as salt
             from log.event e join log.position p on p.event_id = e.id
            where e.stream = $1 and e.version > $2 order by e.version limit $3`,
    values: [stream, after, limit + 1],
  });
  const tree = treeOf(sealed);
  const items: ProvenEntry[] = [];
  for (const { position, envelope, payload, salt } of rows.slice(0, limit)) {
    const proof = Number(position) < sealed.size ? await tree.inclusion(Number(position)) : null;
    const base64 = proof?.map((hash) => hash.toString('base64')) ?? null;
    items.push({ position: Number(position), envelope, payload, salt, proof: base64 });
  }
  const next = rows.length > limit ? rows[limit - 1].version : null;
  return { size: sealed.size, checkpoint: sealed.newest, keys: sealed.keys, items, next };
}

/** A receipt (C2SP tlog-proof) for each sealed event of the evidence, under its newest checkpoint. */
export async function* receiptFiles(evidence: Evidence): AsyncGenerator<ExportFile> {
  let checkpoint = '';
  for await (const { note } of evidence.heads()) checkpoint = note;
  const { size } = evidence.manifest;
  const tree = treeOf({ size, tile: evidence.tile });
  for await (const { position, envelope } of evidence.entries()) {
    if (envelope === null || position >= size || checkpoint === '') continue;
    const receipt = { extra: envelope, index: position, proof: await tree.inclusion(position), checkpoint };
    yield { name: `proofs/${position}.tlog-proof`, content: once(formatReceipt(receipt)) };
  }
}

function treeOf({ size, tile }: Pick<SealedLog, 'size' | 'tile'>): TiledTree {
  return new TiledTree(size, async (wanted) => (await tile(wanted)) ?? Buffer.alloc(0));
}
