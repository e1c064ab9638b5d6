import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { formatCheckpoint, signNote } from '#libs/audit';
import { createPool } from '#libs/database';
import { type Alarm, sealingNow } from './index.js';
import { aSealer, aWorld, ORIGIN, type World } from './world.spec.js';

/** The alarm that a step ends with. */
const alarmOf = (work: Promise<unknown>): Promise<Pick<Alarm, 'code' | 'text'>> =>
  work.then(
    (answer) => Promise.reject(new Error(`no alarm but ${String(answer)}`)),
    (alarm: Alarm) => alarm,
  );

const POSITIONS = 'select event_id from log.position where position';

/** What happened to a log of 600 entries, 500 of them sealed, and what the sealer says about it. */
const CASES: Readonly<Record<string, readonly [sql: string, code: string, words: RegExp]>> = {
  'whose tail was cut off': [
    `delete from log.event where id in (${POSITIONS} >= 450); delete from log.position where position >= 450`,
    ...(['log.behind', /只有 450 条，而已封存到 500 条/] as const),
  ],
  'that was rolled back, checkpoints and tiles as well': [
    `delete from log.event where id in (${POSITIONS} >= 400); delete from log.position where position >= 400;
     delete from audit.checkpoint; delete from audit.tile`,
    ...(['log.behind', /rolled back/] as const),
  ],
  'that was rolled back and has grown again with other entries': [
    `delete from audit.checkpoint; delete from audit.tile;
     update log.event set envelope = x.b, leaf_hash = sha256('\\x00'::bytea || x.b)
       from (select convert_to(replace(convert_from(e.envelope, 'UTF8'), '"yang"', '"tan"'), 'UTF8') as b, e.id
               from log.event e where e.id in (${POSITIONS} = 77)) x where x.id = event.id`,
    ...(['log.fork', /500 条的根与已签发的不同/] as const),
  ],
  'in which an entry that is not sealed yet says something else than its stored hash': [
    `alter table log.event drop constraint leaf_hash_of_envelope;
     update log.event set envelope = envelope || '\\x20'::bytea where id in (${POSITIONS} = 555)`,
    ...(['leaf.differs', /位置 500 至 599/] as const),
  ],
  'in which an entry that is not sealed yet is missing': [
    `delete from log.event where id in (${POSITIONS} = 555)`,
    ...(['log.hole', /missing between positions/] as const),
  ],
  'whose stored tree was changed': [
    `update audit.tile set hashes = overlay(hashes placing '\\x00' from 40) where level = 0 and n = 1`,
    ...(['tiles.differ', /does not lead to the signed root/] as const),
  ],
  'whose checkpoint was changed': [
    `update audit.checkpoint set note = replace(note, E'\\n500\\n', E'\\n501\\n')`,
    ...(['head.refused', /不是本封存进程的密钥所签/] as const),
  ],
  'whose checkpoint was moved to another size': [
    'update audit.checkpoint set size = 450',
    ...(['head.refused', /450 ≠ 500/] as const),
  ],
};

describe('A sealer before a log', () => {
  let world: World;
  /** One connection and one transaction, in which all this is done and then taken back. */
  let pool: Pool;
  beforeAll(async () => {
    world = await aWorld();
    await world.append(500);
    const { sealer } = aSealer(world.sealing, world.folder('one'));
    await sealer.step();
    await sealer.leave();
    await world.append(100);
    pool = createPool(world.database.ownerUrl, { max: 1 });
  });
  afterAll(async () => {
    await pool.end();
    await world.close();
  });
  beforeEach(async () => {
    await pool.query('begin');
    for (const table of ['log.event', 'log.position', 'audit.tile', 'audit.checkpoint'])
      await pool.query(`alter table ${table} disable trigger user`);
  });
  afterEach(() => pool.query('rollback'));

  const signed = async () => (await pool.query('select size, root, note from audit.checkpoint')).rows;
  /** As the sealer's role from now on. */
  const sealerOf = async (folder: string) => {
    await pool.query('set local role shuangshen_sealer');
    return aSealer(pool, world.folder(folder));
  };

  it.each(Object.entries(CASES))('%s signs nothing and raises an alarm', async (_, [sql, code, words]) => {
    await pool.query(sql);
    const before = await signed();
    const { sealer, own } = await sealerOf('one');
    const last = own.read();
    const alarm = await alarmOf(sealer.step());
    expect({ code: alarm.code, before: await signed(), own: own.read() }).toEqual({ code, before, own: last });
    expect(`${alarm.text.zh}\n${alarm.text.en}`).toMatch(words);
    // Nor does it find a way round on its own.
    expect((await alarmOf(sealer.step())).code).toBe(code);
  });

  it('sealed by another key does the same', async () => {
    const { sealer } = await sealerOf('stranger');
    expect((await alarmOf(sealer.step())).code).toBe('head.refused');
  });

  it('of which its own disk says something else does the same', async () => {
    cpSync(world.folder('one'), world.folder('other'), { recursive: true });
    const { sealer, keys } = await sealerOf('other');
    const head = { origin: ORIGIN, size: 500, root: Buffer.alloc(32, 5) };
    writeFileSync(join(world.folder('other'), 'checkpoint'), signNote(formatCheckpoint(head), keys.signers));
    expect((await alarmOf(sealer.step())).code).toBe('head.differs');
  });

  it('that was put back, and has grown again with other entries, while it ran does the same', async () => {
    const { sealer, own } = await sealerOf('one');
    expect(await sealer.step()).toBe('sealed');
    await pool.query('reset role');
    await pool.query(`
      delete from audit.checkpoint where size = 600;
      update audit.tile set hashes = substr(hashes, 1, (500 - 256) * 32) where level = 0 and n = 1;
      delete from audit.tile where level = 0 and n = 2;
      update audit.tile set hashes = substr(hashes, 1, 32) where level = 1;
      update log.event set envelope = x.b, leaf_hash = sha256('\\x00'::bytea || x.b)
        from (select convert_to(replace(convert_from(e.envelope, 'UTF8'), '"yang"', '"tan"'), 'UTF8') as b, e.id
                from log.event e where e.id in (${POSITIONS} >= 500)) x where x.id = event.id`);
    await pool.query('set local role shuangshen_sealer');
    const before = { published: await signed(), own: own.read() };
    expect((await alarmOf(sealer.step())).code).toBe('log.fork');
    expect({ published: await signed(), own: own.read() }).toEqual(before);
  });

  it('that it reads but does not seal for ten minutes is told of: what it waits for does not come', async () => {
    const state = { origin: ORIGIN, keys: [], quorum: 0, witnesses: [], after: 'archive', alarm: null };
    await pool.query('insert into audit.sealer_state (state, reported_at) values ($1, now())', [state]);
    const waitsFor = async (minutes: number) => {
      await pool.query(
        `update log.event set recorded_at = clock_timestamp() - make_interval(mins => $1) where id in (${POSITIONS} = 500)`,
        [minutes],
      );
      return sealingNow(pool);
    };
    expect(await waitsFor(9)).toMatchObject({ status: 'sealing', alarm: null });
    expect(await waitsFor(11)).toMatchObject({ status: 'sealing', alarm: { code: 'sealing.behind' } });
  });

  it('that holds seals it', async () => {
    const { sealer } = await sealerOf('one');
    expect(await sealer.step()).toBe('sealed');
  });
});
