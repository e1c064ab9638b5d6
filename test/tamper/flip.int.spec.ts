import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from '#libs/database';
import { openFolder, trustOf, Unreadable, verify } from '#libs/export';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { SEALER, seal, WITNESS } from './sealing.js';
import { exported, live, shippedScheme } from './world.js';

const FLIPS = 300;

describe('One bit', () => {
  const folder = temporaryFolder();
  const out = join(folder.path, 'export');
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    const owner = createPool(database.ownerUrl, { max: 1 });
    const scheme = await shippedScheme(database.pool);
    await live(database, ['a0', 'b1'], scheme);
    await seal(owner, { every: 5 });
    await exported(owner, out, scheme);
    await owner.end();
  });
  afterAll(async () => {
    await database.drop();
    folder.remove();
  });

  async function told(): Promise<string> {
    try {
      const evidence = await openFolder(out);
      const keys = { keys: [SEALER.verifierKey], witnesses: [WITNESS.verifierKey], quorum: 1 };
      return JSON.stringify(await verify(evidence, { trust: trustOf(evidence.manifest, keys) }));
    } catch (error) {
      if (error instanceof Unreadable) return error.message;
      throw error;
    }
  }

  it('that turns anywhere in the evidence is seen', async () => {
    const honest = await told();
    expect(JSON.parse(honest)).toMatchObject({ holds: true });
    // `checkpoint` repeats the last line of checkpoints.jsonl; when the export was made is nobody's claim.
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => !['checkpoint', 'manifest.json'].includes(name))
      .map((name) => join(out, name))
      .filter((file) => statSync(file).isFile());
    const unseen: string[] = [];
    for (let n = 0; n < FLIPS; n += 1) {
      const file = files[n % files.length]!;
      const bytes = readFileSync(file);
      const [at, bit] = [randomInt(bytes.length), randomInt(8)];
      const spoilt = Buffer.from(bytes);
      spoilt[at]! ^= 1 << bit;
      writeFileSync(file, spoilt);
      if ((await told()) === honest) unseen.push(`${file} byte ${at} bit ${bit}: ${bytes.subarray(at - 20, at + 20)}`);
      writeFileSync(file, bytes);
    }
    expect(unseen).toEqual([]);
  });
});
