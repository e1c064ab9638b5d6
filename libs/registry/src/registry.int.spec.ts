import { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { REGISTRY_ROWS, Registry } from './index.js';

describe('The registry', () => {
  let database: TestDatabase;
  let registry: Registry;

  beforeAll(async () => {
    database = await testDatabase();
    registry = await Registry.open(database.url);
    await registry.divisions.add({ code: '431225', name: '会同县' });
    await registry.units.add(unit('finance', '001001', '会同县财政局'));
    await registry.units.add(unit('department', '117001', '会同县人社局', 'finance'));
    await registry.units.add(unit('centre', '117003', '会同县工伤保险服务中心', 'department'));
  });
  afterAll(async () => {
    await registry.close();
    await database.drop();
  });

  const unit = (id: string, code: string, name: string, parentId?: string) => ({
    id,
    code,
    name,
    divisionCode: '431225',
    kind: 'unit' as const,
    parentId,
  });

  it('has rows that say what the schema says', async () => {
    const source = await new DataSource({
      type: 'postgres',
      url: database.ownerUrl,
      entities: REGISTRY_ROWS,
    }).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      // Names and kinds of constraints and indexes are the migration's own; columns, types and nullability have to agree.
      expect(
        upQueries.map(({ query }) => query).filter((query) => /\b(?:ADD|DROP|ALTER) (?:COLUMN )?"\w+"/.test(query)),
      ).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('adds the same thing once, however often it is told', async () => {
    await registry.divisions.add({ code: '431225', name: '会同县' });
    expect(await registry.units.add(unit('centre', '117003', '会同县工伤保险服务中心', 'department'))).toMatchObject({
      id: 'centre',
    });
  });

  it.each([
    ['a code that is taken', unit('x', '117003', '另一单位', 'department'), 'registry.duplicate', '/code'],
    ['a name that is taken', unit('x', '117009', '会同县人社局'), 'registry.duplicate', '/name'],
    ['a parent that is not there', unit('x', '117009', '新单位', 'nowhere'), 'registry.unknown-reference', '/parentId'],
    [
      'a division that is not there',
      { ...unit('x', '1', '新单位'), divisionCode: '999999' },
      'registry.unknown-reference',
      '/divisionCode',
    ],
  ])('refuses a unit with %s', async (_, draft, code, pointer) => {
    await expect(registry.units.add(draft)).rejects.toMatchObject({ code, details: { pointer } });
  });

  it('refuses another name under the code of a division', async () => {
    await expect(registry.divisions.add({ code: '431225', name: '别处' })).rejects.toMatchObject({
      code: 'registry.duplicate',
    });
  });

  it('knows what stands above a unit, nearest first', async () => {
    expect(await registry.units.andAbove('centre')).toEqual(['centre', 'department', 'finance']);
    expect(await registry.units.andAbove('nowhere')).toEqual([]);
  });

  it('refuses to put a unit below itself', async () => {
    await expect(registry.units.change('finance', { parentId: 'centre' })).rejects.toMatchObject({
      code: 'registry.unit-below-itself',
    });
    await expect(registry.units.change('centre', { parentId: 'centre' })).rejects.toMatchObject({
      code: 'registry.unit-below-itself',
    });
  });

  it('pages in a fixed order without leaving out or repeating a row', async () => {
    for (let n = 10; n < 35; n += 1) await registry.units.add(unit(`u${n}`, `2000${n}`, `单位${n}`, 'department'));
    const codes: string[] = [];
    let after: string | undefined;
    do {
      const page = await registry.units.page(
        { parentId: 'department' },
        { limit: 7, ...(after === undefined ? {} : { after }) },
      );
      codes.push(...page.items.map(({ code }) => code));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(codes).toEqual(['117003', ...Array.from({ length: 25 }, (_, n) => `2000${n + 10}`)]);
  });

  it('takes no cursor that it did not hand out', async () => {
    const forged = Buffer.from('["a\\u0000","b"]').toString('base64url');
    for (const after of ['x', '', 'bm90IGpzb24', forged])
      await expect(registry.units.page({}, { limit: 7, after })).rejects.toMatchObject({
        code: 'page.unknown-cursor',
      });
  });
});
