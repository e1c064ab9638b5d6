import { join } from 'node:path';
import { migrate } from '#libs/database';
import { type Postgres, startPostgres } from '#libs/embedded';
import { eventually, temporaryFolder } from '#libs/testing';
import { falseHeads } from '../../bench/soak/heads.js';
import { Address } from './address.js';
import { alarmOf, type Place, SealedLog } from './sealed-log.js';
import { asked, Standby } from './standby.js';

/**
 * T-FAIL. Two logs on one cluster, one sealed as soon as it is committed and one as soon as the standby has it. What the standby
 * had not got when the primary was lost was acknowledged all the same, and is gone.
 */
describe('The primary is lost, and a standby that had fallen behind takes its place', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  let primary: Postgres;
  let address: Address;
  let standby: Standby;
  let next: Standby | undefined;
  let early: SealedLog;
  let careful: SealedLog;

  /** A database of the cluster, through the address. */
  const place = (database: string): Place => {
    const through = (url: string) => Object.assign(new URL(address.through(url)), { pathname: `/${database}` }).href;
    const { url, sealerUrl, ownerUrl } = primary;
    return { url: through(url), sealerUrl: through(sealerUrl), ownerUrl: through(ownerUrl) };
  };
  const sealed = (log: SealedLog, size: number) =>
    eventually(async () => (await log.sealer.step()) === 'sealed' && log.sealer.size === size, 20_000);
  /** Waits until the standby has done so with everything that is in the log of changes now. */
  const standbyHas = async (what: 'flush_lsn' | 'replay_lsn') => {
    const { lsn } = await asked(primary.ownerUrl, 'select pg_current_wal_insert_lsn() as lsn');
    const everything = `select bool_and(${what} >= '${lsn}') as yes from pg_stat_replication`;
    await eventually(async () => (await asked(primary.ownerUrl, everything)).yes === true);
  };

  beforeAll(async () => {
    // What is acknowledged is in the log of changes; that a machine may crash is not what this is about.
    const parameters = { synchronous_commit: 'on', full_page_writes: 'on' };
    primary = await startPostgres({ dir: at('primary'), fast: true, parameters });
    await migrate(primary.ownerUrl);
    await asked(primary.ownerUrl.replace(/[^/]*$/, 'postgres'), 'create database careful template shuangshen');
    address = await Address.open();
    address.leadTo(primary.port);
    early = new SealedLog(place('shuangshen'), at('early'), 'commit');
    careful = new SealedLog(place('careful'), at('careful'), 'standby');
    standby = await Standby.begin({ dir: at('primary'), ownerUrl: primary.ownerUrl }, at('standby'));
    for (const log of [early, careful]) {
      await log.append(10);
      await sealed(log, 10);
    }
  }, 120_000);
  afterAll(async () => {
    await Promise.all([early?.end(), careful?.end(), address?.close()]);
    await Promise.all([next?.stop(), standby?.stop(), primary?.stop()]);
    folder.remove();
  });

  it('what the standby has received and not replayed is not sealed where it has to be on the standby', async () => {
    await standby.ask('select pg_wal_replay_pause()');
    await eventually(async () => (await standby.ask('select pg_get_wal_replay_pause_state() as is')).is === 'paused');
    await careful.append(5);
    await standbyHas('flush_lsn');
    for (let looks = 0; looks < 3; looks += 1) expect(await careful.sealer.step()).toBe('idle');
    expect(await careful.published()).toHaveLength(1);
    await standby.ask('select pg_wal_replay_resume()');
    await sealed(careful, 15);
  });

  it('stops the sealer that had signed what is gone, whether it lived through it or is started anew', async () => {
    await standbyHas('replay_lsn');
    await standby.cutOff();
    for (const log of [early, careful]) await log.append(10);
    await sealed(early, 20);
    for (let looks = 0; looks < 3; looks += 1) expect(await careful.sealer.step()).toBe('idle');
    process.kill(primary.pid, 'SIGKILL');
    await primary.lost;
    await standby.promote();
    address.leadTo(standby.port);
    await eventually(() => early.forgot && careful.forgot);
    expect([await early.size(), await careful.size()]).toEqual([10, 15]);

    const before = { published: await early.published(), own: early.own.read() };
    for (const sealer of [early.sealer, early.anotherSealer()]) {
      const { code, text } = await alarmOf(sealer.step());
      expect(code).toBe('log.behind');
      expect(text.zh).toMatch(/日志只有 10 条，而已封存到 20 条：数据库被回退或截断.*改用复制得最多的备库/);
      expect(text.en).toMatch(/rolled back or cut off.*promote the standby that has most/);
      await sealer.leave();
    }
    // People go on working, and what they do takes the places of what was lost.
    await early.append(11);
    for (const sealer of [early.sealer, early.anotherSealer()]) {
      const { code, text } = await alarmOf(sealer.step());
      expect([code, text.en]).toEqual(['log.fork', expect.stringContaining('history was changed')]);
      await sealer.leave();
    }
    expect({ published: await early.published(), own: early.own.read() }).toEqual(before);
    expect(await falseHeads(early.owner, [early.own.read()!], early.keys.verifierKeys)).toEqual([
      'the head of 20 entries is of another log',
    ]);
  });

  it('lets the sealer that had waited for the standby go on, as soon as that has a standby of its own', async () => {
    const signed = [...(await careful.published()), careful.own.read()!];
    await careful.append(3);
    for (let looks = 0; looks < 3; looks += 1) expect(await careful.sealer.step()).toBe('idle');
    next = await Standby.begin(standby, at('next'));
    await sealed(careful, 18);
    await careful.append(2);
    await sealed(careful, 20);
    const published = await careful.published();
    expect(published.slice(0, -2)).toEqual(signed.slice(0, -1));
    expect(await falseHeads(careful.owner, [...signed, ...published], careful.keys.verifierKeys)).toEqual([]);
  });
});
