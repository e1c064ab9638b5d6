import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { createPool, MigrationChanged, migrate } from './index.js';

describe('Migrating a database', () => {
  let database: TestDatabase;
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(async () => {
    database = await testDatabase();
    folder = temporaryFolder();
    write('9001-first.sql', 'create table public.first (n integer);');
    write('9002-second.sql', 'create table public.second (n integer);');
  });
  afterEach(async () => {
    folder.remove();
    await database.drop();
  });
  const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
  const run = () => migrate(database.ownerUrl, { folder: folder.path });
  const tables = async () => {
    const owner = createPool(database.ownerUrl);
    const { rows } = await owner.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_name <> 'migration'`,
    );
    await owner.end();
    return rows.map((row) => row.table_name).sort();
  };

  it('runs what has not run, in order, and nothing the second time', async () => {
    expect(await run()).toEqual(['9001-first.sql', '9002-second.sql']);
    expect(await run()).toEqual([]);
    write('9003-third.sql', 'create table public.third (n integer);');
    expect(await run()).toEqual(['9003-third.sql']);
    expect(await tables()).toEqual(['first', 'second', 'third']);
  });

  it('lets two starters take turns', async () => {
    const ran = await Promise.all([run(), run(), run()]);
    expect(ran.flat().sort()).toEqual(['9001-first.sql', '9002-second.sql']);
  });

  it('refuses a migration that is not the file it was', async () => {
    await run();
    write('9001-first.sql', 'create table public.other (n integer);');
    await expect(run()).rejects.toThrow(MigrationChanged);
  });

  it('leaves whole migrations only when one fails, names it, and goes on when it is mended', async () => {
    write('9002-second.sql', 'create table public.second (n integer); select 1 / 0;');
    await expect(run()).rejects.toThrow('migration 9002-second.sql failed: division by zero');
    expect(await tables()).toEqual(['first']);
    write('9002-second.sql', 'create table public.second (n integer);');
    expect(await run()).toEqual(['9002-second.sql']);
  });

  it('has run every migration of the product in the template of this very database', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
  });
});
