import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { migrate } from '#libs/database';
import { type BenchCluster, benchCluster } from './bench-cluster.js';
import { Contestant, installPeers, PEERS } from './contestant.js';
import { median, number, spread, table } from './statistics.js';

interface Cell {
  readonly writers: number;
  readonly events: number;
  readonly oneStream?: boolean;
}
interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const CELLS: readonly Cell[] = [
  { writers: 1, events: 1 },
  { writers: 8, events: 1 },
  { writers: 32, events: 1 },
  { writers: 1, events: 10 },
  { writers: 8, events: 10 },
  { writers: 32, events: 10 },
  { writers: 32, events: 1, oneStream: true },
];

/** How much faster than Emmett, and than the bare INSERT, each cell is meant to be. */
const TARGETS: Readonly<Record<string, { readonly emmett?: number; readonly bare?: number }>> = {
  '1 × 1': { emmett: 2 },
  '8 × 1': { emmett: 2.5 },
  '32 × 1': { emmett: 7, bare: 0.6 },
  '32 × 10': { emmett: 3 },
  '32 × 1, one stream': { emmett: 5 },
};

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const name = ({ writers, events, oneStream }: Cell): string =>
  `${writers} × ${events}${oneStream ? ', one stream' : ''}`;

type Runner = (cell: Cell, ms: number) => Promise<Measured | undefined>;

