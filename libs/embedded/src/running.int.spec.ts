import { Client } from 'pg';
import { temporaryFolder } from '#libs/testing';
import { ownerUrlOfRunning, startPostgres } from './index.js';

describe('A tool beside an embedded system', () => {
  it('finds the server while it runs, and none before or after', async () => {
    const folder = temporaryFolder();
    const dir = `${folder.path}/postgres`;
    expect(await ownerUrlOfRunning(dir)).toBeUndefined();
    const postgres = await startPostgres({ dir, fast: true });
    const url = await ownerUrlOfRunning(dir);
    expect(url).toBe(postgres.ownerUrl);
    const client = new Client({ connectionString: url });
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    await postgres.stop();
    expect(await ownerUrlOfRunning(dir)).toBeUndefined();
    folder.remove();
  });
});
