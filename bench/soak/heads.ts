import type { Pool } from 'pg';
import { type Checkpoint, Frontier, leafHash, logVerifier, openNote, parseCheckpoint } from '#libs/audit';

/** A log whose head somebody signed: it is read from its bytes. */
type Readable = Pick<Pool, 'query'>;

const PAGE = 2_000;

/**
 * Which of these signed heads are none of the log as it is, in words: each has to be the root of its first entries, with no position
 * missing among them. Then every one is consistent with the next, and no two tell different things of one size (INV-A2, A3, A6, A7).
 */
export async function falseHeads(
  log: Readable,
  notes: readonly string[],
  keys: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const tree = new Frontier();
  for (const head of headsIn(notes, keys, found).sort((a, b) => a.size - b.size)) {
    await grow(log, tree, head.size);
    if (tree.size < head.size)
      found.push(`a head of ${head.size} entries, and the log holds but ${tree.size} in order`);
    else if (!tree.root().equals(head.root)) found.push(`the head of ${head.size} entries is of another log`);
  }
  return found;
}

function headsIn(notes: readonly string[], keys: readonly string[], found: string[]): Checkpoint[] {
  const verifiers = keys.map(logVerifier);
  return notes.flatMap((note) => {
    try {
      return [parseCheckpoint(openNote(note, verifiers).text)];
    } catch (error) {
      found.push(`a head that cannot be believed: ${(error as Error).message}`);
      return [];
    }
  });
}

async function grow(log: Readable, tree: Frontier, size: number): Promise<void> {
  while (tree.size < size) {
    const { rows } = await log.query<{ position: string; envelope: Buffer }>(
      `select p.position, e.envelope from log.position p join log.event e on e.id = p.event_id
        where p.position >= $1 order by p.position limit $2`,
      [tree.size, Math.min(PAGE, size - tree.size)],
    );
    const from = tree.size;
    for (const [n, { position, envelope }] of rows.entries()) {
      if (Number(position) !== from + n) return;
      tree.add(leafHash(envelope));
    }
    if (rows.length === 0) return;
  }
}
