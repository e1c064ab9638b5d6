import { setMaxListeners } from 'node:events';
import type { Pool } from 'pg';
import type { Attachments } from '#libs/attachments';
import { Calendars } from '#libs/calendars';
import type { EventStore } from '#libs/event-store';
import { type Due, HANDLERS, type HandlerName } from '#libs/jobs';
import { unreachable } from '#libs/kernel';
import { numberNotices } from '#libs/notices';
import { PoisonEvent, type Projection, project } from '#libs/projection';
import type { Queues } from '#libs/queue';
import { PROJECTIONS } from '#libs/read-models';
import { type Pace, QUICK, Runs } from '#libs/runs';
import type { Schemes } from '#libs/schemes';
import { AssignReviewers } from './assign-reviewers.js';
import { Courier, type CourierOptions } from './courier.js';
import { Deadlines } from './deadlines.js';
import { type Effect, once } from './inbox.js';
import { notify } from './notify.js';
import { react, reconcile } from './reactors.js';
import { ReadReports } from './read-reports.js';
import { RecomputeScores } from './recompute-scores.js';
import { Reports } from './reports.js';
import { RunWork } from './run-work.js';
import { WatchSealing } from './watch-sealing.js';
import { within } from './within.js';

/** Structured lines: what happened and to what. */
export interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WorkerOptions {
  readonly concurrency: number;
  /** How long work may be due before the reconciler enqueues it again. */
  readonly reconcileAfterMs?: number;
  readonly reconcileEveryMs?: number;
  /** Connections of the projections, best with `pipeline`; the others' unless told. */
  readonly projecting?: Pool;
  /** How notices leave the house; not at all unless told, which leaves them due. */
  readonly courier?: CourierOptions;
  /** Where files are kept: reports that came together are read, and files that nothing names are removed once an hour. */
  readonly attachments?: Attachments;
  /** What time it is for deadlines; the machine's clock unless told. */
  readonly now?: () => Date;
}

const RETRY_MS = 1_000;
const COLLECT_EVERY_MS = 3_600_000;
const WATCH_EVERY_MS = 30_000;

/** Seconds for each file: one at a time, so that a cancelled run ends with the one under way. */
const READING: Pace = { kinds: ['read-reports'], atOnce: 1 };

