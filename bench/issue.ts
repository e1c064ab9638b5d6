import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { environment } from '#libs/config';
import { migrate } from '#libs/database';
import { migrateQueues } from '#libs/queue';
import { benchCluster } from './bench-cluster.js';
import { Clerks, type Waited } from './clerks.js';
import { fill } from './http-world.js';
import { end, serve } from './serve.js';
import { number, table } from './statistics.js';

const USAGE = `npm run bench:issue [-- --units 10000 --json]
One command issues the task of a campaign to so many units, while clerks go on reading their lists and saving their drafts. On the way
the worker is killed and started again, and the run is cancelled and resumed. Each unit must have its task once in the end.`;
const CAMPAIGN = '431225-2022';
const CLERKS = 16;
/** After so many ms without progress it is no use to wait. */
const STANDSTILL = 60_000;

const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(units: number, json: boolean): Promise<void> {
  const cluster = await benchCluster();
  const servers: ChildProcess[] = [];
  const say = (line: string): void => console.error(line);
  try {
    const owner = await cluster.database('issue');
    await migrate(owner);
    await migrateQueues(owner);
    const url = cluster.asProcess('issue');
    const { preparers, manager } = await fill(url, CLERKS);
    await moreUnits(owner, units - CLERKS);
    const port = await serve(servers, '../apps/api/src/main.js', url, '/health/ready', { SECOND_FACTOR: 'offered' });
    const work = () => {
      const worker = fork(join(import.meta.dirname, '../apps/worker/src/main.js'), {
        env: { ...environment(), DATABASE_URL: url, LOG_LEVEL: 'error' },
      });
      servers.push(worker);
      return worker;
    };
    const campaign = new Campaign(`http://127.0.0.1:${port}`, manager);
    await campaign.open();
    let worker = work();

    const clerks = new Clerks(`http://127.0.0.1:${port}`, preparers);
    await clerks.during(() => setTimeout(2_000)); // warms caches and compilers
    const before = await clerks.during(() => setTimeout(5_000));
    say('the run is ordered');
    const told: Told = { answeredMs: 0, seconds: 0, doneAtKill: 0, doneAtCancel: 0 };
    const meanwhile = await clerks.during(async () => {
      const began = performance.now();
      const runId = await campaign.issueToAll();
      told.answeredMs = performance.now() - began;
      told.doneAtKill = await campaign.until(runId, ({ done }) => done >= units * 0.3, say);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
      say('the worker was killed; another goes on');
      worker = work();
      await campaign.until(runId, ({ done }) => done >= units * 0.6, say);
      told.doneAtCancel = await campaign.cancel(runId);
      say('cancelled, and resumed');
      await campaign.resume(runId);
      await campaign.until(runId, ({ state }) => state === 'done', say);
      told.seconds = (performance.now() - began) / 1_000;
    });
    const issued = await everyUnitOnce(owner, units);
    report({ units, issued, before, meanwhile, version: cluster.version, ...told }, json);
  } finally {
    await end(servers);
    await cluster.stop();
  }
}

interface Told {
  answeredMs: number;
  seconds: number;
  doneAtKill: number;
  doneAtCancel: number;
}

/** Past the registry's own checks, because how units are entered is not what is measured. */
async function moreUnits(owner: string, count: number): Promise<void> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  await client.query(
    `insert into registry.unit (id, code, name, division_code, kind, parent_id)
     select 'more-' || n, (200000 + n)::text, '会同县第' || n || '分中心', '431225', 'unit', 'department'
       from generate_series(1, $1::int) n`,
    [count],
  );
  await client.query('analyze registry.unit');
  await client.end();
}

/** Each unit has its task of the campaign in the log exactly once; answers how many have. */
async function everyUnitOnce(owner: string, units: number): Promise<number> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  const { rows } = await client.query<{ tasks: number; units: number }>(
    `select count(*)::int as tasks, count(distinct data ->> 'unitId')::int as units
       from (select convert_from(payload, 'UTF8')::jsonb as data from log.event where type = 'TaskIssued') t
      where data ->> 'campaignId' = $1`,
    [CAMPAIGN],
  );
  await client.end();
  const [told] = rows;
  if (told?.tasks !== units || told.units !== units)
    throw new Error(`${told?.units} of ${units} units have a task, ${told?.tasks} tasks were issued`);
  return told.tasks;
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
}

