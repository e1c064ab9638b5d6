import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { formatReceipt, TiledTree } from '#libs/audit';
import { environment, projectRoot } from '#libs/config';
import { createPool } from '#libs/database';
import { openFolder } from '#libs/export';
import type { Scheme } from '#libs/scoring';
import { machineHas, type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { IMPOSTOR, SEALER, seal } from '../tamper/sealing.js';
import { exported, live, shippedScheme } from '../tamper/world.js';

const run = promisify(execFile);
const GOCODE = '/usr/share/gocode';
const installed = spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
const GO = machineHas('go', installed, 'REQUIRE_GO', 'exports are not checked by a second implementation');

if (GO)
  describe('The Go implementation of note and tree', () => {
    const folder = temporaryFolder();
    const at = (name: string) => join(folder.path, name);
    let database: TestDatabase;
    let owner: Pool;
    let scheme: Scheme;

    const check = (...args: readonly string[]) => run(at('second'), args);
    /** A receipt of an entry of the export, as a unit would have taken it home. */
    async function receipt(index: number): Promise<string> {
      const evidence = await openFolder(at('export'));
      const tree = new TiledTree(evidence.manifest.size, async (tile) => (await evidence.tile(tile)) ?? Buffer.of());
      const checkpoint = await readFile(at('export/checkpoint'), 'utf8');
      for await (const { position, envelope } of evidence.entries())
        if (position === index)
          return formatReceipt({ extra: envelope!, index, proof: await tree.inclusion(index), checkpoint });
      throw new Error(`no entry ${index}`);
    }

    beforeAll(async () => {
      const sources = join(projectRoot(), 'test/second-implementation/main.go');
      const env = { ...environment(), GO111MODULE: 'off', GOPATH: GOCODE, GOCACHE: at('cache'), GOFLAGS: '' };
      await run('go', ['build', '-o', at('second'), sources], { env });
      database = await testDatabase();
      owner = createPool(database.ownerUrl, { max: 1 });
      scheme = await shippedScheme(database.pool);
      const units = Array.from({ length: 30 }, (_, n) => `a${n}`);
      await live(database, units, scheme);
      await seal(owner);
      await exported(owner, at('export'), scheme);
    }, 120_000);
    afterAll(async () => {
      await owner.end();
      await database.drop();
      folder.remove();
    });

    it('believes our signature and computes our root', async () => {
      const { manifest } = await openFolder(at('export'));
      const { stdout } = await check(at('export'), SEALER.verifierKey);
      expect(stdout).toMatch(new RegExp(`^size ${manifest.size} root [0-9a-f]{64}\\n$`));
    });

    it('believes our receipts, of the first entry, of the last, and beyond the first tile', async () => {
      for (const index of [0, 255, 256, 269]) {
        await writeFile(at('receipt'), await receipt(index));
        const { stdout } = await check(at('export'), SEALER.verifierKey, at('receipt'));
        expect(stdout).toContain(`receipt ${index}`);
      }
    });

    it('refuses what we refuse: another key, another entry, a changed event', async () => {
      await expect(check(at('export'), IMPOSTOR.verifierKey)).rejects.toMatchObject({ code: 1 });
      const lines = (await receipt(7)).split('\n');
      lines[1] = `extra ${Buffer.from('{"another":"entry"}').toString('base64')}`;
      await writeFile(at('receipt'), lines.join('\n'));
      await expect(check(at('export'), SEALER.verifierKey, at('receipt'))).rejects.toMatchObject({ code: 1 });
      const events = await readFile(at('export/events.jsonl'), 'utf8');
      await writeFile(at('export/events.jsonl'), events.replace('chen', 'tan'));
      await expect(check(at('export'), SEALER.verifierKey)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('computed'),
      });
    });
  });
