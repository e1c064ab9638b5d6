import { Pool, type PoolClient } from 'pg';

export interface PoolOptions {
  /** Most connections at once; a caller waits at most 2 s for one. */
  readonly max?: number;
  readonly applicationName?: string;
  /** Statements are sent without waiting for the answers of those before: one round trip for many. */
  readonly pipeline?: boolean;
  /** Told of a connection that broke while idle; the pool replaces it. */
  readonly onIdleError?: (error: Error) => void;
}

/**
 * Connections with the bounds of the house: no statement above 5 s, no lock waited for above 2 s, and an idle connection
 * that breaks is replaced instead of ending the process.
 */
export function createPool(
  url: string,
  { max = 10, applicationName, pipeline = false, onIdleError }: PoolOptions = {},
): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    pipeline,
    ...(applicationName === undefined ? {} : { application_name: applicationName }),
  });
  pool.on('error', (error) => onIdleError?.(error));
  // A connection that breaks while it is used fails its query; without a listener it would end the process as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs the work in one READ COMMITTED transaction; its error rolls back and is thrown on. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
