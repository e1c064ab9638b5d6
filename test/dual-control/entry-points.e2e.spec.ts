import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { Chance } from '../../bench/soak/chance.js';
import { House } from '../../bench/soak/house.js';
import { Play } from '../../bench/soak/play.js';

const SEED = Date.now() % 1_000_000;
const PLAYED_MS = 10_000;

const fromSources = (program: string) => [
  ...['--import', join(projectRoot(), 'libs/testing/jest/typescript.mjs')],
  join(projectRoot(), `${program}.ts`),
];

/** The same play as in `npm run soak`, for seconds and without anybody being killed. */
describe(`Everybody at every way in at once (seed ${SEED})`, () => {
  let database: TestDatabase;
  let house: House;
  let play: Play;

  beforeAll(async () => {
    database = await testDatabase();
    const place = { databaseUrl: database.url, run: fromSources };
    house = await House.begin(place);
    play = await Play.begin(house.url, place, database.ownerUrl, new Chance(SEED));
  }, 600_000);
  afterAll(async () => {
    await play?.end();
    await house?.end();
    await database?.drop();
  });

  it('breaks none of INV-D1 to D6, as the log alone tells', async () => {
    const until = performance.now() + PLAYED_MS;
    while (performance.now() < until) await play.round();
    const { broken, moves, events } = await play.judge();
    expect({ seed: SEED, broken }).toEqual({ seed: SEED, broken: [] });
    expect(Math.min(moves, events)).toBeGreaterThan(10);
  }, 120_000);
});
