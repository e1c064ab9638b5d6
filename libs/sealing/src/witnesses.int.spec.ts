import { createServer, type Server } from 'node:http';
import { cosigner, ed25519Signer, formatCheckpoint, signNote } from '#libs/audit';
import { drawnKey } from '#libs/custody';
import { serveWitness, Witness } from '#libs/witness';
import { Sealing, type WitnessAt } from './index.js';
import { aSealer, aWorld, ORIGIN, type World } from './world.spec.js';

/** A witness on a port of its own, which can be stopped and started again. */
class Watching {
  #server: Server | undefined;
  #port = 0;
  constructor(readonly witness: Witness) {}

  async start(): Promise<WitnessAt> {
    this.#server = await serveWitness(this.witness, { host: '127.0.0.1', port: this.#port });
    this.#port = (this.#server.address() as { port: number }).port;
    return { key: this.witness.verifierKey, url: `http://127.0.0.1:${this.#port}` };
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve) ?? resolve(undefined));
    this.#server = undefined;
  }
}

/** One that says whatever it likes. */
async function liar(
  name: string,
): Promise<{ at: WitnessAt; says: { status: number; body: string }; close(): Promise<void> }> {
  const says = { status: 200, body: '' };
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.writeHead(says.status).end(says.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { verifierKey: key } = cosigner(name, Buffer.alloc(32, 4));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { at: { key, url }, says, close };
}

describe('A checkpoint that witnesses have to see first', () => {
  let world: World;
  let one: Watching;
  let two: Watching;
  let lying: Awaited<ReturnType<typeof liar>>;
  let witnesses: WitnessAt[];
  const published = async () => (await world.owner.query('select size, note from audit.checkpoint order by size')).rows;
  const sizes = async () => (await published()).map(({ size }) => Number(size));
  const sealer = async (quorum: number, folder = 'sealer') => {
    await world.owner.query(`update audit.lease set until = '-infinity'`);
    return aSealer(world.sealing, world.folder(folder), { witnesses, quorum });
  };

  beforeAll(async () => {
    world = await aWorld();
    const log = ed25519Signer(ORIGIN, drawnKey(`${world.folder('sealer')}/key`)).verifierKey;
    const watching = (name: string) =>
      new Watching(new Witness({ folder: world.folder(name), name: `audit.example/${name}`, logs: [log] }));
    one = watching('one');
    two = watching('two');
    lying = await liar('audit.example/liar');
    witnesses = [await one.start(), await two.start(), lying.at];
    await world.append(20);
  });
  afterAll(async () => {
    await Promise.all([one.stop(), two.stop(), lying.close()]);
    await world.close();
  });

  it('is published with their cosignatures when enough of them gave one', async () => {
    const { sealer: two, cosigners } = await sealer(2);
    expect(await two.step()).toBe('sealed');
    const [{ note }] = await published();
    expect(note.match(/^— .*$/gm)).toHaveLength(3);
    expect(cosigners.states).toMatchObject([
      { name: 'audit.example/one', size: 20, refusal: null },
      { name: 'audit.example/two', size: 20, refusal: null },
      { name: 'audit.example/liar', size: null, refusal: 'refused' },
    ]);
  });

  it.each([
    ['an empty answer', 200, '', 'refused'],
    ['the signature of another', 200, '— audit.example/liar AAAAAAAAAAAA\n', 'refused'],
    ['that it saw more than there is', 409, '99999\n', 'ahead'],
    ['that it saw something else', 409, 'who knows\n', 'conflict'],
    ['a proof does not hold', 422, 'no\n', 'conflict'],
    ['it has a fault', 500, 'x'.repeat(100_000), 'silent'],
  ])('does not count a witness that says %s', async (_, status, body, refusal) => {
    Object.assign(lying.says, { status, body });
    const { sealer: all, cosigners } = await sealer(3);
    await world.append(1);
    const before = await sizes();
    expect(await all.step()).toBe('unwitnessed');
    expect(cosigners.states[2]).toMatchObject({ size: null, refusal });
    expect(await sizes()).toEqual(before);
    expect(await (await sealer(2)).sealer.step()).toBe('sealed');
  });

  it('waits while one of two is stopped, says so after ten minutes, and is published once it is back', async () => {
    let minutes = 0;
    const { sealer: both, keys, cosigners } = await sealer(2);
    const lines: string[] = [];
    const log = { info: () => undefined, error: (_: object, message: string) => void lines.push(message) };
    const now = () => minutes * 60_000;
    const sealing = new Sealing({ pool: world.sealing, sealer: both, keys, cosigners, after: 'commit', log, now });
    const alarm = async () => (await world.owner.query('select state from audit.sealer_state')).rows[0].state.alarm;

    await two.stop();
    await world.append(1);
    const before = await sizes();
    for (minutes of [0, 9, 11]) {
      expect(await sealing.turn()).toBe(false);
      expect(await sizes()).toEqual(before);
      expect(await alarm()).toEqual(minutes < 10 ? null : expect.objectContaining({ code: 'witnesses.missing' }));
    }
    expect(lines).toEqual(['ALARM']);
    await two.start();
    expect(await sealing.turn()).toBe(true);
    expect(await alarm()).toBeNull();
    expect(await sizes()).toEqual([...before, both.size]);
  });

  it('is not witnessed when a thief of the key begins another history', async () => {
    const thief = await sealer(1, 'thief');
    const { rows } = await world.owner.query('select max(size) as size from audit.checkpoint');
    const stolen = ed25519Signer(ORIGIN, drawnKey(`${world.folder('sealer')}/key`));
    const head = { origin: ORIGIN, size: Number(rows[0].size) + 1, root: Buffer.alloc(32, 6) };
    const note = signNote(formatCheckpoint(head), [stolen]);
    const forged = { size: head.size, note, consistency: async () => [Buffer.alloc(32, 6)] };
    Object.assign(lying.says, { status: 500, body: '' });
    expect(await thief.cosigners.cosigned(forged)).toEqual({ note, met: false });
    expect(thief.cosigners.states.map(({ refusal }) => refusal)).toEqual(['conflict', 'conflict', 'silent']);
  });
});
