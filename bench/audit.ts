import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, hash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { logVerifier } from '#libs/audit';
import { environment, projectRoot } from '#libs/config';
import { LastWord } from '#libs/custody';
import { createPool, migrate } from '#libs/database';
import { trustOf, verify, withDatabase } from '#libs/export';
import { Cosigners, OwnKeys, Sealer } from '#libs/sealing';
import { type BenchCluster, benchCluster } from './bench-cluster.js';
import { Contestant } from './contestant.js';
import { open } from './ours.js';
import { median, number, spread, table } from './statistics.js';

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => console.error(line);
const BESIDE = { madeAt: '2026-01-01T00:00:00.000Z', scope: { of: 'log' } as const, schemes: [] };

/** What a proof costs: sealing and verifying against the bare hash, and what the sealer does to those who append. */
async function main(): Promise<void> {
  if (options.help) {
    console.log('npm run bench:audit -- [--events 1000000] [--rounds 5] [--seconds 5] [--json]');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'shuangshen-bench-sealer-'));
  const cluster = await benchCluster();
  try {
    const proof = await proving(cluster, join(folder, 'one'), Number(options.events));
    const live = await appending(cluster, join(folder, 'two'), Number(options.rounds), Number(options.seconds) * 1_000);
    report({ ...proof, ...live });
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seals a log of so many events from nothing, verifies it whole, and hashes the same bytes with nothing around it. */
async function proving(cluster: BenchCluster, folder: string, events: number) {
  const url = await cluster.database('sealed');
  await migrate(url);
  await fill(cluster.asProcess('sealed'), events);
  const owner = createPool(url, { max: 4 });
  const keys = new OwnKeys(folder, 'bench.example/log');
  const own = new LastWord(join(folder, 'checkpoint'));
  const pool = createPool(cluster.asSealer('sealed'), { max: 4 });
  const cosigners = new Cosigners([], 0);
  const sealer = new Sealer({ pool, keys, own, cosigners, sealable: async () => events, holder: 'bench' });
  say('sealing …');
  const sealing = await timed(async (looked) => {
    while ((await sealer.step()) === 'sealed') looked(sealer.size / events);
  });
  say('verifying …');
  const witnesses = { keys: [], quorum: 0 };
  const verifying = await timed(async (looked) => {
    const verdict = await withDatabase(owner, { ...BESIDE, keys: keys.verifierKeys, witnesses }, (evidence) => {
      const trust = { ...trustOf(evidence.manifest), log: keys.verifierKeys.map(logVerifier) };
      return verify(evidence, { trust, progress: (done) => looked(done / events) });
    });
    if (verdict.sealed?.newest?.size !== events) throw new Error('the bench did not verify what it sealed');
  });
  say('hashing …');
  const bareMs = await bare(owner, events, (envelope) => createHash('sha256').update(envelope).digest());
  const oneCallMs = await bare(owner, events, (envelope) => hash('sha256', envelope, 'buffer'));
  await Promise.all([pool.end(), owner.end()]);
  return { events, bareMs, oneCallMs, sealing, verifying };
}

/** How long it took, and the most memory in its first and in its last quarter. */
async function timed(work: (looked: (share: number) => void) => Promise<void>) {
  const most = { first: 0, last: 0 };
  const began = performance.now();
  await work((share) => {
    const { rss } = process.memoryUsage();
    if (share <= 0.25) most.first = Math.max(most.first, rss);
    if (share > 0.75) most.last = Math.max(most.last, rss);
  });
  return { ms: performance.now() - began, firstMb: most.first / 1e6, lastMb: most.last / 1e6 };
}

async function fill(url: string, events: number): Promise<void> {
  const ours = await open(url);
  for (let left = events, n = 0; left > 0; left -= 500, n += 1) {
    await ours.append(`bench-${randomUUID()}`, Math.min(500, left));
    if (n % 200 === 0) say(`${number(events - left)} of ${number(events)} appended`);
  }
  await ours.close();
}

/** SHA-256 of each envelope, one after the other; reading them does not count. */
async function bare(owner: Pool, events: number, digest: (envelope: Buffer) => Buffer): Promise<number> {
  let ms = 0;
  for (let from = 0; from < events; from += 5_000) {
    const { rows } = await owner.query<{ envelope: Buffer }>(
      `select e.envelope from log.position p join log.event e on e.id = p.event_id
        where p.position >= $1 and p.position < $2 order by p.position`,
      [from, from + 5_000],
    );
    const began = performance.now();
    for (const { envelope } of rows) digest(envelope);
    ms += performance.now() - began;
  }
  return ms;
}

/** Appends with the sealer on and off, alternating; while it is on, how old the oldest unsealed event is. */
async function appending(cluster: BenchCluster, folder: string, rounds: number, ms: number) {
  await migrate(await cluster.database('live'));
  const appender = await Contestant.start('ours', join(import.meta.dirname, 'ours.js'), cluster.asProcess('live'));
  const owner = createPool(await cluster.database('live'), { max: 1 });
  const append = async () =>
    (await appender.ask<{ perSecond: number }>('append', { writers: 32, events: 1, ms })).perSecond;
  await append(); // warms up
  const perSecond = { on: [] as number[], off: [] as number[] };
  const lags: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const how of round % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
      const sealer = how === 'on' ? await started(cluster.asSealer('live'), folder) : undefined;
      if (sealer) await caughtUp(owner);
      const watching = new AbortController();
      const watched = sealer ? watch(owner, lags, watching.signal) : undefined;
      perSecond[how].push(await append());
      watching.abort();
      await watched;
      if (sealer) await stopped(sealer);
    }
    say(`round ${round + 1} of ${rounds}`);
  }
  await Promise.all([appender.end(), owner.end()]);
  const sorted = lags.sort((a, b) => a - b);
  return { perSecond, lagP99: sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN };
}

