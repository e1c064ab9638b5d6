import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { environment } from '#libs/config';
import { createPool } from '#libs/database';

export interface TestDatabase {
  /** Log-in of the processes: only what shuangshen_app may do. */
  readonly url: string;
  /** Log-in of the sealer. */
  readonly sealerUrl: string;
  readonly ownerUrl: string;
  /** As the processes log in; `drop` ends it. */
  readonly pool: Pool;
  drop(): Promise<void>;
}

/**
 * A migrated database of the caller's own, on the cluster that the test run itself started; refuses any other server,
 * so no test can reset a database it was merely pointed at. Call `drop` in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, sealerUrl, ownerUrl } = testCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = new URL(ownerUrl).pathname.slice(1);
  await asOwner(ownerUrl, `create database ${name} template ${template} strategy file_copy`);

  const pool = createPool(named(url, name));
  return {
    url: named(url, name),
    sealerUrl: named(sealerUrl, name),
    ownerUrl: named(ownerUrl, name),
    pool,
    drop: async () => {
      await pool.end();
      await asOwner(ownerUrl, `drop database ${name} with (force)`);
    },
  };
}

/** Runs the statement as the owner of the pool's database: what no process of the product may do. */
export async function ownerDoes(pool: Pool, statement: string, values: readonly unknown[] = []): Promise<void> {
  const { connectionString = '' } = pool.options;
  const client = new Client({
    connectionString: named(testCluster().ownerUrl, new URL(connectionString).pathname.slice(1)),
  });
  await client.connect();
  try {
    await client.query(statement, values.length > 0 ? [...values] : undefined);
  } finally {
    await client.end();
  }
}

/** Roles as rows, [account, role, unit], for a test that is not about how they are given. */
export function giveRoles(pool: Pool, ...grants: readonly [string, string, string | null][]): Promise<void> {
  const rows = grants.map((grant) => `(${grant.map((one) => (one === null ? 'null' : `'${one}'`)).join(', ')})`);
  return ownerDoes(pool, `insert into identity.role_grant (account_id, role, unit_id) values ${rows.join(', ')}`);
}

/** The cluster that jest's global setup started. */
function testCluster(): { url: string; sealerUrl: string; ownerUrl: string } {
  const line = environment().TEST_CLUSTER;
  if (!line) throw new Error('testDatabase() works only in a test run whose global setup started PostgreSQL');
  return JSON.parse(line) as { url: string; sealerUrl: string; ownerUrl: string };
}

/** From the maintenance database: a template that somebody is connected to cannot be cloned. */
async function asOwner(ownerUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: named(ownerUrl, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function named(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
