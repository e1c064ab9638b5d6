import type { Pool } from 'pg';
import { createPool } from '#libs/database';
import { control, withDatabase } from '#libs/export';
import type { Scheme } from '#libs/scoring';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS_OF_A_STORY } from './cast.js';
import { seal } from './sealing.js';
import { audited, live, shippedScheme } from './world.js';

const UNITS = Array.from({ length: 30 }, (_, n) => `${n % 3 === 0 ? 'b' : 'a'}${n}`);

describe('A log in which nothing was tampered with', () => {
  let database: TestDatabase;
  let owner: Pool;
  let scheme: Scheme;
  let newest: string;
  beforeAll(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl, { max: 1 });
    scheme = await shippedScheme(database.pool);
    await live(database, UNITS, scheme);
    newest = await seal(owner);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('holds, with its newest checkpoint', async () => {
    const verdict = await audited(owner, scheme, { kept: [newest] });
    expect(verdict).toMatchObject({ holds: true, faults: [], unsealed: 0, events: UNITS.length * FACTS_OF_A_STORY });
    expect(verdict.sealed).toMatchObject({ checkpoints: 3, newest: { size: verdict.events, witnesses: 1 } });
  });

  it('proves 一事双审 for each year', async () => {
    const { control: found } = await audited(owner, scheme);
    expect(found.years).toEqual([
      { year: 2021, decided: 20, byTwoPersons: 20, reviewers: 2, exceptions: [] },
      { year: 2022, decided: 10, byTwoPersons: 10, reviewers: 2, exceptions: [] },
    ]);
    expect(found).toMatchObject({ evaluations: 30, statements: 30, scores: { checked: 30, schemeUnknown: 0 } });
  });

  it('holds in one evaluation and in one campaign, whose events are shown to be where they were sealed', async () => {
    const one = await audited(owner, scheme, { scope: { of: 'evaluation', id: 'a1' } });
    expect(one).toMatchObject({ holds: true, faults: [], events: FACTS_OF_A_STORY });
    const campaign = await audited(owner, scheme, { scope: { of: 'campaign', id: '431225-2022' } });
    expect(campaign).toMatchObject({ holds: true, faults: [], events: 10 * FACTS_OF_A_STORY });
  });

  it('holds for an operator who looks at the database itself', async () => {
    const { file, hash } = scheme;
    const schemes = [{ id: file.id, version: file.version, hash, text: JSON.stringify(file) }];
    const witnesses = { keys: [], quorum: 0 };
    const beside = { madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'log' as const }, keys: [], witnesses, schemes };
    const verdict = await withDatabase(owner, beside, (evidence) => control(evidence));
    expect(verdict).toMatchObject({ holds: true, faults: [], sealed: null });
    expect(verdict.control.scores).toEqual({ checked: 30, schemeUnknown: 0 });
  });
});
