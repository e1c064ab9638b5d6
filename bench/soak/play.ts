import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import { Queues } from '#libs/queue';
import { persistently, unlessAway } from './away.js';
import { Bureau } from './bureau.js';
import type { Chance } from './chance.js';
import { type Fact, logOf } from './fact.js';
import { command, enqueue, forge } from './forgeries.js';
import type { HousePlace } from './house.js';
import { breaches } from './invariants.js';
import { act, administer, batch, delegate } from './moves.js';

/** How many campaigns there are at first: one of each way to review, each with two evaluations. */
const CAMPAIGNS = 3;

/** What was done, and what came of it. */
export interface Played {
  readonly moves: number;
  readonly events: number;
  /** Orders in evaluations that the API said were recorded. */
  readonly acknowledged: number;
  readonly submissions: number;
  readonly decisions: number;
  readonly broken: readonly string[];
}

/**
 * Everybody at every way in at once: people over HTTP, the administrator, batches, substitutes, imports, forged jobs in the queue, and the
 * log-in of the processes at the database itself. What breaks an invariant is found in the log afterwards.
 */
export class Play {
  readonly #could: string[] = [];
  #moves = 0;

  private constructor(
    private readonly bureau: Bureau,
    private readonly pool: ReturnType<typeof createPool>,
    private readonly store: PgEventStore,
    private readonly queues: Queues,
    private readonly chance: Chance,
  ) {}

  static async begin(url: string, place: HousePlace, owner: string, chance: Chance): Promise<Play> {
    const bureau = await Bureau.open(url, owner);
    for (let n = 0; n < CAMPAIGNS; n += 1) await bureau.issue();
    const pool = createPool(place.databaseUrl, { max: 4 });
    pool.on('error', () => undefined); // its server may be killed
    const store = new PgEventStore(pool);
    const { databaseUrl, redisUrl } = place;
    const queues = new Queues({ databaseUrl, ...(redisUrl && { redisUrl }) }, { onError: () => undefined });
    return new Play(bureau, pool, store, queues, chance);
  }

  /** Some moves side by side; the administrator's stand alone, because the log records them a moment after they hold. */
  async round(): Promise<void> {
    const { bureau, chance } = this;
    if (chance.rarely(12)) return this.#count(administer(bureau, chance));
    await Promise.all(Array.from({ length: 6 }, () => this.#count(this.#one())));
  }

  /** New evaluations where the present ones are decided; now and then also because they are stuck: everybody has had a part in them. */
  async renew(): Promise<void> {
    const { bureau, chance } = this;
    if (bureau.undecided < CAMPAIGNS * 2 || chance.rarely(150)) await bureau.issue();
  }

  async judge(): Promise<Played> {
    const { acknowledged } = this.bureau;
    const log = await persistently(() => logOf(this.pool));
    const of = (type: string) => log.filter((fact) => fact.type === type).length;
    return {
      ...{ moves: this.#moves, events: log.length, acknowledged: acknowledged.count },
      ...{ submissions: of('EvaluationSubmitted'), decisions: decided(log) },
      broken: [...new Set(this.#could), ...breaches(log), ...acknowledged.lostIn(log)],
    };
  }

  /** Forgets every job, as a lost queue would. */
  forgetJobs(): Promise<void> {
    return this.queues.forgetAll().catch(() => undefined);
  }

  /** Waits until what the log made due is done, or parked for an operator, and every row is derived. */
  async settled(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    const open = `select count(*)::int as n from job.inbox where done_at is null and parked_at is null`;
    const behind = `select coalesce(max(p.position), -1) - (
        select min(position) from (select position from job.checkpoint union all select position from read.checkpoint) c) as n
      from log.position p`;
    const ask = async (text: string) => Number((await this.pool.query(text)).rows[0].n);
    while (performance.now() < until) {
      if ((await ask(behind)) <= 0 && (await ask(open)) === 0) return true;
      await pause(500);
    }
    return false;
  }

  async end(): Promise<void> {
    await this.queues.close(true);
    await this.store.close();
    await this.pool.end();
  }

  async #one(): Promise<void> {
    const { bureau, chance, pool, store } = this;
    const die = chance.next();
    if (die < 0.62) return act(bureau, chance);
    if (die < 0.7) return delegate(bureau, chance);
    if (die < 0.88) return unlessAway(() => forge(store, pool, bureau, chance));
    if (die < 0.93) return this.#tried(await command(pool, chance));
    if (die < 0.97) return this.#enqueue();
    return batch(bureau, chance);
  }

  /** A forged job that does not get there, because the queue is away, has done its worst. */
  async #enqueue(): Promise<void> {
    const { queues, bureau, store, chance } = this;
    await store
      .head()
      .then((head) => enqueue(queues, bureau, head, chance))
      .catch(() => undefined);
  }

  async #count(move: Promise<void>): Promise<void> {
    await move;
    this.#moves += 1;
  }

  #tried(could: string | null): void {
    if (could !== null) this.#could.push(could);
  }
}

const decided = (log: readonly Fact[]): number =>
  log.filter(({ type, data }) => type === 'SecondReviewPassed' && data.openGates === undefined).length;
