import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { createPool } from '#libs/database';
import { type EvaluationCommand, evaluation, UPCASTERS } from '#libs/evaluation';
import { EventSchemas, Handler, PgEventStore, uuidV7 } from '#libs/event-store';
import {
  openFolder,
  type SchemeText,
  type Scope,
  trustOf,
  type Verdict,
  verify,
  withDatabase,
  writeExport,
} from '#libs/export';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { Schemes } from '#libs/schemes';
import { hashedText, type Scheme } from '#libs/scoring';
import { registered, type TestDatabase, temporaryFolder } from '#libs/testing';
import { PEOPLE, story } from './cast.js';
import { ERASERS } from './erasing.js';
import { SEALER, WITNESS } from './sealing.js';

/** A scheme that comes with the product, under which the evaluations of the tests are scored. */
export async function shippedScheme(pool: Pool): Promise<Scheme> {
  const found = await new Schemes(new PgEventStore(pool)).find('hunan-whole-unit-A', '1');
  if (!found) throw new Error('the scheme of the tests is not shipped any more');
  return found;
}

/** Lets the people of `cast` take so many evaluations from task to decision, and derives what is published. */
export async function live(
  { pool, ownerUrl }: Pick<TestDatabase, 'pool' | 'ownerUrl'>,
  units: readonly string[],
  scheme: Scheme,
) {
  const store = new PgEventStore(pool, new EventSchemas(UPCASTERS));
  const owner = createPool(ownerUrl, { max: 2, pipeline: true });
  const handler = new Handler(store, evaluation, { prefix: 'evaluation' });
  try {
    const asOwner = (text: string, values: readonly unknown[]) => owner.query(text, [...values]);
    for (const unit of units)
      await registered(pool, { unit, department: 'department' }, [...Object.values(PEOPLE), ...ERASERS], asOwner);
    for (const unit of units) for (const order of story(unit, scheme)) await give(handler, unit, order);
    for (const projection of PROJECTIONS) while ((await project(owner, store, projection, { limit: 500 })) > 0);
  } finally {
    await store.close();
    await owner.end();
  }
}

function give(
  handler: { handle: Handler<never, EvaluationCommand, never>['handle'] },
  id: string,
  order: EvaluationCommand,
) {
  const metadata = { actor: order.by, commandId: uuidV7(), correlationId: uuidV7() };
  return handler.handle(id, order, { metadata });
}

/** A database of its own that begins as a copy of another, as its superuser sees it. Who is connected to that is thrown out. */
export async function copyOf(
  ownerUrl: string,
): Promise<{ readonly owner: Pool; readonly url: string; drop(): Promise<void> }> {
  const original = new URL(ownerUrl).pathname.slice(1);
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(ownerUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${original}'`);
  await onServer(ownerUrl, `create database ${name} template ${original}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  const owner = createPool(url.href, { max: 1 });
  return {
    owner,
    url: url.href,
    drop: async () => {
      await owner.end();
      await onServer(ownerUrl, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(ownerUrl: string, statement: string): Promise<void> {
  const url = new URL(ownerUrl);
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Exports a database into a folder. */
export async function exported(
  pool: Pool,
  folder: string,
  scheme: Scheme,
  scope: Scope = { of: 'log' },
): Promise<void> {
  const { file, hash } = scheme;
  const schemes: SchemeText[] = [{ id: file.id, version: file.version, hash, text: hashedText(file) }];
  const witnesses = { keys: [WITNESS.verifierKey], quorum: 1 };
  const beside = { madeAt: '2022-05-01T00:00:00.000Z', scope, keys: [SEALER.verifierKey], witnesses, schemes };
  await withDatabase(pool, beside, (evidence) => writeExport(evidence, folder));
}

/** What an auditor finds who has the true keys and what he kept from earlier. */
export async function audited(
  pool: Pool,
  scheme: Scheme,
  { kept = [] as string[], scope = { of: 'log' } as Scope } = {},
): Promise<Verdict> {
  const folder = temporaryFolder();
  try {
    const out = join(folder.path, 'export');
    await exported(pool, out, scheme, scope);
    const evidence = await openFolder(out);
    const keys = { keys: [SEALER.verifierKey], witnesses: [WITNESS.verifierKey], quorum: 1 };
    const texts = kept.map((text, n) => ({ from: `kept-${n}`, text }));
    return await verify(evidence, { trust: trustOf(evidence.manifest, keys), kept: texts });
  } finally {
    folder.remove();
  }
}
