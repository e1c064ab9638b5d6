import type { Pool } from 'pg';
import {
  cosigner,
  ed25519Signer,
  Frontier,
  formatCheckpoint,
  formatSignature,
  type Hash,
  type NoteSigner,
  rootOfTile,
  signNote,
  TILE_WIDTH,
} from '#libs/audit';

export const ORIGIN = 'huitong.example/log';
export const SEALER = ed25519Signer(ORIGIN, Buffer.alloc(32, 1));
/** Somebody who has no key of the sealer's and signs in his name. */
export const IMPOSTOR = ed25519Signer(ORIGIN, Buffer.alloc(32, 9));
export const WITNESS = cosigner('audit.example/witness', Buffer.alloc(32, 2));

const TABLES = `
  create schema if not exists audit;
  create table if not exists audit.tile (level smallint, n bigint, hashes bytea, primary key (level, n));
  create table if not exists audit.checkpoint (
    size bigint primary key, root bytea not null, note text not null, signed_at timestamptz not null, epoch bigint not null);
  grant usage on schema audit to shuangshen_app;
  grant select on audit.tile, audit.checkpoint to shuangshen_app`;

/**
 * Seals what the log holds now, as a sealer would with checkpoints after every `every` entries: from the leaf hashes in the
 * order of positions. What was sealed is thrown away before, as only a superuser can.
 */
export async function seal(owner: Pool, { by = SEALER as NoteSigner, every = 100 } = {}): Promise<string> {
  await owner.query(TABLES);
  await owner.query('truncate audit.tile, audit.checkpoint');
  const { rows } = await owner.query<{ leaf_hash: Buffer }>(
    'select e.leaf_hash from log.position p join log.event e on e.id = p.event_id order by p.position',
  );
  const tree = new Frontier();
  let note = '';
  for (const { leaf_hash } of rows) {
    tree.add(leaf_hash);
    if (tree.size % every === 0 || tree.size === rows.length) note = await publish(owner, tree, by);
  }
  for (let level = 0, hashes = rows.map((row) => row.leaf_hash); hashes.length > 0; level += 1)
    hashes = await tiles(owner, level, hashes);
  return note;
}

async function publish(owner: Pool, tree: Frontier, by: NoteSigner): Promise<string> {
  const root = tree.root();
  const text = formatCheckpoint({ origin: ORIGIN, size: tree.size, root });
  const note = signNote(text, [by]) + formatSignature(WITNESS.cosign(text, 1_800_000_000));
  await owner.query(
    `insert into audit.checkpoint (size, root, note, signed_at, epoch) values ($1, $2, $3, '2022-04-01', 1)`,
    [tree.size, root, note],
  );
  return note;
}

/** Writes a level's tiles and answers the level above. */
async function tiles(owner: Pool, level: number, hashes: readonly Hash[]): Promise<Hash[]> {
  const roots: Hash[] = [];
  for (let n = 0; n * TILE_WIDTH < hashes.length; n += 1) {
    const tile = hashes.slice(n * TILE_WIDTH, (n + 1) * TILE_WIDTH);
    await owner.query('insert into audit.tile (level, n, hashes) values ($1, $2, $3)', [level, n, Buffer.concat(tile)]);
    if (tile.length === TILE_WIDTH) roots.push(rootOfTile(tile));
  }
  return roots;
}