async function started(url: string, folder: string): Promise<ChildProcess> {
  const env = { PATH: environment().PATH ?? '', SEALER_DATABASE_URL: url, SEALER_DIR: folder, LOG_LEVEL: 'error' };
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/apps/sealer/src/main.js')], {
    env,
    stdio: 'inherit',
  });
  await once(child, 'spawn');
  return child;
}

async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

const LAG = `
  select coalesce((select extract(epoch from clock_timestamp() - e.recorded_at) from log.position p join log.event e on e.id = p.event_id
                    where p.position = coalesce((select max(size) from audit.checkpoint), 0)), 0)::float8 as lag`;

async function caughtUp(owner: Pool): Promise<void> {
  while ((await owner.query(LAG)).rows[0].lag > 0) await pause(50);
}

async function watch(owner: Pool, lags: number[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    lags.push((await owner.query(LAG)).rows[0].lag);
    await pause(50);
  }
}

function report({
  events,
  bareMs,
  oneCallMs,
  sealing,
  verifying,
  perSecond,
  lagP99,
}: Awaited<ReturnType<typeof proving>> & Awaited<ReturnType<typeof appending>>): void {
  const ratio = median(perSecond.on) / median(perSecond.off);
  const rows = [
    { what: 'sealing', ...sealing },
    { what: 'full verification', ...verifying },
  ].map((row) => ({
    ...row,
    eventsPerSecond: events / (row.ms / 1_000),
    timesBare: row.ms / bareMs,
    timesOneCall: row.ms / oneCallMs,
  }));
  const lag = { p99Seconds: lagP99, target: 5, reached: lagP99 <= 5 };
  const appends = { on: median(perSecond.on), off: median(perSecond.off), ratio, target: 0.9, reached: ratio >= 0.9 };
  if (options.json) {
    console.log(
      JSON.stringify({ bench: 'audit', node: process.version, events, bareMs, oneCallMs, rows, lag, appends }, null, 2),
    );
    return;
  }
  console.log(
    `${number(events)} events; bare SHA-256 of the same bytes ${number(bareMs)} ms with a hash object for each, ` +
      `${number(oneCallMs)} ms with one call for each. Node ${process.version}.\n`,
  );
  console.log(
    table([
      ['', 'events/s', '× bare', '× one call', 'target', 'MB first quarter', 'MB last quarter'],
      ...rows.map((row) => [
        ...[row.what, number(row.eventsPerSecond), number(row.timesBare, 1), number(row.timesOneCall, 1)],
        row.timesBare <= 3 ? '≤ 3' : 'MISSED ≤ 3',
        ...[number(row.firstMb), number(row.lastMb)],
      ]),
    ]),
  );
  console.log(
    `\nsealing lag p99 ${number(lagP99, 2)} s (≤ 5). Appends a second, sealer on ${number(appends.on)} (${spread(perSecond.on)}),`,
  );
  console.log(`off ${number(appends.off)} (${spread(perSecond.off)}): ${number(ratio, 2)} (≥ 0.9).`);
}

await main();
