import type { Pool } from 'pg';
import { createPool } from '#libs/database';
import { project, rebuild, rowHash } from '#libs/projection';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { BY, FACTS, Told } from './examples/log.spec.js';
import { PROJECTIONS } from './index.js';

const TYPES = Object.keys(FACTS) as (keyof typeof FACTS)[];
const TABLES = PROJECTIONS.flatMap(({ tables }) => tables);

describe('What is derived from the log', () => {
  let database: TestDatabase;
  let owner: Pool;
  let told: Told;
  beforeEach(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl, { pipeline: true });
    told = new Told(database.pool);
  });
  afterEach(async () => {
    await owner.end();
    await database.drop();
  });

  const story = async (id: string) => {
    for (const type of TYPES) await told.happened(`evaluation-${id}`, BY[type], FACTS[type]);
    const data = { command: 'Submit', target: `evaluation-${id}`, code: 'x', status: 409 };
    await told.happened(`refusal-${id}`, 'long', { type: 'CommandRefused', data });
  };
  const hashes = async () => Promise.all(TABLES.map((table) => rowHash(owner, table)));
  const again = () =>
    owner.query(`truncate ${TABLES.map((table) => `read.${table}`).join(', ')};
    update read.checkpoint set position = -1`);

  it('is the same wherever the pages end', async () => {
    await story('a');
    await story('b');
    const found = new Set<string>();
    for (const limit of [1, 2, 7, 500]) {
      await again();
      for (const each of PROJECTIONS) while ((await project(owner, told.store, each, { limit })) > 0);
      found.add((await hashes()).join());
    }
    expect(found.size).toBe(1);
  });

  it('is the same when it is rebuilt while the log grows, and what was changed by hand is gone', async () => {
    await story('a');
    await told.project();
    await owner.query(`update read.evaluation set second_reviewer = 'somebody else'`);
    const growing = (async () => {
      for (let n = 0; n < 15; n += 1) {
        await story(`more-${n}`);
        await told.project();
      }
    })();
    for (const each of PROJECTIONS) await rebuild(owner, told.store, each);
    await growing;
    await told.project();
    const live = await hashes();
    expect((await owner.query(`select from read.evaluation where second_reviewer = 'somebody else'`)).rowCount).toBe(0);

    for (const each of PROJECTIONS) await rebuild(owner, told.store, each);
    expect(await hashes()).toEqual(live);
    await again();
    await told.project();
    expect(await hashes()).toEqual(live);
  });
});
