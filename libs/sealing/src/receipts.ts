import type { Pool } from 'pg';
import { formatReceipt, leafHash, parseCheckpoint, parseNote, TiledTree, verifyInclusion } from '#libs/audit';
import { StoredLog } from './stored-log.js';

/** An entry of the log with what proves it, and the head it is proved under. */
export interface SealedReceipt {
  /** C2SP tlog-proof, with the entry itself as extra data. */
  readonly text: string;
  readonly position: number;
  /** The exact bytes of the entry, which are text. */
  readonly envelope: string;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

/**
 * The receipt of an entry under the newest checkpoint; undefined while none covers it. Nothing is signed here: whoever may read the
 * log can make one. It is checked before it is given out; one that does not hold is a fault.
 */
export async function receiptOf(pool: Pool, position: number): Promise<SealedReceipt | undefined> {
  const log = new StoredLog(pool);
  const newest = await log.newest();
  if (newest === undefined || newest.size <= position) return undefined;
  const [envelope] = await log.envelopes(position, position + 1);
  const { origin, size, root } = parseCheckpoint(parseNote(newest.note).text);
  const proof = await new TiledTree(size, log.tile).inclusion(position);
  verifyInclusion({ index: position, size, leaf: leafHash(envelope!), root }, proof);
  const text = formatReceipt({ extra: envelope!, index: position, proof, checkpoint: newest.note });
  return { text, position, envelope: envelope!.toString('utf8'), origin, size, root: root.toString('hex') };
}
