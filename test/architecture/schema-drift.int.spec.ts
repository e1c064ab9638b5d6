import 'reflect-metadata';
import { join } from 'node:path';
import { DataSource, EntitySchema, getMetadataArgsStorage } from 'typeorm';
import { projectRoot } from '#libs/config';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { sources } from './sources.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

/**
 * What TypeORM would change in the tables that the migrations made to make them fit these entities: columns, types,
 * nullability, defaults. Constraints and indexes stand in the migrations alone, so it would drop them; that is no drift.
 * It never migrates: it is only asked.
 */
async function wouldChange(entities: DataSource['options']['entities']): Promise<readonly string[]> {
  const typeorm = new DataSource({ type: 'postgres', url: database.ownerUrl, entities, synchronize: false });
  await typeorm.initialize();
  try {
    return (
      (await typeorm.driver.createSchemaBuilder().log()).upQueries
        .map(({ query }) => query)
        .filter((query) => !/DROP (?:CONSTRAINT|INDEX)/.test(query))
        // current_date as PostgreSQL spelled it before version 10, which TypeORM still expects to read back
        .filter((query) => !query.endsWith(`SET DEFAULT ('now'::text)::date`))
    );
  } finally {
    await typeorm.destroy();
  }
}

describe('The entities of TypeORM', () => {
  it('fit the tables that the migrations make', async () => {
    const files = sources('libs', 'apps').filter(({ text }) => /^@Entity\(/m.test(text));
    expect(files.length).toBeGreaterThan(0);
    for (const { path } of files) await import(join(projectRoot(), path));
    const entities = getMetadataArgsStorage().tables.map(({ target }) => target);
    expect(entities.length).toBeGreaterThanOrEqual(files.length);
    expect(await wouldChange(entities as DataSource['options']['entities'])).toEqual([]);
  });

  it('would be found out if they did not', async () => {
    const wrong = new EntitySchema({
      name: 'Wrong',
      tableName: 'person',
      schema: 'registry',
      columns: { id: { type: 'text', primary: true }, nickname: { type: 'text' } },
    });
    const changes = await wouldChange([wrong]);
    expect(changes.filter((query) => /nickname/.test(query))).not.toEqual([]);
  });
});
