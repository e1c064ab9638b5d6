import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from 'bullmq';
import { createPostgresBackend, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { type Due, type HandlerName, jobId, QUEUES, type QueueName, type ToDeliver } from '#libs/jobs';

/** Where the queues live: on Redis when its URL is given, else on PostgreSQL. Same jobs, same code. */
export interface QueuePlace {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
}

export interface QueueOptions {
  /** Told of connection errors; BullMQ reconnects by itself. */
  readonly onError?: (error: Error) => void;
  /** Apart from other tests on the same Redis. */
  readonly prefix?: string;
  /** How long a job of a killed process stays its own; 15 s unless told. */
  readonly lockMs?: number;
}

/** Retries of a failing job: five, from one second on, doubling, with jitter. Then it is parked. */
export const ATTEMPTS = 5;
const BACKOFF = { type: 'exponential', delay: 1_000, jitter: 0.5 } as const;

/** How long the queue's server may take to accept jobs, or to let go of us, in ms. */
const ADD_WITHIN = 5_000;
const CLOSE_WITHIN = 8_000;
/** How long after a refusal a worker knocks again, in ms. */
const KNOCK_AGAIN_AFTER = 500;

/** The queue's server did not answer in time. What was to be added is due all the same: the reconciler finds it. */
export class QueueAway extends Error {
  override readonly name = 'QueueAway';
}

type Work = (due: Due, job: { readonly attempt: number }) => Promise<void>;

/** The queues of all handlers, and workers for them. `close` ends both. */
export class Queues {
  readonly #queues = new Map<QueueName, Queue>();
  readonly #workers = new Set<Worker>();
  readonly #redis: Redis[] = [];
  #closing = false;

  constructor(
    private readonly place: QueuePlace,
    private readonly options: QueueOptions = {},
  ) {}

  /** Adds jobs; one that is already waiting is not added twice. Throws when the queue's server is away. */
  async add(handler: HandlerName, dues: readonly Due[]): Promise<void> {
    const opts = { attempts: ATTEMPTS, backoff: BACKOFF };
    await this.#add(
      handler,
      dues.map((due) => ({ data: due, opts: { ...opts, jobId: jobId(handler, due.position) } })),
    );
  }

  /** Adds deliveries, each once while it waits. Never tried again by the queue: when it is due again stands in its row. */
  async addDeliveries(ids: readonly number[]): Promise<void> {
    await this.#add(
      'deliver',
      ids.map((id) => ({ data: { delivery: id } satisfies ToDeliver, opts: { jobId: jobId('deliver', id) } })),
    );
  }

  /** Works on one handler's jobs, `concurrency` at a time, until `close`. */
  work(handler: HandlerName, concurrency: number, work: Work): void {
    this.#work(handler, concurrency, (job) => work(job.data as Due, { attempt: job.attemptsMade + 1 }));
  }

  /** Carries deliveries out, `concurrency` at a time, until `close`. */
  workDeliveries(concurrency: number, work: (id: number) => Promise<void>): void {
    this.#work('deliver', concurrency, (job) => work((job.data as ToDeliver).delivery));
  }

  #work(name: QueueName, concurrency: number, run: (job: Job) => Promise<void>): void {
    const { lockMs = 15_000 } = this.options;
    const options = { concurrency, lockDuration: lockMs, stalledInterval: lockMs, autorun: false };
    const { databaseUrl, redisUrl } = this.place;
    void this.#begin(() =>
      redisUrl === undefined
        ? (new (withBackend(createPostgresBackend).Worker)(name, run, {
            ...options,
            connection: { connectionString: databaseUrl, max: 4 },
          }) as unknown as Worker)
        : new Worker(name, run, { ...options, ...this.#onRedis(redisUrl, null) }),
    );
  }

  /**
   * Runs a worker once its server has let it in, until `close`. One that was refused, as by a PostgreSQL that is starting up, is made anew:
   * BullMQ keeps the first answer for ever, and its worker would ask for it again and again without letting the process do anything else.
   */
  async #begin(make: () => Worker): Promise<void> {
    while (!this.#closing) {
      const worker = make();
      worker.on('error', (error) => this.options.onError?.(error));
      this.#workers.add(worker);
      try {
        await worker.waitUntilReady();
        return await worker.run();
      } catch (error) {
        this.options.onError?.(error as Error);
      }
      this.#workers.delete(worker);
      await worker.close(true).catch(() => undefined); // it never got in
      await pause(KNOCK_AGAIN_AFTER, undefined, { ref: false });
    }
  }

  /** How many jobs wait, run or are delayed, for health. */
  async waiting(name: QueueName): Promise<number> {
    const counts = await this.#queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Forgets every job, as a lost Redis would. The reconciler finds them again. */
  async forgetAll(): Promise<void> {
    for (const name of QUEUES) await this.#queue(name).obliterate({ force: true });
  }

  /**
   * Waits for the jobs being worked on, then lets go of all connections; `force` does not wait. Ends also when the
   * queue's server is away.
   */
  async close(force = false): Promise<void> {
    this.#closing = true;
    const closed = Promise.all([...this.#workers].map((worker) => worker.close(force))).then(() =>
      Promise.all([...this.#queues.values()].map((queue) => queue.close())),
    );
    closed.catch(() => undefined); // of a server that is away; our connections end below all the same
    await within(CLOSE_WITHIN, closed).catch((error: Error) => this.options.onError?.(error));
    for (const redis of this.#redis) redis.disconnect();
  }

  async #add(name: QueueName, jobs: readonly { readonly data: object; readonly opts: object }[]): Promise<void> {
    if (jobs.length === 0) return;
    const kept = { removeOnComplete: true, removeOnFail: true };
    const added = this.#queue(name).addBulk(jobs.map(({ data, opts }) => ({ name, data, opts: { ...opts, ...kept } })));
    if (!(await within(ADD_WITHIN, added))) throw new QueueAway('the queue does not answer');
  }

  #queue(name: QueueName): Queue {
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    const queue: Queue =
      this.place.redisUrl === undefined
        ? (new (withBackend(createPostgresBackend).Queue)(name, {
            connection: { connectionString: this.place.databaseUrl, max: 2 },
          }) as unknown as Queue)
        : new Queue(name, this.#onRedis(this.place.redisUrl, 1));
    queue.on('error', (error) => this.options.onError?.(error));
    this.#queues.set(name, queue);
    // BullMQ keeps the first answer for ever, as above: whoever asks after a refusal gets a new queue.
    queue.waitUntilReady().catch(() => {
      this.#queues.delete(name);
      queue.close().catch(() => undefined);
    });
    return queue;
  }

  /** Who waits for jobs tries for ever; who adds some gives up soon, and keeps nothing in memory for later. */
  #onRedis(url: string, maxRetriesPerRequest: number | null) {
    const connection = new Redis(url, {
      maxRetriesPerRequest,
      // Also of the connections BullMQ makes after this one: none tries on when we have left.
      retryStrategy: (times) => (this.#closing ? null : Math.min(times * 100, 2_000)),
    });
    connection.on('error', (error) => this.options.onError?.(error));
    this.#redis.push(connection);
    return { connection, prefix: this.options.prefix ?? 'shuangshen' };
  }
}

/** Whether the work ended in time; its error is thrown on. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Brings BullMQ's own schema on PostgreSQL up to date, as the owner, and lets the processes use it. Safe to repeat. */
export async function migrateQueues(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client);
    await client.query(`
      grant usage, create on schema bullmq to shuangshen_app; -- it makes a sequence for each queue as it goes
      grant select, insert, update, delete on all tables in schema bullmq to shuangshen_app;
      grant usage on all sequences in schema bullmq to shuangshen_app;
      grant execute on all functions in schema bullmq to shuangshen_app;`);
  } finally {
    await client.end();
  }
}
