import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { backUp } from './back-up.js';
import { query, Starting } from './starting.spec.js';

describe('A copy of a running cluster', () => {
  const here = new Starting();
  afterAll(() => here.end());

  it('has everything that was acknowledged before it began, and nothing half, while somebody goes on writing', async () => {
    const { ownerUrl } = await here.start();
    await query(ownerUrl, 'create table counted (n integer primary key, filler text)');
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    let acknowledged = 0;
    let writing = true;
    const writer = (async () => {
      while (writing) {
        // Two rows in one transaction: a half one would show. The filler makes PostgreSQL recycle what it wrote long ago.
        const sql = `insert into counted select n, repeat(md5(random()::text), 2000) from generate_series($1::int, $1 + 1) n`;
        await client.query(sql, [acknowledged]);
        acknowledged += 2;
      }
    })();
    while (acknowledged < 100) await query(ownerUrl, 'select 1');
    await query(ownerUrl, 'checkpoint');
    const before = acknowledged;
    const into = join(here.folder.path, 'copy');
    const seen: number[] = [];
    const copied = await backUp(here.dir, into, ({ files }) => seen.push(files));
    const during = acknowledged - before;
    while (acknowledged < before + during + 100) await query(ownerUrl, 'select 1');
    writing = false;
    await writer;
    await client.end();

    expect(during).toBeGreaterThan(0);
    expect(copied.files).toBe(seen.at(-1));
    expect(copied.bytes).toBeGreaterThan(1_000_000);
    expect(statSync(join(into, 'owner-password')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(into, 'cluster'))).not.toContain('postmaster.pid');
    expect(await query(ownerUrl, 'select slot_name from pg_replication_slots')).toEqual([]);

    const copy = await here.start({ dir: into });
    expect(copy.created).toBe(false);
    const [[rows, next]] = (await query(copy.ownerUrl, 'select count(*)::int, max(n) + 1 from counted')) as [
      [number, number],
    ];
    expect(rows).toBe(next); // contiguous
    expect(rows % 2).toBe(0);
    expect(rows).toBeGreaterThanOrEqual(before);
    expect(rows).toBeLessThan(acknowledged);
    await query(copy.ownerUrl, 'insert into counted values (-1, null)'); // and lives a life of its own
    expect(await query(ownerUrl, 'select count(*)::int from counted where n < 0')).toEqual([[0]]);
  });

  it('is not made of a cluster that does not run', async () => {
    await expect(backUp(join(here.folder.path, 'nothing'), join(here.folder.path, 'other'))).rejects.toThrow(
      'no PostgreSQL runs',
    );
  });
});
