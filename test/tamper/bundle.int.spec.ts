import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pool } from 'pg';
import { ed25519Verifier, leafHash, openNote, parseCheckpoint, verifyInclusion } from '#libs/audit';
import { createPool } from '#libs/database';
import { filesOf, keptIn, openFolder, proven, receiptFiles, trustOf, verify, withDatabase } from '#libs/export';
import { dualReview } from '#libs/read-models';
import type { Scheme } from '#libs/scoring';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { FACTS_OF_A_STORY } from './cast.js';
import { SEALER, seal } from './sealing.js';
import { live, shippedScheme } from './world.js';

describe('The evidence of one matter', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  let owner: Pool;
  let scheme: Scheme;
  beforeAll(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl, { max: 2 });
    scheme = await shippedScheme(database.pool);
    await live(database, ['a0', 'a1', 'b2'], scheme);
    await seal(owner);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
    folder.remove();
  });

  it('can be checked event by event, with a hash function and the key of the log', async () => {
    const { items, checkpoint, next, size } = await proven(database.pool, 'evaluation-a1', 0, 100);
    expect({ count: items.length, next }).toEqual({ count: FACTS_OF_A_STORY, next: null });
    const { root } = parseCheckpoint(openNote(checkpoint!, [ed25519Verifier(SEALER.verifierKey)]).text);
    for (const { position, envelope, proof } of items)
      verifyInclusion(
        { index: position, size, leaf: leafHash(Buffer.from(envelope)), root },
        proof!.map((hash) => Buffer.from(hash, 'base64')),
      );
  });

  it('holds a receipt for each of its events, and the verifier believes bundle and receipts alone', async () => {
    const { file, hash } = scheme;
    const schemes = [{ id: file.id, version: file.version, hash, text: JSON.stringify(file) }];
    const beside = {
      ...{ madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'evaluation' as const, id: 'a1' }, schemes },
      ...{ keys: [SEALER.verifierKey], witnesses: { keys: [], quorum: 0 } },
    };
    const receipts: string[] = [];
    await withDatabase(database.pool, beside, async (evidence) => {
      for (const files of [receiptFiles(evidence), filesOf(evidence)])
        for await (const { name, content } of files) {
          const at = join(folder.path, name);
          mkdirSync(dirname(at), { recursive: true });
          const pieces: Buffer[] = [];
          for await (const piece of content) pieces.push(Buffer.from(piece as string));
          writeFileSync(at, Buffer.concat(pieces));
          if (name.startsWith('proofs/')) receipts.push(Buffer.concat(pieces).toString());
        }
    });
    expect(receipts).toHaveLength(FACTS_OF_A_STORY);
    const evidence = await openFolder(folder.path);
    const kept = receipts.flatMap((text, n) => keptIn(`proof-${n}`, text));
    expect(await verify(evidence, { trust: trustOf(evidence.manifest), kept })).toMatchObject({
      holds: true,
      faults: [],
    });
    const wrong = keptIn('another', receipts[0]!.replace(/^index \d+$/m, 'index 0'));
    const verdict = await verify(evidence, { trust: trustOf(evidence.manifest), kept: wrong });
    expect(verdict.faults.map(({ code }) => code)).toEqual(['seen.refused']);
  });

  it('is counted among the matters decided by two persons, and a superuser’s exception is named', async () => {
    const { rows } = await owner.query('select distinct unit_id from read.evaluation');
    const grants = rows.map((row) => ({ role: 'auditor', unitId: row.unit_id }));
    const read = () => dualReview(database.pool, { personId: 'huang', grants });
    expect(await read()).toEqual([
      { year: 2021, decided: 2, byTwoPersons: 2, reviewers: 2, exceptions: [] },
      { year: 2022, decided: 1, byTwoPersons: 1, reviewers: 2, exceptions: [] },
    ]);
    await owner.query(`alter table control.participant disable trigger all;
      insert into control.participant select 'a1', 'chen', event_id from control.participant where evaluation = 'a1' limit 1`);
    expect((await read())[0]).toMatchObject({
      byTwoPersons: 1,
      exceptions: [{ evaluation: 'a1', why: 'participant' }],
    });
  });
});
