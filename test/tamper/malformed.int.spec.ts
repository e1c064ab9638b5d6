import { createHash } from 'node:crypto';
import { createPool } from '#libs/database';
import { control, type Entry, type Evidence, type Statement, withDatabase } from '#libs/export';
import { canonicalJson } from '#libs/kernel';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { live, shippedScheme } from './world.js';

type Record_ = Readonly<Record<string, unknown>>;

/** Data of the event with one thing about its shape wrong. */
function* misshapen(data: Record_): Generator<readonly [what: string, data: unknown]> {
  for (const other of [[], {}, '', 7, null, [null]]) yield [`data ${JSON.stringify(other)}`, other];
  for (const [key, value] of Object.entries(data)) {
    const { [key]: _, ...rest } = data;
    yield [`no ${key}`, rest];
    for (const other of [{}, [], [null], 7, '', null, [{}], { a: null }])
      if (typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value))
        yield [`${key} ${JSON.stringify(other)}`, { ...rest, [key]: other }];
  }
}

/** The entry with other data, committed to as a superuser would who knows the format. */
function rewritten(entry: Entry, data: unknown): Entry {
  const payload = Buffer.from(canonicalJson(data));
  const envelope = JSON.parse(entry.envelope!.toString()) as Record_;
  const payloadHash = createHash('sha256').update(entry.salt!).update(payload).digest('hex');
  return { ...entry, payload, envelope: Buffer.from(canonicalJson({ ...envelope, payloadHash })) };
}

describe('Data of a shape the product never writes, under a right hash', () => {
  let database: TestDatabase;
  const entries: Entry[] = [];
  let honest: Evidence;
  beforeAll(async () => {
    database = await testDatabase();
    const owner = createPool(database.ownerUrl, { max: 1 });
    const scheme = await shippedScheme(database.pool);
    await live(database, ['a0'], scheme);
    const { file, hash } = scheme;
    const schemes = [{ id: file.id, version: file.version, hash, text: JSON.stringify(file) }];
    const witnesses = { keys: [], quorum: 0 };
    const beside = { madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'log' as const }, keys: [], witnesses, schemes };
    await withDatabase(owner, beside, async (evidence) => {
      for await (const entry of evidence.entries()) entries.push(entry);
      const statements: Statement[] = [];
      for await (const statement of evidence.statements()) statements.push(statement);
      honest = {
        ...{ manifest: evidence.manifest, heads: () => each([]), tile: async () => null },
        ...{ entries: () => each(entries), statements: () => each(statements), schemes: () => each(schemes) },
      };
    });
    await owner.end();
  });
  afterAll(() => database.drop());

  it('is told where the rules speak of it, and never ends the check', async () => {
    expect((await control(honest)).holds).toBe(true);
    const broken: string[] = [];
    for (const [n, entry] of entries.entries()) {
      const { type } = JSON.parse(entry.envelope!.toString()) as { type: string };
      for (const [what, data] of misshapen(JSON.parse(entry.payload!.toString()) as Record_)) {
        const changed = entries.with(n, rewritten(entry, data));
        const name = `${type}: ${what}`;
        try {
          const verdict = await control({ ...honest, entries: () => each(changed) });
          const shapeless = typeof data !== 'object' || data === null || Array.isArray(data);
          if (shapeless && verdict.first?.position !== n)
            broken.push(`${name} was first told at ${verdict.first?.position}`);
          if (verdict.events !== entries.length) broken.push(`${name} ended it`);
        } catch (error) {
          broken.push(`${name} threw ${(error as Error).stack}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});

async function* each<T>(values: readonly T[]) {
  yield* values;
}