async function main(): Promise<void> {
  if (options.help) {
    console.log(
      'npm run bench:append -- [--rounds 5] [--seconds 2] [--json]\n' +
        'Appends a second of our store, Emmett, message-db and a bare INSERT on one durable PostgreSQL, alternating.',
    );
    return;
  }
  const say = (line: string): void => console.error(line);
  installPeers(say);
  const cluster = await benchCluster();
  try {
    const { runners, bareIs, end } = await contestants(cluster);
    const rounds = Number(options.rounds);
    const ms = Number(options.seconds) * 1000;
    const results = new Map<string, Map<string, Measured[]>>();
    for (let round = 0; round <= rounds; round += 1) {
      for (const cell of CELLS) {
        // Another begins each round, so that nobody always follows the same neighbour. Round 0 warms up.
        const order = [...runners.keys()];
        for (const contestant of [...order.slice(round % order.length), ...order.slice(0, round % order.length)]) {
          const measured = await runners.get(contestant)!(cell, round === 0 ? Math.min(ms, 500) : ms);
          if (measured === undefined || round === 0) continue;
          const row = results.get(name(cell)) ?? new Map<string, Measured[]>();
          results.set(name(cell), row.set(contestant, [...(row.get(contestant) ?? []), measured]));
        }
      }
      say(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
    }
    await end();
    report(results, cluster.version, bareIs);
  } finally {
    await cluster.stop();
  }
}

async function contestants(cluster: BenchCluster) {
  await migrate(await cluster.database('ours'));
  const bareUrl = await cluster.database('bare');
  await makeBareTable(bareUrl);
  const started = [
    await Contestant.start('ours', join(import.meta.dirname, 'ours.js'), cluster.asProcess('ours')),
    await Contestant.start('emmett', join(PEERS, 'emmett.mjs'), await cluster.database('emmett')),
    await Contestant.start('message-db', join(PEERS, 'message-db.mjs'), await cluster.database('message_db')),
  ];
  const runners = new Map<string, Runner>(
    started.map((contestant) => [contestant.name, (cell, ms) => contestant.ask<Measured>('append', { ...cell, ms })]),
  );
  const pgbench = spawnSync('pgbench', ['--version'], { encoding: 'utf8' });
  const script = join(tmpdir(), `shuangshen-bench-${process.pid}.sql`);
  let bareIs = '`pg` in its own process';
  if (pgbench.status === 0) {
    bareIs = pgbench.stdout.trim();
    writeFileSync(
      script,
      "insert into bare (id, stream, body) values (gen_random_uuid(), 'bench-' || :client_id, repeat('x', 600));\n",
    );
    runners.set('bare INSERT', async (cell, ms) => (plain(cell) ? runPgbench(bareUrl, script, cell, ms) : undefined));
  } else {
    const bare = await Contestant.start('bare INSERT', join(PEERS, 'bare.mjs'), bareUrl);
    started.push(bare);
    runners.set(bare.name, async (cell, ms) =>
      plain(cell) ? bare.ask<Measured>('append', { ...cell, ms }) : undefined,
    );
  }
  const end = async (): Promise<void> => {
    await Promise.all(started.map((contestant) => contestant.end()));
    rmSync(script, { force: true });
  };
  return { runners, bareIs, end };
}

/** A bare INSERT of one row has no streams and no batches. */
const plain = ({ events, oneStream }: Cell): boolean => events === 1 && !oneStream;

async function makeBareTable(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create table bare (id uuid primary key, stream text not null, body text not null)');
  await client.end();
}

/** pgbench speaks from C with one connection for each writer; it tells the mean, not the quantiles. */
function runPgbench(url: string, script: string, { writers }: Cell, ms: number): Measured {
  const seconds = String(Math.max(1, Math.round(ms / 1000)));
  const threads = String(Math.min(2, writers));
  const { stdout, stderr } = spawnSync(
    'pgbench',
    ['-n', '-M', 'prepared', '-c', String(writers), '-j', threads, '-T', seconds, '-f', script, url],
    { encoding: 'utf8' },
  );
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  if (Number.isNaN(perSecond)) throw new Error(`pgbench: ${stderr}`);
  return { perSecond, p50: Number.NaN, p99: Number.NaN };
}

function report(results: Map<string, Map<string, Measured[]>>, version: string, bareIs: string): void {
  const rows = [...results].map(([cell, measured]) => {
    const of = (contestant: string, what: keyof Measured): number[] =>
      (measured.get(contestant) ?? []).map((each) => each[what]);
    const ours = median(of('ours', 'perSecond'));
    const target = TARGETS[cell] ?? {};
    const timesEmmett = ours / median(of('emmett', 'perSecond'));
    const timesBare = ours / median(of('bare INSERT', 'perSecond'));
    const slowest = { ours: median(of('ours', 'p99')), emmett: median(of('emmett', 'p99')) };
    return {
      cell,
      perSecond: Object.fromEntries([...measured.keys()].map((who) => [who, median(of(who, 'perSecond'))])),
      spread: Object.fromEntries([...measured.keys()].map((who) => [who, spread(of(who, 'perSecond'))])),
      p99: Object.fromEntries([...measured.keys()].map((who) => [who, median(of(who, 'p99'))])),
      timesEmmett,
      timesBare: Number.isNaN(timesBare) ? undefined : timesBare,
      target,
      reached:
        timesEmmett >= (target.emmett ?? 0) &&
        (target.bare === undefined || timesBare >= target.bare) &&
        slowest.ours < slowest.emmett,
    };
  });
  if (options.json) {
    console.log(
      JSON.stringify({ bench: 'append', postgres: version, bare: bareIs, node: process.version, rows }, null, 2),
    );
    return;
  }
  console.log(`${version}, full durability, Node ${process.version}; medians of ${options.rounds} alternating rounds;`);
  console.log(`bare INSERT: ${bareIs}. Appends a second (p99 ms); writers × events an append.\n`);
  const shown = (who: string, row: (typeof rows)[number]): string => {
    const rate = row.perSecond[who];
    if (rate === undefined) return '–';
    const p99 = row.p99[who] ?? Number.NaN;
    return Number.isNaN(p99) ? number(rate) : `${number(rate)} (${number(p99, 1)})`;
  };
  console.log(
    table([
      ['', 'ours', 'spread', 'emmett', 'message-db', 'bare INSERT', '× emmett', '× bare', 'target'],
      ...rows.map((row) => [
        row.cell,
        shown('ours', row),
        row.spread.ours ?? '',
        shown('emmett', row),
        shown('message-db', row),
        shown('bare INSERT', row),
        number(row.timesEmmett, 1),
        row.timesBare === undefined ? '–' : number(row.timesBare, 2),
        `${row.reached ? 'reached' : 'MISSED'}${row.target.emmett ? ` ≥ ${row.target.emmett}` : ' p99'}${row.target.bare ? `, ≥ ${row.target.bare}` : ''}`,
      ]),
    ]),
  );
}

await main();
