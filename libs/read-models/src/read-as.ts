import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { Reader } from './page.js';

/** A query as it is sent; with a name it is planned once for each connection. */
export interface ReadQuery {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Runs one query as the reader: in a transaction of its own, in the role that sees only the rows of the reader's person and
 * units, whatever the query's own condition says. On a pool with `pipeline` it costs one round trip.
 */
export async function readAs<Row extends QueryResultRow = QueryResultRow>(
  pool: Pool,
  reader: Reader,
  { name, text, values }: ReadQuery,
): Promise<QueryResult<Row>> {
  const client = await pool.connect();
  const steps = [
    () => client.query('begin'),
    () => become(client, reader),
    () => client.query<Row>({ ...(name === undefined ? {} : { name }), text, values: [...values] }),
    () => client.query('commit'),
  ] as const;
  let broken: Error | undefined;
  try {
    const [, , rows, ended] = client.pipeline ? await atOnce(steps) : await oneByOne(steps);
    if (ended.command !== 'COMMIT') throw new Error('a read was rolled back');
    return rows as QueryResult<Row>;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

type Steps = readonly [Step, Step, Step, Step];
type Step = () => Promise<QueryResult>;
type Answers = readonly [QueryResult, QueryResult, QueryResult, QueryResult];

function become(client: PoolClient, { personId, grants }: Reader): Promise<QueryResult> {
  return client.query({
    name: 'read.as',
    text: `select set_config('role', 'shuangshen_reader', true), set_config('shuangshen.reader', $1, true)`,
    values: [JSON.stringify({ personId, grants })],
  });
}

/** Sent without waiting: answers count only when every step succeeded, and becoming the reader is one of them. */
async function atOnce(steps: Steps): Promise<Answers> {
  const settled = await Promise.allSettled(steps.map((step) => step()));
  const answers = settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  return answers as unknown as Answers;
}

async function oneByOne([first, second, third, fourth]: Steps): Promise<Answers> {
  return [await first(), await second(), await third(), await fourth()];
}
