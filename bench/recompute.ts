import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { environment, projectRoot } from '#libs/config';
import { createPool, inTransaction, migrate } from '#libs/database';
import { type CampaignPlan, campaign, type EvaluationEvent, evaluation, type Issued } from '#libs/evaluation';
import { Handler, PgEventStore } from '#libs/event-store';
import { examine, raisedFrom } from '#libs/examination';
import { readReport } from '#libs/intake';
import type { Actor } from '#libs/kernel';
import { migrateQueues } from '#libs/queue';
import { Runs } from '#libs/runs';
import { Schemes } from '#libs/schemes';
import type { Scheme } from '#libs/scoring';
import { applyChanges, contentHash, EMPTY_SHEET } from '#libs/sheet';
import { benchCluster } from './bench-cluster.js';
import { median, number, table } from './statistics.js';

const TARGETS = { overhead: 0.6, pureMs: 1 };
const MANAGER: Actor = { personId: 'bench', accountId: 'bench', role: 'campaign-manager', memberOf: [] };

const { values: options } = parseArgs({
  options: {
    evaluations: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => console.error(line);

async function main(): Promise<void> {
  if (options.help) {
    console.log(
      'npm run bench:recompute -- [--evaluations 100000] [--workers 2] [--json]\n' +
        'Scores and checks so many submitted evaluations of the size of the sample report again, in a run that workers share.',
    );
    return;
  }
  const count = Number(options.evaluations);
  const cluster = await benchCluster();
  try {
    const owner = await cluster.database('recompute');
    await migrate(owner);
    await migrateQueues(owner);
    const url = cluster.asProcess('recompute');
    say(`filling the log with ${number(count)} evaluations`);
    const { history, plan, scheme, runId } = await fill(owner, url, count);
    const pure = pureAlone(history, plan, scheme);
    const workers = Number(options.workers);
    const seconds = await run(url, workers);
    await finish(url, runId, count);
    report({ count, pure, seconds, workers, version: cluster.version });
  } finally {
    await cluster.stop();
  }
}

/** The sample report from its task to its submission, with the findings that a submission comes with. */
function story(plan: CampaignPlan, scheme: Scheme): readonly EvaluationEvent[] {
  const text = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'), 'utf8');
  const { document, changes } = readReport(text, { name: '自评.txt' });
  const sheet = applyChanges(EMPTY_SHEET, changes);
  const hash = contentHash(sheet);
  const by = 'person-000117';
  const task = {
    campaignId: '431225-2021',
    unitId: 'centre',
    unitName: '会同县工伤保险服务中心',
    departmentId: 'department',
    fiscalYear: 2021,
    kind: 'whole-unit' as const,
    dueAt: '2099-05-31T16:00:00.000Z',
  };
  const findings = examine({ task, sheet }, { plan, scheme }, ['save', 'submit']).findings.map(raisedFrom);
  return [
    { type: 'TaskIssued', data: task },
    { type: 'DraftImported', data: { by, document, changes } },
    { type: 'UnitChecked', data: { by: 'person-2', contentHash: hash } },
    { type: 'UnitSigned', data: { by: 'person-3', contentHash: hash } },
    { type: 'EvaluationSubmitted', data: { by, version: 1, contentHash: hash } },
    { type: 'ChecksRun', data: { by, version: 1, contentHash: hash, occasion: 'submission', findings } },
  ];
}

/** The campaign through its decider; the evaluations in bulk, as the owner, as `log.append` would have stored them. */
async function fill(owner: string, url: string, count: number) {
  const pool = createPool(url);
  const store = new PgEventStore(pool);
  const scheme = await new Schemes(store).find('hunan-whole-unit-A', '1');
  if (scheme === undefined) throw new Error('hunan-whole-unit-A v1 is not shipped');
  const plan: CampaignPlan = {
    name: '2021年度绩效自评',
    fiscalYear: 2021,
    ownerId: 'department',
    opensAt: '2022-03-01T00:00:00.000Z',
    dueAt: '2099-05-31T16:00:00.000Z',
    schemes: { 'whole-unit': { id: 'hunan-whole-unit-A', version: '1', hash: scheme.hash } },
    sections: ['overview', 'problems', 'measures'],
    tables: ['base-data'],
    publishWithinDays: 20,
    rectifyWithinDays: 30,
  };
  const history = story(plan, scheme);
  const campaigns = new Handler(store, campaign, { prefix: 'campaign' });
  const order = () => ({ metadata: { actor: MANAGER, commandId: randomUUID(), correlationId: 'bench' } });
  const by = { by: MANAGER, at: new Date().toISOString() };
  await campaigns.handle('431225-2021', { type: 'CreateCampaign', data: plan, ...by }, order());
  await campaigns.handle('431225-2021', { type: 'OpenCampaign', data: {}, ...by }, order());

  const client = new Client({ connectionString: owner });
  await client.connect();
  const most = 2_000;
  // Who these people are, and that their steps follow on each other, is not what is measured.
  const aboutPeople = ['check_standing', 'check_unit_step'];
  for (const check of aboutPeople) {
    await client.query(`alter function control.${check}(log.event) rename to ${check}_kept`);
    await client.query(`create function control.${check}(log.event) returns void language sql as ''`);
  }
  for (let from = 0; from < count; from += most) {
    await client.query(FILL, [from, Math.min(most, count - from), JSON.stringify(history)]);
    if ((from / most) % 10 === 9) say(`${number(from + most)} filled`);
  }
  for (const check of aboutPeople) {
    await client.query(`drop function control.${check}(log.event)`);
    await client.query(`alter function control.${check}_kept(log.event) rename to ${check}`);
  }
  // What the filled events would make due and show is not what is measured.
  await client.query('update job.checkpoint set position = (select max(position) from log.position)');
  await client.query('update read.checkpoint set position = (select max(position) from log.position)');
  await client.query('vacuum (freeze, analyze)');
  await client.end();

  const runId = randomUUID();
  const items = Array.from({ length: count }, (_, n) => ({ evaluationId: `bench-${n}` }));
  await new Runs(pool).prepare(
    { id: runId, kind: 'recompute-scores', campaignId: '431225-2021', actor: MANAGER, correlationId: 'bench' },
    items,
  );
  await inTransaction(pool, (own) => Runs.begin(own, [runId]));
  await store.close();
  await pool.end();
  return { history, plan, scheme, runId };
}

const FILL = `
  with story as (
    select version::integer, event ->> 'type' as type, (event -> 'data')::text as payload,
           coalesce(event #>> '{data,by}', 'bench') as person
      from json_array_elements($3::json) with ordinality as s(event, version)
  ), fresh as (
    select gen_random_uuid() as id, 'evaluation-bench-' || n as stream, n, s.*
      from generate_series($1::int, $1::int + $2::int - 1) n cross join story s
  ), sealed as (
    select *, convert_to('{"actor":{"accountId":"' || person || '","personId":"' || person || '","role":"unit-preparer"},"commandId":"'
           || id || '","correlationId":"' || id || '","id":"' || id || '","payloadHash":"'
           || encode(sha256(convert_to(payload, 'UTF8')), 'hex') || '","recordedAt":"2026-01-01T00:00:00.000Z","schema":1,"stream":"'
           || stream || '","type":"' || type || '","v":1,"version":' || version || '}', 'UTF8') as envelope
      from fresh
  ), commanded as (
    insert into log.command (id, account_id, key, request_hash, stream, first_version, last_version, recorded_at)
      select id, person, id::text, '-', stream, version, version, '2026-01-01Z' from sealed
  ), stored as (
    insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, salt, leaf_hash)
      select id, stream, version, type, 1, '2026-01-01Z', envelope, convert_to(payload, 'UTF8'), '\\x', sha256('\\x00'::bytea || envelope)
        from sealed order by n, version
  )
  insert into log.position (position, event_id)
    select (select max(position) from log.position) + row_number() over (order by n, version), id from sealed`;

/** Median milliseconds of folding, scoring and checking one evaluation in this process, and the whole throughput. */
function pureAlone(history: readonly EvaluationEvent[], plan: CampaignPlan, scheme: Scheme) {
  const text = JSON.stringify(history);
  const folded: number[] = [];
  const examined: number[] = [];
  for (let n = 0; n < 3_000; n += 1) {
    const began = performance.now();
    const events: EvaluationEvent[] = JSON.parse(text);
    const state = events.reduce(evaluation.evolve, evaluation.initial) as Issued;
    const between = performance.now();
    examine(state, { plan, scheme }, ['save', 'submit']);
    if (n < 500) continue; // until the compiler has seen it
    folded.push(between - began);
    examined.push(performance.now() - between);
  }
  return { foldMs: median(folded), examineMs: median(examined) };
}

/** Worker processes as the product starts them: with their projections and reactors, which write and read on. */
async function run(url: string, workers: number): Promise<number> {
  const module = join(import.meta.dirname, '../apps/worker/src/main.js');
  const env = { ...environment(), DATABASE_URL: url, LOG_LEVEL: 'error' };
  const watching = createPool(url);
  const began = performance.now();
  const children = Array.from({ length: workers }, () => fork(module, { env }));
  const failed = Promise.race(
    children.map(async (child) => {
      const [code] = await once(child, 'exit');
      throw new Error(`a worker ended with ${code}`);
    }),
  );
  failed.catch(() => undefined);
  try {
    for (let open = true; open; ) {
      await Promise.race([setTimeout(100), failed]);
      open = (await watching.query(`select from job.run where state <> 'done'`)).rowCount !== 0;
    }
    return (performance.now() - began) / 1_000;
  } finally {
    for (const child of children) child.kill();
    await Promise.all(children.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined)));
    await watching.end();
  }
}

/** Every evaluation has its score: nothing was measured that did not happen. */
async function finish(url: string, runId: string, count: number): Promise<void> {
  const pool = createPool(url);
  const run = await new Runs(pool).find(runId);
  const { rows } = await pool.query(`select count(*)::int as scored from log.event where type = 'ScoreRecomputed'`);
  await pool.end();
  if (run?.done !== count || run.failed > 0 || rows[0].scored !== count)
    throw new Error(
      `of ${count} evaluations ${run?.done} were done, ${run?.failed} failed, ${rows[0].scored} have a score`,
    );
}

interface Result {
  readonly count: number;
  readonly pure: { readonly foldMs: number; readonly examineMs: number };
  readonly seconds: number;
  readonly workers: number;
  readonly version: string;
}

function report({ count, pure, seconds, workers, version }: Result): void {
  const pureSeconds = (count * (pure.foldMs + pure.examineMs)) / 1_000 / workers;
  const overhead = 1 - pureSeconds / seconds;
  const reached = overhead <= TARGETS.overhead && pure.examineMs <= TARGETS.pureMs;
  const perSecond = count / seconds;
  if (options.json) {
    const figures = { evaluations: count, workers, seconds, perSecond, perSecondPerWorker: perSecond / workers };
    console.log(
      JSON.stringify({
        bench: 'recompute',
        postgres: version,
        node: process.version,
        ...figures,
        pure,
        overhead,
        reached,
      }),
    );
    return;
  }
  console.log(`${version}, Node ${process.version}; ${number(count)} evaluations, ${workers} workers\n`);
  console.log(
    table([
      ['', 'value'],
      ['evaluations/s', number(perSecond)],
      ['evaluations/s per worker', number(perSecond / workers)],
      ['pure: fold one, median ms', number(pure.foldMs, 2)],
      ['pure: score and check one, median ms', number(pure.examineMs, 2)],
      ['database and queue, share of the time', `${number(overhead * 100)} %`],
    ]),
  );
  console.log(
    `\nscore and checks of one sheet ${number(pure.examineMs, 2)} ms (≤ ${TARGETS.pureMs}), database and queue ` +
      `${number(overhead * 100)} % of the time (≤ ${TARGETS.overhead * 100} %): ${reached ? 'reached' : 'MISSED'}`,
  );
}

await main();