/** The manager at a browser. */
class Campaign {
  constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  async open(): Promise<void> {
    await this.#post('/api/campaigns', {
      ...{ divisionCode: '431225', fiscalYear: 2022, ownerId: 'department', name: '2022年度部门整体支出绩效自评' },
      ...{ opensAt: '2023-03-01T00:00:00.000Z', dueAt: '2099-05-31T16:00:00.000Z' },
      wholeUnitScheme: 'hunan-whole-unit-A@1',
    });
    await this.#post(`/api/campaigns/${CAMPAIGN}/opening`, {});
  }

  async issueToAll(): Promise<string> {
    const { runId } = await this.#post<{ runId: string }>(`/api/campaigns/${CAMPAIGN}/task-runs`, {
      under: 'department',
    });
    return runId;
  }

  /** Watches the progress as the page does; answers how many were done then. */
  async until(runId: string, is: (run: Run) => boolean, say: (line: string) => void): Promise<number> {
    let told = -1;
    let moved = { done: -1, at: performance.now() };
    for (;;) {
      const run = await this.#run(runId);
      if (is(run)) return run.done;
      if (run.done !== moved.done) moved = { done: run.done, at: performance.now() };
      if (performance.now() - moved.at > STANDSTILL)
        throw new Error(`the run stands still at ${run.done} of ${run.total}`);
      const thousands = Math.floor(run.done / 1_000);
      if (thousands > told) say(`${number(run.done)} of ${number(run.total)} issued`);
      told = thousands;
      await setTimeout(250);
    }
  }

  /** Answers how many are done when nothing is under way any more. */
  async cancel(runId: string): Promise<number> {
    await this.#post(`/api/campaigns/${CAMPAIGN}/runs/${runId}/cancellation`, {});
    for (let last = -1; ; ) {
      await setTimeout(1_000);
      const { state, done, total } = await this.#run(runId);
      if (state !== 'cancelled' || done === total) throw new Error(`cancelled, but ${state} at ${done} of ${total}`);
      if (done === last) return done;
      last = done;
    }
  }

  async resume(runId: string): Promise<void> {
    await this.#post(`/api/campaigns/${CAMPAIGN}/runs/${runId}/resumption`, {});
  }

  /** Until the worker has read its order, the run is not listed and nothing of it is done. */
  async #run(runId: string): Promise<Run> {
    const { items } = await this.#ask<{ items: readonly Run[] }>('GET', `/api/campaigns/${CAMPAIGN}/runs`);
    return items.find(({ id }) => id === runId) ?? { id: runId, state: 'prepared', total: 0, done: 0 };
  }

  #post<T>(path: string, body: object): Promise<T> {
    return this.#ask<T>('POST', path, body);
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const sent = body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const headers = { cookie: this.cookie, 'sec-fetch-site': 'same-origin', ...sent };
    const answer = await fetch(`${this.url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

interface Result extends Told {
  readonly units: number;
  readonly issued: number;
  readonly before: Waited;
  readonly meanwhile: Waited;
  readonly version: string;
}

function report(result: Result, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ bench: 'issue', node: process.version, ...result }, null, 2));
    return;
  }
  const { units, issued, before, meanwhile, version, answeredMs, seconds, doneAtKill, doneAtCancel } = result;
  console.log(`${version}, Node ${process.version}; one command for ${number(units)} units, one worker\n`);
  const line = (name: string, { requests, p50, p99, longest }: Waited) => [
    name,
    ...[number(requests), number(p50, 1), number(p99, 1), number(longest, 1)],
  ];
  console.log(
    table([
      ['clerks waited', 'requests', 'p50 ms', 'p99 ms', 'longest ms'],
      line('before', before),
      line('while tasks were issued', meanwhile),
    ]),
  );
  console.log(
    `\nthe command was answered after ${number(answeredMs)} ms; ${number(issued)} tasks after ${number(seconds, 1)} s, each unit's once ` +
      `(worker killed at ${number(doneAtKill)}, cancelled and resumed at ${number(doneAtCancel)})`,
  );
}

if (values.help) console.log(USAGE);
else await main(Number(values.units), values.json);
