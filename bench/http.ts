import type { ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import { migrate } from '#libs/database';
import { benchCluster } from './bench-cluster.js';
import { fill, type Preparer } from './http-world.js';
import { type Load, load, type Next, request } from './load.js';
import { end, serve } from './serve.js';
import { median, number, spread, table } from './statistics.js';

const USAGE = `npm run bench:http [-- --rounds 5 --seconds 4 --json]
The real API (session, validation, reach, load, decide, append with idempotency, log line, answer) beside the least a NestJS-on-Fastify
endpoint can do with one INSERT or one SELECT by key: same PostgreSQL, same machine, 32 connections, alternating rounds.`;
const CONNECTIONS = 32;
const TARGETS = { saveDraft: 0.4, toDo: 0.5, p99: 3 };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(USAGE);
else await main(Number(values.rounds), Number(values.seconds), values.json);

async function main(rounds: number, seconds: number, json: boolean): Promise<void> {
  const cluster = await benchCluster();
  const servers: ChildProcess[] = [];
  try {
    const owner = await cluster.database('http');
    await migrate(owner);
    const { preparers } = await fill(cluster.asProcess('http'), CONNECTIONS);
    const api = await serve(servers, '../apps/api/src/main.js', cluster.asProcess('http'), '/health/ready');
    const minimal = await serve(servers, './minimal-endpoint.js', owner, '/rows/1');

    const saves = preparers.map(savesDraft);
    const lists = preparers.map(({ cookie }) => readsToDos(cookie));
    const rows = preparers.map((_, n) => selectsRow(n + 1));
    const inserts = preparers.map(() => insertsRow());
    const contests: Record<
      string,
      { readonly port: number; readonly clients: readonly Next[]; readonly loads: Load[] }
    > = {
      'minimal: one INSERT': { port: minimal, clients: inserts, loads: [] },
      'API: save draft': { port: api, clients: saves, loads: [] },
      'minimal: one SELECT': { port: minimal, clients: rows, loads: [] },
      'API: to-do list': { port: api, clients: lists, loads: [] },
    };
    for (let round = 0; round <= rounds; round += 1) {
      for (const { port, clients, loads } of Object.values(contests)) {
        const measured = await load(port, clients, { seconds, warmUp: round === 0 ? 1 : 0.3 });
        if (round > 0) loads.push(measured); // the first round warms caches and compilers
      }
    }
    report(contests, { rounds, seconds, json, version: cluster.version });
  } finally {
    await end(servers);
    await cluster.stop();
  }
}

/** Changes one field of the own draft, as an editor does at every pause. */
function savesDraft({ cookie, evaluationId }: Preparer): Next {
  let version = 1;
  let n = 0;
  let before: string | null = null;
  const run = Math.random().toString(36).slice(2);
  return (answer) => {
    if (answer) version = (JSON.parse(answer.body) as { version: number }).version;
    n += 1;
    const after = `0745-${String(n).padStart(8, '0')}`;
    const body = JSON.stringify({ changes: [{ path: '/head/phone', before, after }] });
    before = after;
    return request(
      'PATCH',
      `/api/evaluations/${evaluationId}/draft`,
      {
        cookie,
        'if-match': `"${version}"`,
        'idempotency-key': `${run}-${evaluationId}-${n}`,
        'sec-fetch-site': 'same-origin',
      },
      body,
    );
  };
}

function readsToDos(cookie: string): Next {
  return () => request('GET', '/api/todo', { cookie });
}

function selectsRow(id: number): Next {
  return () => request('GET', `/rows/${id}`, {});
}

function insertsRow(): Next {
  let n = 0;
  return () => {
    n += 1;
    const after = `0745-${String(n).padStart(8, '0')}`;
    return request('POST', '/rows', {}, JSON.stringify({ changes: [{ path: '/head/phone', before: null, after }] }));
  };
}

function report(
  contests: Readonly<Record<string, { readonly loads: readonly Load[] }>>,
  run: { readonly rounds: number; readonly seconds: number; readonly json: boolean; readonly version: string },
): void {
  const [insert, save, select, toDo] = Object.values(contests).map(({ loads }) => loads);
  const ratios = (ours: readonly Load[] = [], theirs: readonly Load[] = []) => ({
    throughput: ours.map(({ perSecond }, n) => perSecond / theirs[n]!.perSecond),
    p99: ours.map(({ p99 }, n) => p99 / theirs[n]!.p99),
  });
  const saveDraft = ratios(save, insert);
  const list = ratios(toDo, select);
  const verdicts = {
    saveDraft: { target: TARGETS.saveDraft, median: median(saveDraft.throughput), p99: median(saveDraft.p99) },
    toDo: { target: TARGETS.toDo, median: median(list.throughput), p99: median(list.p99) },
  };
  if (run.json) {
    console.log(JSON.stringify({ ...run, connections: CONNECTIONS, contests, verdicts }, null, 2));
    return;
  }
  console.log(
    `${run.version}, Node ${process.version}; ${CONNECTIONS} connections, medians of ${run.rounds} alternating rounds of ${run.seconds} s\n`,
  );
  console.log(
    table([
      ['', 'requests/s', 'lowest–highest', 'p50 ms', 'p99 ms'],
      ...Object.entries(contests).map(([name, { loads }]) => [
        name,
        number(median(loads.map(({ perSecond }) => perSecond))),
        spread(loads.map(({ perSecond }) => perSecond)),
        number(median(loads.map(({ p50 }) => p50)), 1),
        number(median(loads.map(({ p99 }) => p99)), 1),
      ]),
    ]),
  );
  for (const [name, { throughput, p99 }, target] of [
    ['save draft / INSERT', saveDraft, TARGETS.saveDraft],
    ['to-do list / SELECT', list, TARGETS.toDo],
  ] as const)
    console.log(
      `\n${name}: ${number(median(throughput), 2)} × its requests/s (${spread(throughput, 2)}; target ≥ ${target}), p99 ${number(median(p99), 2)} × (target ≤ ${TARGETS.p99})`,
    );
}
