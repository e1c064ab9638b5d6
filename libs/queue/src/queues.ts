import type { Job } from 'bullmq';
import { createPostgresBackend, Queue, runMigrations, Worker, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { type Due, HANDLERS, type HandlerName, jobId } from '#libs/jobs';

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
}

/** Retries of a failing job: five, from one second on, doubling, with jitter. Then it is parked. */
export const ATTEMPTS = 5;
const BACKOFF = { type: 'exponential', delay: 1_000, jitter: 0.5 } as const;

type Work = (due: Due, job: { readonly attempt: number }) => Promise<void>;

/** The queues of all handlers, and workers for them. `close` ends both. */
export class Queues {
  readonly #queues = new Map<HandlerName, Queue>();
  readonly #workers: Worker[] = [];
  readonly #redis: Redis[] = [];

  constructor(
    private readonly place: QueuePlace,
    private readonly options: QueueOptions = {},
  ) {}

  /** Adds jobs; one that is already waiting is not added twice. */
  async add(handler: HandlerName, dues: readonly Due[]): Promise<void> {
    if (dues.length === 0) return;
    const jobs = dues.map((due) => ({
      name: handler,
      data: due,
      opts: {
        jobId: jobId(handler, due.position),
        attempts: ATTEMPTS,
        backoff: BACKOFF,
        removeOnComplete: true,
        removeOnFail: true,
      },
    }));
    await this.#queue(handler).addBulk(jobs);
  }

  /** Works on one handler's jobs, `concurrency` at a time, until `close`. */
  work(handler: HandlerName, concurrency: number, work: Work): void {
    const run = (job: Job) => work(job.data as Due, { attempt: job.attemptsMade + 1 });
    const options = { concurrency, lockDuration: 15_000, stalledInterval: 10_000 };
    const worker: Worker =
      this.place.redisUrl === undefined
        ? (new (withBackend(createPostgresBackend).Worker)(handler, run, {
            ...options,
            connection: { connectionString: this.place.databaseUrl, max: 4 },
          }) as unknown as Worker)
        : new Worker(handler, run, { ...options, ...this.#onRedis(this.place.redisUrl) });
    worker.on('error', (error) => this.options.onError?.(error));
    this.#workers.push(worker);
  }

  /** How many jobs wait, run or are delayed, for health. */
  async waiting(handler: HandlerName): Promise<number> {
    const counts = await this.#queue(handler).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Forgets every job, as a lost Redis would. The reconciler finds them again. */
  async forgetAll(): Promise<void> {
    for (const handler of HANDLERS) await this.#queue(handler).obliterate({ force: true });
  }

  /** Waits for the jobs being worked on, then lets go of all connections; `force` does not wait. */
  async close(force = false): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.close(force)));
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    for (const redis of this.#redis) redis.disconnect();
  }

  #queue(handler: HandlerName): Queue {
    const known = this.#queues.get(handler);
    if (known !== undefined) return known;
    const queue: Queue =
      this.place.redisUrl === undefined
        ? (new (withBackend(createPostgresBackend).Queue)(handler, {
            connection: { connectionString: this.place.databaseUrl, max: 2 },
          }) as unknown as Queue)
        : new Queue(handler, this.#onRedis(this.place.redisUrl));
    queue.on('error', (error) => this.options.onError?.(error));
    this.#queues.set(handler, queue);
    return queue;
  }

  #onRedis(url: string) {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    connection.on('error', (error) => this.options.onError?.(error));
    this.#redis.push(connection);
    return { connection, prefix: this.options.prefix ?? 'shuangshen' };
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
