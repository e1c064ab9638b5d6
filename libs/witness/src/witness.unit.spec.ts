import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  consistencyPath,
  cosignatureVerifier,
  ed25519Signer,
  formatAddCheckpoint,
  formatCheckpoint,
  leafHash,
  rootOf,
  signersOf,
  signNote,
} from '#libs/audit';
import { temporaryFolder } from '#libs/testing';
import { serveWitness, Witness } from './index.js';

const ORIGIN = 'huitong.example/log';
const LOG = ed25519Signer(ORIGIN, Buffer.alloc(32, 1));
const LEAVES = Array.from({ length: 40 }, (_, n) => leafHash(Buffer.from(`${n}`)));
const OTHERS = LEAVES.map((leaf, n) => (n === 3 ? leafHash(Buffer.from('another')) : leaf));

/** A request to cosign the first `size` leaves after the first `old`. */
function asking(old: number, size: number, { leaves = LEAVES, by = LOG, origin = ORIGIN, proven = LEAVES } = {}) {
  const proof = old > size ? [] : consistencyPath(old, size).map(({ start, end }) => rootOf(proven.slice(start, end)));
  const text = formatCheckpoint({ origin, size, root: rootOf(leaves.slice(0, size)) });
  return formatAddCheckpoint({ old, proof, checkpoint: signNote(text, [by]) });
}

describe('A witness', () => {
  const folder = temporaryFolder();
  let number = 0;
  const fresh = (): Witness => {
    number += 1;
    return again();
  };
  const at = (name: string) => join(folder.path, String(number), name);
  const again = (): Witness =>
    new Witness({
      folder: join(folder.path, String(number)),
      name: 'audit.example/w',
      logs: [LOG.verifierKey],
      now: () => 1_800_000_000_000,
    });
  afterAll(() => folder.remove());

  it('cosigns the first head it sees, and one that grew from it', () => {
    const witness = fresh();
    for (const [old, size] of [
      [0, 7],
      [7, 7],
      [7, 33],
    ] as const) {
      const asked = asking(old, size);
      const { status, body } = witness.add(asked);
      expect(status).toBe(200);
      const note = asked.slice(asked.indexOf('\n\n') + 2) + body;
      expect(signersOf(note, [cosignatureVerifier(witness.verifierKey)])).toEqual(['audit.example/w']);
    }
  });

  it('remembers across a restart, and keeps its key for itself', () => {
    const key = fresh().verifierKey;
    expect(again().verifierKey).toBe(key);
    expect(again().add(asking(0, 7)).status).toBe(200);
    expect(again().add(asking(0, 9))).toEqual({ status: 409, body: '7\n', type: 'text/x.tlog.size' });
    expect(statSync(at('key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(at('seen'))).toHaveLength(1);
  });

  it('refuses to go back, and a history that is not the one it saw', () => {
    const witness = fresh();
    witness.add(asking(0, 20));
    expect(witness.add(asking(7, 33)).status).toBe(409);
    expect(witness.add(asking(20, 20, { leaves: OTHERS })).status).toBe(409);
    expect(witness.add(asking(20, 33, { leaves: OTHERS })).status).toBe(422);
    expect(witness.add(asking(20, 33, { leaves: OTHERS, proven: OTHERS })).status).toBe(422);
    expect(witness.add(asking(20, 33, { proven: OTHERS })).status).toBe(422);
    expect(witness.add(asking(21, 20)).status).toBe(400);
    expect(witness.add(asking(20, 33)).status).toBe(200);
  });

  it('cosigns only for a log that it watches, signed by its key', () => {
    const impostor = ed25519Signer(ORIGIN, Buffer.alloc(32, 9));
    const other = ed25519Signer('other.example/log', Buffer.alloc(32, 1));
    expect(fresh().add(asking(0, 7, { by: impostor })).status).toBe(403);
    expect(again().add(asking(0, 7, { by: other, origin: 'other.example/log' })).status).toBe(404);
  });

  it.each([
    ['nothing', ''],
    ['no old size', asking(0, 7).replace('old 0', 'older 0')],
    ['a size with leading zeroes', asking(0, 7).replace('old 0', 'old 00')],
    ['a hash that is none', asking(0, 7).replace('old 0\n', 'old 0\nAAAA\n')],
    ['a checkpoint without a signature', asking(0, 7).split('\n\n').slice(0, 2).join('\n\n')],
    ['too many hashes', asking(0, 7).replace('old 0\n', `old 0\n${`${LEAVES[0]!.toString('base64')}\n`.repeat(64)}`)],
  ])('answers 400 to %s', (_, body) => expect(fresh().add(body).status).toBe(400));

  it('refuses a proof where there is nothing to prove', () =>
    expect(fresh().add(asking(0, 7).replace('old 0\n', `old 0\n${LEAVES[0]!.toString('base64')}\n`)).status).toBe(422));

  it('does not sign with a key that others can read, nor draws another over what is no key', () => {
    fresh();
    writeFileSync(at('key'), 'c2hvcnQ=\n');
    expect(again).toThrow('holds no key');
    fresh();
    chmodSync(at('key'), 0o644);
    expect(again).toThrow('chmod 600');
  });

  it('speaks HTTP: its key, a cosignature, and bounds', async () => {
    const witness = fresh();
    const server = await serveWitness(witness, { host: '127.0.0.1', port: 0 });
    const { port } = server.address() as { port: number };
    const url = `http://127.0.0.1:${port}`;
    const post = (body: string) => fetch(`${url}/add-checkpoint`, { method: 'POST', body });
    try {
      expect(await (await fetch(url)).text()).toBe(`${witness.verifierKey}\n`);
      expect((await post(asking(0, 7))).status).toBe(200);
      const stale = await post(asking(0, 9));
      expect([stale.status, stale.headers.get('content-type'), await stale.text()]).toEqual([
        ...[409, 'text/x.tlog.size', '7\n'],
      ]);
      expect((await post('x'.repeat(70_000))).status).toBe(413);
      expect((await fetch(`${url}/add-checkpoint`)).status).toBe(405);
      expect((await fetch(`${url}/else`)).status).toBe(404);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
