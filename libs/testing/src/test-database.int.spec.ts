import { Client } from 'pg';
import { testDatabase } from './test-database.js';

describe('A test database', () => {
  it('is migrated, and another one does not see its rows', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    try {
      const owner = new Client({ connectionString: one.ownerUrl });
      await owner.connect();
      await owner.query('create table public.only_here ()');
      await owner.end();
      const tables =
        "select count(*)::int as n from pg_tables where schemaname not in ('pg_catalog', 'information_schema')";
      const [{ n: here }, { n: there }] = (await Promise.all([one.pool.query(tables), two.pool.query(tables)])).map(
        ({ rows }) => rows[0],
      ) as [{ n: number }, { n: number }];
      expect(there).toBeGreaterThan(0);
      expect(here).toBe(there + 1);
    } finally {
      await Promise.all([one.drop(), two.drop()]);
    }
  });

  it('is used as the processes use theirs', async () => {
    const { pool, drop } = await testDatabase();
    const { rows } = await pool.query<{ rolsuper: boolean }>(
      'select rolsuper from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false }]);
    await drop();
  });

  it('is gone after its end, whoever is still connected', async () => {
    const { url, drop } = await testDatabase();
    const straggler = new Client({ connectionString: url });
    straggler.on('error', () => {});
    await straggler.connect();
    await drop();
    await expect(new Client({ connectionString: url }).connect()).rejects.toThrow('does not exist');
  });
});
