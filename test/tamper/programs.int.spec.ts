import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { environment, projectRoot } from '#libs/config';
import { createPool } from '#libs/database';
import { openFolder, type Verdict } from '#libs/export';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { FACTS_OF_A_STORY } from './cast.js';
import { SEALER, seal } from './sealing.js';
import { live, shippedScheme } from './world.js';

const run = promisify(execFile);

describe('The programs of an operator', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  let database: TestDatabase;
  let owner: Pool;

  /** As the processes log in: nothing more is needed. */
  async function program(
    name: string,
    ...args: readonly string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    const typescript = pathToFileURL(join(projectRoot(), 'libs/testing/jest/typescript.mjs')).href;
    const file = join(projectRoot(), `apps/verify/src/${name}.ts`);
    const { PATH } = environment();
    const env = { PATH, DATABASE_URL: database.url };
    try {
      return { code: 0, ...(await run(process.execPath, ['--import', typescript, file, ...args], { env })) };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    }
  }

  beforeAll(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl, { max: 1 });
    await live(database, ['a0', 'a1', 'b2'], await shippedScheme(database.pool));
    await seal(owner, { every: 7 });
    await writeFile(at('keys'), SEALER.verifierKey);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
    folder.remove();
  });

  it('export the whole log, which the verifier then believes', async () => {
    const { code, stderr } = await program('export', '--out', at('all'), '--keys', at('keys'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('27 个事件') });
    const { code: verified, stdout } = await program('main', at('all'), '--json');
    expect(JSON.parse(stdout) as Verdict).toMatchObject({ holds: true, events: 27 });
    expect(verified).toBe(0);
  });

  it('export one evaluation, with its events and nobody else’s', async () => {
    expect(await program('export', '--out', at('one'), '--evaluation', 'a1', '--keys', at('keys'))).toMatchObject({
      code: 0,
    });
    const positions: number[] = [];
    for await (const { position } of (await openFolder(at('one'))).entries()) positions.push(position);
    expect(positions).toEqual(Array.from({ length: FACTS_OF_A_STORY }, (_, n) => FACTS_OF_A_STORY + n));
    expect(await program('main', at('one'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('evaluation a1'),
    });
  });

  it('write nothing into a folder that holds something', async () => {
    const { code, stderr } = await program('export', '--out', folder.path);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('not empty') });
    expect(await readdir(folder.path)).not.toContain('events.jsonl');
  });

  it('explain themselves when an argument is missing', async () => {
    expect(await program('export')).toMatchObject({ code: 2, stderr: expect.stringContaining('--out FOLDER') });
  });

  it('check the log in its own database, and find what was changed in what is published', async () => {
    expect(await program('check-control')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2021 年一事双审：办结 2 件'),
    });
    await owner.query(`update read.evaluation set second_reviewer = 'chen' where id = 'a1'`);
    const { code, stdout } = await program('check-control', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as Verdict).faults).toMatchObject([{ code: 'statement.differs', evaluation: 'a1' }]);
  });
});
