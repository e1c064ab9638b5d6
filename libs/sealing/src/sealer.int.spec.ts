import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import {
  cosigner,
  ed25519Signer,
  leafHash,
  logVerifier,
  openNextKey,
  openNote,
  parseCheckpoint,
  rootOf,
  signersOf,
} from '#libs/audit';
import { drawnKey } from '#libs/custody';
import { Fenced, Lease, rotate, Sealing, streamOfKey } from './index.js';
import { aSealer, aWorld, metadata, ORIGIN, type World } from './world.spec.js';

/** Counts the entries whose bytes are read through a pool. */
function counting(pool: Pool): { readonly pool: Pool; readonly read: () => number } {
  let read = 0;
  const query = async (...asked: Parameters<Pool['query']>) => {
    const answer = await (pool.query as (...args: unknown[]) => Promise<{ rows: unknown[] }>)(...asked);
    if ((asked[0] as { name?: string }).name === 'sealing.envelopes') read += answer.rows.length;
    return answer;
  };
  return { pool: { query } as unknown as Pool, read: () => read };
}

describe('A sealer', () => {
  let world: World;
  const newest = async () =>
    (await world.owner.query('select * from audit.checkpoint order by size desc limit 1')).rows[0];
  const rootNow = async () => {
    const { rows } = await world.owner.query(
      'select envelope from log.position p join log.event e on e.id = p.event_id order by p.position',
    );
    return rootOf(rows.map(({ envelope }) => leafHash(envelope)));
  };
  const lapse = () => world.owner.query(`update audit.lease set until = '-infinity'`);
  /** The same sealer after its process was ended. */
  const again = async (options?: Parameters<typeof aSealer>[2]) => {
    await lapse();
    return aSealer(world.sealing, world.folder('one'), options);
  };

  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  it('signs the root of the log as it is stored, and goes on from there', async () => {
    const { sealer, keys } = await again();
    expect(await sealer.step()).toBe('idle');
    for (const count of [3, 700]) {
      await world.append(count);
      expect(await sealer.step()).toBe('sealed');
      const { size, root, note } = await newest();
      expect(root).toEqual(await rootNow());
      expect(parseCheckpoint(openNote(note, keys.verifiers).text)).toEqual({
        origin: ORIGIN,
        size: Number(size),
        root,
      });
    }
    expect(await sealer.step()).toBe('idle');
    const { rows } = await world.owner.query(
      'select level, n, length(hashes) / 32 as width from audit.tile order by level, n',
    );
    expect(rows).toEqual([
      { level: 0, n: '0', width: 256 },
      { level: 0, n: '1', width: 256 },
      { level: 0, n: '2', width: 191 },
      { level: 1, n: '0', width: 2 },
    ]);
  });

  it('keeps its key and its last word to itself, and nothing of the key in the database', async () => {
    for (const file of ['key', 'checkpoint'])
      expect(statSync(join(world.folder('one'), file)).mode & 0o777).toBe(0o600);
    const { signers } = (await again()).keys;
    expect(readFileSync(join(world.folder('one'), 'checkpoint'), 'utf8')).toContain(`\n703\n`);
    expect(signers).toHaveLength(1);
  });

  it('begins again without reading the log again, and has a backlog under several checkpoints, at once', async () => {
    await world.append(300);
    await lapse();
    const counted = counting(world.sealing);
    const { sealer, keys, cosigners } = aSealer(counted.pool, world.folder('one'), { batch: 128 });
    const log = { info: () => undefined, error: () => undefined };
    const sealing = new Sealing({ pool: world.sealing, sealer, keys, cosigners, after: 'commit', log });
    for (const [size, more] of [
      [831, true],
      [959, true],
      [1003, false], // what comes now waits for the next look
    ]) {
      expect(await sealing.turn()).toBe(more);
      expect(sealer.size).toBe(size);
    }
    expect(counted.read()).toBe(300);
    expect((await newest()).root).toEqual(await rootNow());
  });

  it('publishes what it had signed when it was interrupted before anybody saw it', async () => {
    const nobody = {
      key: cosigner('audit.example/nobody', Buffer.alloc(32, 3)).verifierKey,
      url: 'http://127.0.0.1:1',
    };
    const interrupted = await again({ witnesses: [nobody] });
    await world.append(5);
    expect(await interrupted.sealer.step()).toBe('unwitnessed');
    expect((await newest()).size).toBe('1003');
    const signed = interrupted.own.read();
    await world.append(2);
    const { sealer } = await again();
    expect(await sealer.step()).toBe('sealed');
    expect((await newest()).note).toBe(signed);
    expect(await sealer.step()).toBe('sealed');
    expect((await newest()).size).toBe('1010');
  });

  it('believes what it published when its own disk is older, or empty but for the key, once it has read it again', async () => {
    for (const last of [readFileSync(join(world.folder('one'), 'checkpoint'), 'utf8'), undefined]) {
      const folder = world.folder(last === undefined ? 'new-disk' : 'old-disk');
      cpSync(world.folder('one'), folder, { recursive: true });
      if (last === undefined) rmSync(join(folder, 'checkpoint'));
      await world.append(4);
      const ahead = await again();
      expect(await ahead.sealer.step()).toBe('sealed');
      await lapse();
      const counted = counting(world.sealing);
      const behind = aSealer(counted.pool, folder);
      expect(await behind.sealer.step()).toBe('idle');
      expect(counted.read()).toBe(last === undefined ? behind.sealer.size : 4);
      expect(behind.own.read()).toBe((await newest()).note);
    }
  });

  it('lets no other seal beside it, and one that slept past its time writes nothing', async () => {
    const first = await again({ holder: 'first' });
    await first.sealer.step();
    const second = aSealer(world.sealing, world.folder('one'), { holder: 'second' });
    expect(await second.sealer.step()).toBe('standing-by');
    const stale = first.sealer.lease!;
    await lapse();
    await world.append(3);
    expect(await second.sealer.step()).toBe('sealed');
    const before = await newest();
    const bytes = Buffer.alloc(32);
    for (const write of [
      stale.write('store_tiles($1, $2, $3, $4)', [[0], [9], [bytes]]),
      stale.write('publish($1, $2, $3, $4)', [5_000, bytes, 'forged']),
      stale.write('report($1, $2)', [{}]),
      stale.keep(),
    ])
      await expect(write).rejects.toThrow(Fenced);
    expect(await newest()).toEqual(before);
    await expect(first.sealer.step()).rejects.toThrow(Fenced);
    expect(await first.sealer.step()).toBe('standing-by');
    expect(await Lease.take(world.sealing, 'third')).toBeUndefined();
    await second.sealer.leave();
    expect(await Lease.take(world.sealing, 'third')).toBeInstanceOf(Lease);
  });

  it('signs with SM2 over SM3 beside Ed25519 when it is asked to', async () => {
    await world.append(1);
    const { sealer, keys } = await again({ sm2: true });
    expect(await sealer.step()).toBe('sealed');
    const { note } = await newest();
    const [ed25519, sm2] = keys.signers;
    expect(sm2?.verifierKey).toMatch(/^huitong\.example\/log\+[0-9a-f]{8}\+\/3/);
    for (const key of [ed25519, sm2]) expect(signersOf(note, [logVerifier(key!.verifierKey)])).toEqual([ORIGIN]);
  });

  it('changes its key by an entry of the log: both sign the head that covers it, and the new one those after', async () => {
    const { sealer, keys } = await again();
    const old = keys.signers[0]!;
    const next = ed25519Signer(ORIGIN, drawnKey(join(world.folder('one'), 'key.next')));
    const data = rotate(ORIGIN, next.verifierKey, old);
    expect(openNextKey(data.note, ORIGIN, [logVerifier(old.verifierKey)])).toBe(next.verifierKey);

    await world.append(1);
    await sealer.step();
    expect(signersOf((await newest()).note, [logVerifier(next.verifierKey)])).toEqual([]);
    const stream = streamOfKey(next.verifierKey);
    await world.store.append(stream, 0, [{ type: 'SealerKeyRotated', data }], metadata(stream));
    await sealer.step();
    const turning = (await newest()).note;
    for (const key of [old, next]) expect(signersOf(turning, [logVerifier(key.verifierKey)])).toEqual([ORIGIN]);
    expect(existsSync(join(world.folder('one'), 'key.next'))).toBe(false);

    const restarted = await again();
    await world.append(1);
    expect(await restarted.sealer.step()).toBe('sealed');
    const { note } = await newest();
    expect(signersOf(note, [logVerifier(old.verifierKey)])).toEqual([]);
    expect(signersOf(note, [logVerifier(next.verifierKey)])).toEqual([ORIGIN]);
    expect(restarted.keys.verifierKeys).toEqual([next.verifierKey, old.verifierKey]);
  });

  it('does not change its key because somebody wrote so', async () => {
    const { sealer, keys } = await again();
    const key = keys.signers[0]!.verifierKey;
    const forged = ed25519Signer(ORIGIN, Buffer.alloc(32, 7));
    const stream = streamOfKey(forged.verifierKey);
    const data = rotate(ORIGIN, forged.verifierKey, forged);
    await world.store.append(stream, 0, [{ type: 'SealerKeyRotated', data }], metadata(stream));
    await world.append(1);
    expect(await sealer.step()).toBe('sealed');
    expect(keys.signers.map(({ verifierKey }) => verifierKey)).toEqual([key]);
    expect(() => openNextKey(data.note, ORIGIN, [logVerifier(key)])).toThrow('no known key');
    expect(() => openNextKey(data.note, 'another.example/log', [logVerifier(forged.verifierKey)])).toThrow('no change');
  });
});
