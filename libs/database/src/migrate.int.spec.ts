import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '#libs/config';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { MigrationChanged, migrate } from './migrate.js';

describe('Migrating', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  let owner: Client;
  const file = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
  const tables = async () =>
    (
      await owner.query(
        "select tablename from pg_tables where schemaname = 'public' and tablename like 'demo%' order by 1",
      )
    ).rows.map(({ tablename }) => tablename);

  beforeAll(async () => {
    database = await testDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
    folder.remove();
  });

  it('finds nothing to do in a database that is up to date', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
    const { rows } = await owner.query('select name from public.migration order by name');
    const files = readdirSync(join(projectRoot(), 'libs/database/migrations')).sort();
    expect(rows.map(({ name }) => name)).toEqual(files);
  });

  it('runs what is new, in order, once, though two start at the same time', async () => {
    file('9001-demo.sql', 'create table demo_one (n int); select pg_sleep(0.1)');
    file('9002-demo.sql', 'create table demo_two (n int); alter table demo_one add m int');
    const both = await Promise.all([1, 2].map(() => migrate(database.ownerUrl, { folder: folder.path })));
    expect(both.flat()).toEqual(['9001-demo.sql', '9002-demo.sql']);
    expect(await tables()).toEqual(['demo_one', 'demo_two']);
  });

  it('leaves nothing of a file that fails, and says which it was', async () => {
    file('9003-demo.sql', 'create table demo_three (n int); select 1 / 0');
    await expect(migrate(database.ownerUrl, { folder: folder.path })).rejects.toThrow(
      /升级没有完成：9003-demo\.sql.*division by zero[\s\S]*not complete: 9003-demo\.sql/,
    );
    expect(await tables()).toEqual(['demo_one', 'demo_two']);
    file('9003-demo.sql', 'create table demo_three (n int)');
    expect(await migrate(database.ownerUrl, { folder: folder.path })).toEqual(['9003-demo.sql']);
  });

  it('refuses a file that was edited after it ran', async () => {
    file('9001-demo.sql', 'create table demo_other (n int)');
    const refused = migrate(database.ownerUrl, { folder: folder.path });
    await expect(refused).rejects.toEqual(new MigrationChanged('9001-demo.sql'));
    await expect(refused).rejects.toThrow(
      /^程序与数据库不是同一版本.*9001-demo.*恢复.*备份[\s\S]*not of one version.*restore the backup/,
    );
  });
});
