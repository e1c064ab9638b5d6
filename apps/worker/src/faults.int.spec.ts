import { spawn } from 'node:child_process';
import { once as happens } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { environment, projectRoot } from '#libs/config';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import type { Due, HandlerName } from '#libs/jobs';
import { Queues } from '#libs/queue';
import { Schemes } from '#libs/schemes';
import { eventually, queueBackends, type TestDatabase, type TestRedis, testDatabase, testRedis } from '#libs/testing';
import { Bureau, QUIET, UNTIL_SUBMITTED } from './examples/bureau.spec.js';
import { Worker } from './worker.js';

/** Brings jobs in any order, and each of them twice at once. */
class Careless extends Queues {
  override add(handler: HandlerName, dues: readonly Due[]): Promise<void> {
    return super.add(handler, dues.toReversed());
  }

  override work(...[handler, concurrency, work]: Parameters<Queues['work']>): void {
    super.work(handler, concurrency, async (due, job) => {
      await Promise.all([work(due, job), work(due, job)]);
    });
  }
}

/** The way to a server, which can be shut. */
class Door {
  readonly #open = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(private readonly to: number) {}

  async open(): Promise<string> {
    this.#server = createServer((near) => {
      const far = connect(this.to, '127.0.0.1');
      for (const [from, into] of [[near, far] as const, [far, near] as const]) {
        this.#open.add(from);
        from.on('error', () => into.destroy()).on('close', () => into.destroy());
        from.pipe(into);
      }
    }).listen(this.#port, '127.0.0.1');
    await happens(this.#server, 'listening');
    this.#port = (this.#server.address() as { port: number }).port;
    return `redis://127.0.0.1:${this.#port}`;
  }

  shut(): void {
    this.#server?.close();
    for (const socket of this.#open) socket.destroy();
    this.#open.clear();
  }
}

describe.each(queueBackends())('With the queue on %s and everything going wrong', (backend) => {
  let database: TestDatabase;
  let redis: TestRedis | undefined;
  let store: PgEventStore;
  let bureau: Bureau;
  const closing: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    database = await testDatabase();
    if (backend === 'redis') redis = await testRedis();
    store = new PgEventStore(database.pool);
    bureau = new Bureau(database.pool, store);
    await bureau.open();
  });
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
    await store.close();
    await redis?.stop();
    await database.drop();
  });

  const rows = async (text: string) => (await database.pool.query(text)).rows;
  const place = (redisUrl = redis?.url) => ({
    databaseUrl: database.url,
    ...(redisUrl === undefined ? {} : { redisUrl }),
  });

  function start(queues: Queues): Worker {
    const options = { concurrency: 4, reconcileAfterMs: 0, reconcileEveryMs: 200 };
    const worker = new Worker(database.pool, store, queues, new Schemes(store), QUIET, options);
    worker.start();
    return worker;
  }

  const allDone = (ms = 30_000) =>
    eventually(async () => {
      const [{ position }] = await rows(`select position from job.checkpoint where name = 'reactors'`);
      const open = await rows('select from job.inbox where done_at is null');
      return Number(position) >= (await store.head()) && open.length === 0;
    }, ms);

  /** What came of `count` submissions that were passed by both reviewers or only told of, as counts. */
  async function effects() {
    const notices = await rows(`select kind, count(*)::integer as n from job.notification group by kind order by kind`);
    const scored = await rows(`select stream, count(*) from log.event where type = 'ScoreRecomputed' group by stream`);
    return {
      notices: Object.fromEntries(notices.map(({ kind, n }) => [kind, n])),
      scored: scored.map(({ count }) => count),
    };
  }
  const onceFor = (count: number) => ({
    notices: { 'first-review-due': count, 'sign-off-due': count, 'submission-due': count, 'task-issued': count },
    scored: Array.from({ length: count }, () => '1'),
  });

  /** The whole queue is gone at once, as by FLUSHALL. */
  async function forget(): Promise<void> {
    if (redis !== undefined) {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
      return;
    }
    const owner = createPool(database.ownerUrl, { max: 1 });
    const { rows: tables } = await owner.query(
      `select string_agg(format('bullmq.%I', tablename), ', ') as all from pg_tables
        where schemaname = 'bullmq' and tablename not like '%migration%'`,
    );
    try {
      await eventually(() =>
        owner.query(`truncate ${tables[0].all}`).then(
          () => true,
          (error: { code?: string }) => {
            if (error.code === '40P01') return false; // against the workers' own locks
            throw error;
          },
        ),
      );
    } finally {
      await owner.end();
    }
  }

  it('every effect happens once when jobs come twice at once and in any order', async () => {
    const worker = start(new Careless(place()));
    closing.push(() => worker.stop());
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => bureau.told(id, ...UNTIL_SUBMITTED)));
    await allDone();
    expect(await effects()).toEqual(onceFor(5));
  });

  it('every effect happens once when the queue is emptied again and again', async () => {
    const worker = start(new Queues(place()));
    closing.push(() => worker.stop());
    let telling = true;
    const told = (async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await bureau.told(id, ...UNTIL_SUBMITTED);
      telling = false;
    })();
    let emptied = 0;
    while (telling || emptied < 10) {
      await forget();
      emptied += 1;
    }
    await told;
    await allDone();
    expect(await effects()).toEqual(onceFor(8));
  });

  it('every effect happens once when the worker is killed again and again', async () => {
    const ids = ['a', 'b', 'c', 'd'];
    for (const [n, id] of ids.entries()) {
      const child = spawn(
        process.execPath,
        ['--import', join(projectRoot(), 'libs/testing/jest/typescript.mjs'), 'apps/worker/src/main.ts'],
        {
          cwd: projectRoot(),
          env: {
            PATH: environment().PATH,
            DATABASE_URL: database.url,
            ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
          },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      const killed = happens(child, 'exit');
      const jobs = new Promise<void>((resolve) => {
        let lines = 0;
        // A job each line; killed after a few, others are under way.
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          lines += text.split('"msg":"job"').length - 1;
          if (lines > n) resolve();
        });
      });
      await bureau.told(id, ...UNTIL_SUBMITTED);
      await Promise.race([jobs, killed]);
      child.kill('SIGKILL');
      expect(await killed).toEqual([null, 'SIGKILL']);
    }
    await forget(); // the locks of the last one would hold its jobs for 15 s
    const worker = start(new Queues(place()));
    closing.push(() => worker.stop());
    await allDone();
    expect(await effects()).toEqual(onceFor(ids.length));
  });

  if (backend === 'redis')
    it('goes on when the queue’s server comes back, and stops when it does not', async () => {
      const door = new Door(Number(new URL(redis!.url).port));
      const worker = start(new Queues(place(await door.open())));
      closing.push(() => worker.stop());
      await bureau.told('a', ...UNTIL_SUBMITTED);
      await allDone();

      door.shut();
      await bureau.told('b', ...UNTIL_SUBMITTED);
      await eventually(async () => (await rows('select from job.inbox where done_at is null')).length > 0);
      await door.open();
      await allDone();
      expect(await effects()).toEqual(onceFor(2));

      door.shut();
      await bureau.told('c', ...UNTIL_SUBMITTED);
      const began = performance.now();
      await worker.stop();
      expect(performance.now() - began).toBeLessThan(20_000);
    });
});
