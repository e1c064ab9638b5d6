import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#libs/database';
import { backUp, type Postgres, startPostgres } from '#libs/embedded';
import { trustOf, type Verdict, verify, withDatabase } from '#libs/export';
import { hashedText, type Scheme } from '#libs/scoring';
import { Horizon } from '#libs/sealing';
import { eventually, temporaryFolder } from '#libs/testing';
import { falseHeads } from '../../bench/soak/heads.js';
import { FACTS_OF_A_STORY } from '../tamper/cast.js';
import { live, shippedScheme } from '../tamper/world.js';
import { Address } from './address.js';
import { alarmOf, type Place, SealedLog } from './sealed-log.js';

type Parameters = Readonly<Record<string, string>>;

/**
 * T-PITR. The log of changes is archived, and only what is in the archive is sealed. Then the machine is lost with its data: a base
 * backup, the archive and the sealer's own disk are left, and a sealer that lives through it.
 */
describe('A database restored from its archive after the machine was lost', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  const servers: Postgres[] = [];
  let address: Address;
  let log: SealedLog;
  let scheme: Scheme;
  /** That of a sealer which had not come to signing. */
  let horizon: Horizon;
  /** Every head that was published before the loss. */
  let signed: readonly string[];

  const start = async (name: string, parameters: Parameters = {}): Promise<Postgres> => {
    const archiving = { archive_mode: 'on', archive_command: `cp %p ${at('archive')}/%f` };
    const kept = { synchronous_commit: 'on', full_page_writes: 'on' };
    const told = { ...kept, ...archiving, ...parameters };
    const server = await startPostgres({ dir: at(name), fast: true, parameters: told });
    servers.push(server);
    return server;
  };
  /** The backup, brought up to where the archive ends, or to a place of it that has a name; it takes over the address. */
  const restore = async (name: string, target: Parameters = {}): Promise<void> => {
    spawnSync('cp', ['-a', at('backup'), at(name)]);
    const signal = join(at(name), 'cluster', 'recovery.signal');
    writeFileSync(signal, '');
    const { uid, gid } = statSync(at('backup'));
    chownSync(signal, uid, gid);
    // Nobody gets in before the recovery has come to its end.
    const recovery = { hot_standby: 'off', restore_command: `cp ${at('archive')}/%f %p` };
    const { port } = await start(name, { ...recovery, ...target });
    address.leadTo(port);
    await eventually(() => log.forgot);
  };
  /** A unit takes its evaluation from task to decision, and what is derived from it follows. */
  const lived = (unit: string) => live({ pool: log.app, ownerUrl: log.place.ownerUrl }, [unit], scheme);
  /** Waits until all that was written so far is in the archive. */
  const archived = async () => {
    const { rows } = await log.owner.query('select pg_walfile_name(pg_switch_wal()) as file');
    const arrived = 'select last_archived_wal >= $1 as yes from pg_stat_archiver';
    await eventually(async () => (await log.owner.query(arrived, [rows[0].file])).rows[0].yes === true);
  };
  const sealed = (size: number) =>
    eventually(async () => {
      await archived();
      return (await log.sealer.step()) === 'sealed' && log.sealer.size === size;
    }, 20_000);
  const verified = (kept: readonly string[]): Promise<Verdict> => {
    const { file, hash } = scheme;
    const keys = log.keys.verifierKeys;
    const beside = {
      ...{ madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'log' as const }, keys },
      schemes: [{ id: file.id, version: file.version, hash, text: hashedText(file) }],
      witnesses: { keys: [], quorum: 0 },
    };
    return withDatabase(log.owner, beside, (evidence) =>
      verify(evidence, {
        trust: trustOf(evidence.manifest, { keys }),
        kept: kept.map((text, n) => ({ from: `kept-${n}`, text })),
      }),
    );
  };

  beforeAll(async () => {
    mkdirSync(at('archive'));
    chmodSync(at('archive'), 0o777);
    const machine = await start('machine');
    await migrate(machine.ownerUrl);
    address = await Address.open();
    address.leadTo(machine.port);
    const through = ({ url, sealerUrl, ownerUrl }: Place): Place => ({
      url: address.through(url),
      sealerUrl: address.through(sealerUrl),
      ownerUrl: address.through(ownerUrl),
    });
    log = new SealedLog(through(machine), at('sealer'), 'archive');
    scheme = await shippedScheme(log.app);

    await lived('a0');
    await backUp(at('machine'), at('backup'));
    await lived('a1');
    await sealed(2 * FACTS_OF_A_STORY);
    await log.owner.query(`select pg_create_restore_point('between two seals')`);
    await lived('b2');
    await sealed(3 * FACTS_OF_A_STORY);
    signed = await log.published();
    horizon = new Horizon(log.sealing, 'archive');
    expect(await horizon.sealable()).toBe(0);
    await archived();
    expect(await horizon.sealable()).toBe(3 * FACTS_OF_A_STORY);
    // Acknowledged, seen by the sealer, and not in the archive when the machine goes.
    await log.append(5);
    expect([await log.sealer.step(), await log.sealer.step()]).toEqual(['idle', 'idle']);
    process.kill(machine.pid, 'SIGKILL');
    await machine.lost;
    rmSync(at('machine'), { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await Promise.all([log?.end(), address?.close()]);
    await Promise.all(servers.map((server) => server.stop()));
    folder.remove();
  });

  it('to the end of the archive holds all that was ever signed, without a hole', async () => {
    await restore('end');
    const size = 3 * FACTS_OF_A_STORY;
    expect(signed).toHaveLength(2);
    expect(log.own.read()).toBe(signed[1]);
    expect(await falseHeads(log.owner, signed, log.keys.verifierKeys)).toEqual([]);
    const { rows } = await log.owner.query(
      'select count(*)::int, min(position)::int, max(position)::int from log.position',
    );
    expect(rows).toEqual([{ count: size, min: 0, max: size - 1 }]);
  });

  it('has no page and no index that was damaged on the way', async () => {
    await log.owner.query('create extension amcheck');
    const { rows } = await log.owner.query(`
      select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam
       where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p'`);
    expect(rows.length).toBeGreaterThan(200);
    const found = await log.owner.query(`
      select c.oid::regclass::text as heap, v.msg from pg_class c, verify_heapam(c.oid) v where c.relkind in ('r', 'm')`);
    expect(found.rows).toEqual([]);
  });

  it('is sealed on by the sealer that lived through it, which believes nothing that it had seen of the lost machine alone', async () => {
    expect(await log.published()).toEqual(signed);
    expect(await log.sealer.step()).toBe('idle');
    // Fewer than were acknowledged there.
    await log.append(3);
    await sealed(3 * FACTS_OF_A_STORY + 3);
    expect(await falseHeads(log.owner, await log.published(), log.keys.verifierKeys)).toEqual([]);
    const verdict = await verified(signed);
    expect(verdict).toMatchObject({ holds: true, faults: [], unsealed: 0, events: 3 * FACTS_OF_A_STORY + 3 });
    expect(verdict.control).toMatchObject({ evaluations: 3, statements: 3, notReplayed: [] });
  });

  it('to a moment between two seals is proved in itself, but not to who has seen more, and no sealer signs it', async () => {
    await restore('between', { recovery_target_name: 'between two seals', recovery_target_action: 'promote' });
    const size = 2 * FACTS_OF_A_STORY;
    const before = { published: await log.published(), own: log.own.read() };
    expect(before.published).toEqual(signed.slice(0, 1));
    for (const sealer of [log.sealer, log.anotherSealer()]) {
      const { code, text } = await alarmOf(sealer.step());
      expect([code, text.zh]).toEqual([
        'log.behind',
        expect.stringMatching(/日志只有 18 条，而已封存到 30 条.*请恢复到归档末尾/),
      ]);
    }
    expect({ published: await log.published(), own: log.own.read() }).toEqual(before);
    expect(await falseHeads(log.owner, signed, log.keys.verifierKeys)).toEqual([
      `a head of 27 entries, and the log holds but ${size} in order`,
    ]);
    expect(await horizon.sealable()).toBe(0);
    expect(await verified(signed.slice(0, 1))).toMatchObject({ holds: true, faults: [], events: size });
    expect((await verified(signed)).faults).toMatchObject([{ code: 'seen.ahead', position: size }]);
  });
});