/** Everything that happens later: projections, reactors, jobs and the reconciler. `stop` ends it in order. */
export class Worker {
  readonly #ending = new AbortController();
  readonly #loops: Promise<void>[] = [];
  readonly #scores: RecomputeScores;
  readonly #assignments: AssignReviewers;
  readonly #runs: Runs;
  readonly #runWork: RunWork;
  readonly #deadlines: Deadlines;
  readonly #courier: Courier | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly queues: Queues,
    schemes: Schemes,
    private readonly log: Log,
    private readonly options: WorkerOptions,
  ) {
    this.#scores = new RecomputeScores(store, schemes, new Reports(pool));
    this.#assignments = new AssignReviewers(pool, store);
    this.#runs = new Runs(pool);
    const { attachments } = options;
    this.#runWork = new RunWork(store, this.#scores, attachments && new ReadReports(pool, attachments));
    this.#courier = options.courier && new Courier(pool, options.courier);
    this.#deadlines = new Deadlines(pool, store, new Calendars(store), options.now);
  }

  start(): void {
    setMaxListeners(0, this.#ending.signal); // every loop listens for the end
    for (const projection of PROJECTIONS) this.#loops.push(this.#follow(() => this.#project(projection)));
    this.#loops.push(this.#follow(() => react(this.pool, this.store, this.queues)));
    this.#run(QUICK);
    this.#loops.push(this.#follow(() => this.#deadlines.step()));
    this.#loops.push(this.#follow(() => numberNotices(this.pool)));
    const { attachments, reconcileEveryMs = 10_000 } = this.options;
    this.#loops.push(this.#every(reconcileEveryMs, 'the reconciler failed', () => this.#reconcile()));
    const watch = new WatchSealing(this.pool, this.store);
    this.#loops.push(this.#every(WATCH_EVERY_MS, 'the seal of the log was not looked at', () => this.#watch(watch)));
    if (attachments !== undefined) {
      this.#run(READING);
      this.#loops.push(
        this.#every(COLLECT_EVERY_MS, 'attachments were not collected', () => this.#collect(attachments)),
      );
    }
    if (this.#courier !== undefined) this.#carry(this.#courier);
    for (const handler of HANDLERS)
      this.queues.work(handler, this.options.concurrency, (due, { attempt }) => this.#work(handler, due, attempt));
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#loops);
    await this.queues.close();
  }

  #run(pace: Pace): void {
    this.#loops.push(this.#follow(() => this.#runs.step((run, items) => this.#runWork.do(run, items), pace)));
  }

  /** What is due is looked up every second at the latest, and a job that waits is not added twice: the queue may forget. */
  #carry(courier: Courier): void {
    this.queues.workDeliveries(this.options.concurrency, async (delivery) => {
      const outcome = await courier.deliver(delivery);
      if (outcome !== 'nothing-due') this.log.info({ delivery, outcome }, 'delivery');
    });
    this.#loops.push(
      this.#follow(async () => {
        await this.queues.addDeliveries(await courier.due());
        return 0;
      }),
    );
  }

  /** One job, exactly once; one line in the log. */
  async #work(handler: HandlerName, due: Due, attempt: number): Promise<void> {
    const began = performance.now();
    try {
      const outcome = await once(this.pool, handler, due, attempt, () => this.#prepare(handler, due));
      if (handler === 'notify') await numberNotices(this.pool);
      this.log.info({ handler, ...due, attempt, outcome, ms: Math.round(performance.now() - began) }, 'job');
    } catch (error) {
      this.log.error({ handler, ...due, attempt, error: (error as Error).message }, 'job failed');
      throw error;
    }
  }

  #prepare(handler: HandlerName, due: Due): Promise<Effect | undefined> {
    switch (handler) {
      case 'recompute-scores':
        return this.#scores.run(due);
      case 'assign-reviewers':
        return this.#assignments.run(due);
      case 'notify':
        return notify(this.store, due);
      default:
        return unreachable(handler);
    }
  }

  async #project(projection: Projection): Promise<number> {
    try {
      return await project(this.options.projecting ?? this.pool, this.store, projection);
    } catch (error) {
      if (!(error instanceof PoisonEvent)) throw error;
      // It stands until the code is mended; the others go on. The checkpoint holds position and reason for health.
      this.log.error({ projection: error.projection, position: error.position }, error.message);
      await this.#pause(RETRY_MS * 10);
      return 0;
    }
  }

  /** Takes pages until there are none, then waits for the log to grow. Faults that pass are tried again. */
  async #follow(take: () => Promise<number>): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        // Asked before the pages are taken: what arrives meanwhile ends the waiting at once.
        const head = await this.store.head();
        while (!signal.aborted && (await take()) > 0);
        await this.#growth(head);
      } catch (error) {
        this.log.error({ error: (error as Error).message }, 'a loop failed and goes on');
        await this.#pause(RETRY_MS);
      }
    }
  }

  /** Resolves when the log has more than this, after a second, or when the worker stops. */
  async #growth(head: number): Promise<void> {
    await within(this.#ending.signal, RETRY_MS, (enough) => this.store.grown(head, enough));
  }

  async #collect(attachments: Attachments): Promise<void> {
    const removed = await attachments.collect();
    if (removed > 0) this.log.info({ removed }, 'attachments that no event names were removed');
  }

  async #watch(watch: WatchSealing): Promise<void> {
    const recorded = await watch.look();
    if (recorded !== undefined) this.log.info({ recorded }, 'sealing');
  }

  async #reconcile(): Promise<void> {
    const found = await reconcile(this.pool, this.queues, this.options.reconcileAfterMs ?? 30_000);
    if (found > 0) this.log.info({ found }, 'reconciled: enqueued again what was due');
  }

  /** Does this again and again, with a pause between; faults that pass are told and tried again. */
  async #every(ms: number, failed: string, work: () => Promise<void>): Promise<void> {
    while (!this.#ending.signal.aborted) {
      try {
        await work();
      } catch (error) {
        this.log.error({ error: (error as Error).message }, `${failed}; tried again later`);
      }
      await this.#pause(ms);
    }
  }

  #pause(ms: number): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
