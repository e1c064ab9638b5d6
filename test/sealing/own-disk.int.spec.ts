import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environment } from '#libs/config';
import { createPool } from '#libs/database';
import { trustOf, verify, withDatabase } from '#libs/export';
import { OwnKeys, sealingNow } from '#libs/sealing';
import { eventually, type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import type { Struck } from './disk-faults.js';
import { fromSources, Program } from './program.js';
import { ORIGIN, SealedLog } from './sealed-log.js';

const run = promisify(execFile);

/** T-SEAL-FAULT. */
describe('The sealer’s own disk', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;

  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(() => database.drop());
  afterAll(() => folder.remove());

  it('may fail at any call, alone, with the process or with the whole machine: the next goes on from what is there', async () => {
    const own = join(folder.path, 'struck');
    mkdirSync(own);
    const first = new OwnKeys(own, ORIGIN).verifierKeys;
    const { url, sealerUrl, ownerUrl } = database;
    const place = JSON.stringify({ url, sealerUrl, ownerUrl });
    const { PATH = '' } = environment();
    const env = { PATH, PLACE: place, FOLDER: own };
    const { stdout } = await run(process.execPath, [...fromSources('test/sealing/disk-faults.ts')], { env });
    const { struck, wrong }: Struck = JSON.parse(stdout);
    expect(wrong).toEqual([]);
    for (const how of ['fails', 'dies', 'loses power'])
      for (const call of ['writeSync checkpoint.draft', 'fsyncSync checkpoint.draft', 'renameSync checkpoint.draft'])
        expect(struck).toContain(`${how}: ${call}`);
    for (const call of ['writeSync key.draft', 'writeSync checkpoint.draft', 'writeSync retired-keys.draft'])
      expect(struck).toContain(`takes a part: ${call}`);

    // Who knows nothing but the first key can follow all that was signed, under one key after the other.
    const pool = createPool(ownerUrl, { max: 1 });
    const beside = { madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'log' as const }, schemes: [], keys: first };
    const verdict = await withDatabase(pool, { ...beside, witnesses: { keys: [], quorum: 0 } }, (evidence) =>
      verify(evidence, { trust: trustOf(evidence.manifest, { keys: first }) }),
    );
    await pool.end();
    expect(verdict).toMatchObject({ holds: true, faults: [], unsealed: 0 });
    console.log(`${struck.length} calls struck, ${verdict.sealed?.checkpoints} heads`);
  }, 60_000);

  it('that is full stops the sealer for as long as it is, and everybody is told what to do', async () => {
    const own = join(folder.path, 'full');
    const log = new SealedLog(database, own, 'commit');
    const env = { SEALER_DATABASE_URL: database.sealerUrl, SEALER_DIR: own, SEALER_ORIGIN: ORIGIN };
    const before = new Program(env);
    await log.append(3);
    await eventually(async () => (await log.published()).length === 1, 30_000);
    expect(await before.end()).toBe(0);

    const full = new Program(env, { limited: true });
    await log.append(3);
    await eventually(async () => (await sealingNow(log.owner)).alarm !== null, 30_000);
    const { status, alarm, size } = await sealingNow(log.owner);
    expect({ status, size, code: alarm?.code }).toEqual({ status: 'stopped', size: 3, code: 'disk.fails' });
    expect(alarm?.text.zh).toMatch(/不能读写（EFBIG）.*请检查 SEALER_DIR 所在磁盘的空间和权限.*恢复后自动继续/);
    expect(alarm?.text.en).toMatch(/\(EFBIG\).*delete nothing there; it goes on by itself/);
    expect(full.said).toContain('sealing failed');
    expect(await full.end()).toBe(0);
    expect(await log.published()).toEqual([log.own.read()]);

    const after = new Program(env);
    await eventually(async () => (await log.published()).length === 2, 30_000);
    await eventually(async () => (await sealingNow(log.owner)).alarm === null);
    expect(await after.end()).toBe(0);
    expect((await log.published()).at(-1)).toBe(log.own.read());
    await log.end();
  }, 60_000);
});
