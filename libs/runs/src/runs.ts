import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#libs/database';
import type { Actor } from '#libs/kernel';

export type RunKind = 'issue-tasks' | 'recompute-scores' | 'select-for-recheck' | 'read-reports';

/** Who ordered a run, of what, and in which request. */
export interface RunOrder {
  /** Given by the caller and made from the order's idempotency key, so that a repeated order prepares nothing twice. */
  readonly id: string;
  readonly kind: RunKind;
  readonly campaignId: string;
  readonly actor: Actor;
  readonly correlationId: string;
}

/** How far a run came. */
export interface Run extends RunOrder {
  readonly state: 'prepared' | 'running' | 'cancelled' | 'done';
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** What came of an item: a word, or `failed: <code>`; with what more there is to tell of it. */
export type Outcome = string | { readonly outcome: string; readonly detail: object };

/** One item of a run; no outcome: it is still to be done. */
export interface RunItem {
  readonly number: number;
  readonly item: unknown;
  readonly outcome: string | null;
  readonly detail: unknown;
}

/** Does the items of one run that are told, and answers an outcome for each. */
export type Work = (run: RunOrder, items: readonly unknown[], first: number) => Promise<readonly Outcome[]>;

/** Which runs a step looks for, and how many of its items it does at once: as many are not yet cancelled. */
export interface Pace {
  readonly kinds: readonly RunKind[];
  readonly atOnce: number;
}

/** Work that is done in no time. What takes seconds has a pace of its own, and nothing waits for it. */
export const QUICK: Pace = { kinds: ['issue-tasks', 'recompute-scores', 'select-for-recheck'], atOnce: 100 };

const COLUMNS = `r.id, r.kind, r.campaign_id as "campaignId", r.actor, r.correlation_id as "correlationId"`;

/** Runs: work on many things, with progress, that can be cancelled and goes on where it stopped. */
export class Runs {
  constructor(private readonly pool: Pool) {}

  /** Writes the run down; it begins when its order is in the log. */
  async prepare(run: RunOrder, items: readonly object[]): Promise<void> {
    await inTransaction(this.pool, (client) => Runs.prepareIn(client, run, items));
  }

  /** The same in the caller's transaction. */
  static async prepareIn(client: PoolClient, run: RunOrder, items: readonly object[]): Promise<void> {
    const { id, kind, campaignId, actor, correlationId } = run;
    const { rowCount } = await client.query(
      `insert into job.run (id, kind, campaign_id, actor, correlation_id, total)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [id, kind, campaignId, JSON.stringify(actor), correlationId, items.length],
    );
    if (rowCount === 0) return;
    await client.query(
      `insert into job.run_item (run_id, number, item)
       select $1, n, item from jsonb_array_elements($2::jsonb) with ordinality as i(item, n)`,
      [id, JSON.stringify(items)],
    );
  }

  /** Begins runs whose order came to the log, in the caller's transaction. */
  static async begin(client: PoolClient, ids: readonly string[]): Promise<void> {
    await client.query(`update job.run set state = 'running' where id = any($1) and state = 'prepared'`, [ids]);
  }

  /** Stops a run after what is under way; answers whether it ran. */
  async cancel(id: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update job.run set state = 'cancelled', finished_at = now() where id = $1 and state = 'running'`,
      [id],
    );
    return rowCount === 1;
  }

  /** Lets a cancelled run go on where it stopped; what failed is tried again. Answers whether there was one. */
  async resume(id: string): Promise<boolean> {
    return inTransaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `update job.run set state = 'running', finished_at = null where id = $1 and state in ('cancelled', 'done')`,
        [id],
      );
      await client.query(
        `update job.run_item set outcome = null, detail = null where run_id = $1 and outcome like 'failed:%'`,
        [id],
      );
      return rowCount === 1;
    });
  }

  async find(id: string): Promise<Run | undefined> {
    return (await this.#read('r.id = $1', [id]))[0];
  }

  /** The campaign's runs, the newest first. */
  async of(campaignId: string): Promise<readonly Run[]> {
    return this.#read(`r.campaign_id = $1 and r.state <> 'prepared'`, [campaignId]);
  }

  /** The items of a run in their order, with what came of each. */
  async items(id: string): Promise<readonly RunItem[]> {
    const { rows } = await this.pool.query<RunItem>(
      'select number, item, outcome, detail from job.run_item where run_id = $1 order by number limit 1000',
      [id],
    );
    return rows;
  }

  /**
   * Does the next items of the oldest run, in one transaction with their outcomes: what `work` appends under keys of their
   * own is safe to repeat. Several workers share one run. Answers how many items were done.
   */
  async step(work: Work, { kinds, atOnce }: Pace = QUICK): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows: runs } = await client.query<RunOrder>(
        `select ${COLUMNS} from job.run r where r.state = 'running' and r.kind = any($1) order by r.created_at limit 1`,
        [kinds],
      );
      const run = runs[0];
      if (run === undefined) return 0;
      const { rows } = await client.query<{ number: number; item: unknown }>(
        `select number, item from job.run_item where run_id = $1 and outcome is null
          order by number limit $2 for update skip locked`,
        [run.id, atOnce],
      );
      if (rows.length === 0) {
        await client.query(
          `update job.run set state = 'done', finished_at = now()
            where id = $1 and state = 'running'
              and not exists (select from job.run_item where run_id = $1 and outcome is null)`,
          [run.id],
        );
        return 0;
      }
      const outcomes = await work(
        run,
        rows.map(({ item }) => item),
        rows[0]!.number,
      );
      await client.query(
        `update job.run_item i set outcome = o.outcome, detail = o.detail
           from unnest($2::integer[], $3::text[], $4::jsonb[]) as o(number, outcome, detail)
          where i.run_id = $1 and i.number = o.number`,
        [
          run.id,
          rows.map(({ number }) => number),
          outcomes.map((one) => (typeof one === 'string' ? one : one.outcome)),
          outcomes.map((one) => (typeof one === 'string' ? null : JSON.stringify(one.detail))),
        ],
      );
      return rows.length;
    });
  }

  async #read(condition: string, values: readonly unknown[]): Promise<readonly Run[]> {
    const { rows } = await this.pool.query(
      `select ${COLUMNS}, r.state, r.total, r.created_at, r.finished_at,
              count(i.outcome)::int as done, count(*) filter (where i.outcome like 'failed:%')::int as failed
         from job.run r left join job.run_item i on i.run_id = r.id
        where ${condition} group by r.id order by r.created_at desc limit 100`,
      [...values],
    );
    return rows.map(({ created_at, finished_at, ...run }) => ({
      ...run,
      createdAt: created_at.toISOString(),
      finishedAt: finished_at?.toISOString() ?? null,
    }));
  }
}
