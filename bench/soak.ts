import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from '#libs/config';
import { migrate } from '#libs/database';
import { migrateQueues } from '#libs/queue';
import { Chance } from './soak/chance.js';
import { House } from './soak/house.js';
import { Mortal, nemesis } from './soak/nemesis.js';
import { Play, type Played } from './soak/play.js';
import { ownRedis } from './soak/redis.js';
import { Seal, type Sealed } from './soak/seal.js';

const HELP = `npm run soak: everybody at every way in at once, while processes are killed at random; then the invariants, and
  whether everything that was acknowledged is in the log, derived, worked off and sealed, under heads that are all of this log.
  SOAK_MINUTES  how long, 10 unless told
  SOAK_SEED     what chance begins with; printed, so that a run can be played again
  SOAK_QUEUE    postgres (unless told) or redis, of the soak's own, emptied with FLUSHALL`;

const say = (line: string): void => console.error(line);

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(HELP);
  const { SOAK_MINUTES = '10', SOAK_SEED, SOAK_QUEUE = 'postgres' } = environment();
  const seed = Number(SOAK_SEED ?? Date.now() % 1_000_000);
  const minutes = Number(SOAK_MINUTES);
  if (!(minutes > 0) || !Number.isSafeInteger(seed) || !['postgres', 'redis'].includes(SOAK_QUEUE))
    throw new Error(HELP);
  say(`seed ${seed}, ${minutes} minutes, queue on ${SOAK_QUEUE}`);

  const dir = mkdtempSync(join(tmpdir(), 'shuangshen-soak-'));
  chmodSync(dir, 0o755); // started by root, PostgreSQL runs as another account, which must get in
  const mortal = await Mortal.begin(join(dir, 'postgres'));
  await migrate(mortal.ownerUrl);
  await migrateQueues(mortal.ownerUrl);
  const redis = SOAK_QUEUE === 'redis' ? await ownRedis() : undefined;
  const sealing = { databaseUrl: mortal.sealerUrl, folder: join(dir, 'sealer') };
  const place = { databaseUrl: mortal.url, redisUrl: redis?.url, sealing };
  const house = await House.begin(place);
  const seal = new Seal(mortal.ownerUrl, sealing.folder);
  try {
    const chance = new Chance(seed);
    const play = await Play.begin(house.url, place, mortal.ownerUrl, chance);
    const end = new AbortController();
    const forget = redis ? () => redis.flush() : () => play.forgetJobs();
    const killed = nemesis(house, mortal, forget, new Chance(seed + 1), end.signal);
    const until = performance.now() + minutes * 60_000;
    for (let told = performance.now(); performance.now() < until; ) {
      await play.round();
      await play.renew();
      if (performance.now() - told < 60_000) continue;
      told = performance.now();
      tell(await play.judge());
      tellSealed(await seal.judge());
    }
    end.abort();
    say(`blows: ${JSON.stringify(await killed)}`);
    if (!(await play.settled(120_000))) fault('work that the log made due was not done within two minutes');
    if (!(await seal.complete(30_000))) fault('the log was not sealed to its end within half a minute');
    const played = await play.judge();
    tell(played);
    if (played.broken.length === 0) say('no history broke INV-D1 to D6, and nothing acknowledged is lost');
    const sealed = await seal.judge();
    tellSealed(sealed);
    const accused = await seal.verified();
    for (const one of accused) fault(one);
    if (sealed.broken.length + accused.length === 0)
      say('every head is one of this log, and the verifier finds nothing in it but what was forged');
    await play.end();
  } finally {
    await seal.end();
    for (const part of await house.end()) fault(`${part} did not end when it was told to`);
    if (process.exitCode) say(house.said);
    redis?.stop();
    await mortal.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function tell({ broken, ...counts }: Played): void {
  say(
    Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', '),
  );
  for (const one of broken) fault(one);
}

function tellSealed({ heads, entries, behind, broken }: Sealed): void {
  say(`${entries} entries sealed under ${heads} heads, at most ${behind} s behind`);
  for (const one of broken) fault(one);
}

function fault(what: string): void {
  say(`BROKEN: ${what}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
