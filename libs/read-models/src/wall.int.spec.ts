import { reaches } from '#libs/authorization';
import { ROLES } from '#libs/evaluation';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { evaluations, findings, PROJECTIONS, type Reader, readAs, trail } from './index.js';

const reader = (personId: string, role: string, unitId: string | null): Reader => ({
  personId,
  grants: [{ role, unitId }],
});

/** The tables that belong to somebody; the others of the schema hold nobody's data. */
const WALLED = [...PROJECTIONS.flatMap(({ tables }) => tables.map((table) => `read.${table}`)), 'job.deadline'];

describe('The wall in front of what is read', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await aDivision(database.pool);
    const told = new Told(database.pool);
    await told.happened('evaluation-e1', 'shi', FACTS.TaskIssued);
    await told.happened('evaluation-e2', 'shi', {
      ...FACTS.TaskIssued,
      data: { ...FACTS.TaskIssued.data, unitId: 'other', unitName: '会同县图书馆', departmentId: 'finance' },
    });
    await told.project();
    const { pool } = database;
    await pool.query(`insert into read.finding (evaluation_id, finding_id, occasion, rule, severity, message, at, position, number)
      select 'e' || n, 'f' || n, 'submission', 'A01', 'ERROR', '{}', '{}', 100 + n, n from generate_series(1, 2) n`);
    await pool.query(`insert into read.review select n, 'e' || n, 1, 'first', 'passed', 'long', false, now(), now()
      from generate_series(1, 2) n`);
    await pool.query(`insert into read.review_turn select 'e' || n, now() from generate_series(1, 2) n`);
    await pool.query(`insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
        began_position, window_ends_at, window_position)
      select id, campaign_id, unit_id, unit_name, department_id, 'unit', now(), 0, now(), 0 from read.evaluation`);
    await pool.query(`insert into job.notification (person_id, position, kind, evaluation_id, unit_name)
      values ('yang', 1, 'returned', 'e1', '中心'), ('wu', 1, 'returned', 'e2', '图书馆')`);
  });
  afterAll(() => database.drop());

  /** What a query says that forgot its WHERE: the evaluations of the rows. */
  const everything = async (who: Reader, table: string): Promise<string[]> => {
    const id = table === 'read.evaluation' ? 'id' : 'evaluation_id';
    const { rows } = await readAs(database.pool, who, {
      text: `select distinct ${id} as id from ${table} order by 1`,
      values: [],
    });
    return rows.map((row) => row.id);
  };

  it('stands around every table that holds something of somebody', async () => {
    const { rows } = await database.pool.query(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname in ('read', 'job') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...WALLED, 'job.notification'].sort());
    const open = await database.pool.query(
      `select c.relname from pg_class c where c.relnamespace = 'read'::regnamespace and c.relkind = 'r' and not c.relrowsecurity`,
    );
    expect(open.rows).toEqual([{ relname: 'checkpoint' }]);
  });

  it.each([...WALLED])('lets nothing of another unit out of %s, although the query has no WHERE', async (table) => {
    for (const role of ['unit-preparer', 'first-reviewer', 'auditor'] as const) {
      expect((await everything(reader('yang', role, 'centre'), table)).filter((id) => id !== 'e1')).toEqual([]);
      expect((await everything(reader('wu', role, 'other'), table)).filter((id) => id !== 'e2')).toEqual([]);
    }
    expect(await everything(reader('shi', 'administrator', 'finance'), table)).toEqual([]);
    expect(await everything({ personId: 'shi', grants: [] }, table)).toEqual([]);
    const above = (await everything(reader('huang', 'auditor', 'finance'), table)).filter((id) => id !== null);
    const all = await database.pool.query(
      `select distinct ${table === 'read.evaluation' ? 'id' : 'evaluation_id'} as id from ${table} order by 1`,
    );
    expect(above).toEqual(all.rows.map(({ id }) => id).filter((id) => id !== null));
  });

  it('shows notices to the person only, whatever the person’s roles', async () => {
    expect(await everything(reader('yang', 'auditor', 'finance'), 'job.notification')).toEqual(['e1']);
    const forged = await readAs(database.pool, reader('yang', 'auditor', 'finance'), {
      text: `update job.notification set read_at = now() where person_id = 'wu'`,
      values: [],
    });
    expect(forged.rowCount).toBe(0);
  });

  it('shows nothing to a query that did not say who reads', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local role shuangshen_reader');
      for (const table of [...WALLED, 'job.notification'])
        expect([table, (await client.query(`select from ${table}`)).rowCount]).toEqual([table, 0]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('lets a reader neither write nor look at the log', async () => {
    const asked = (text: string) => readAs(database.pool, reader('huang', 'auditor', 'finance'), { text, values: [] });
    await expect(asked('delete from read.evaluation')).rejects.toThrow('permission denied');
    await expect(asked(`update read.evaluation set stage = 'APPROVED'`)).rejects.toThrow('permission denied');
    await expect(asked('select from log.event')).rejects.toThrow('permission denied');
    await expect(asked('select from identity.account')).rejects.toThrow('permission denied');
    await expect(asked('select read.wall($$read.evaluation$$)')).rejects.toThrow('permission denied');
    // The connection is nobody's afterwards.
    expect((await database.pool.query('select from read.evaluation')).rowCount).toBe(2);
    expect(
      (await database.pool.query(`select current_setting('shuangshen.reader', true) as reader`)).rows[0].reader,
    ).toBe('');
  });

  it('counts a page within the filtered set, and answers nothing to a forged unit', async () => {
    const wu = reader('wu', 'unit-preparer', 'other');
    const page = await evaluations(database.pool, wu, {}, { limit: 1 });
    expect([page.items.map(({ id }) => id), page.next]).toEqual([['e2'], null]);
    expect((await evaluations(database.pool, wu, { unitId: 'centre' })).items).toEqual([]);
    expect((await findings(database.pool, wu, { evaluationId: 'e1' })).items).toEqual([]);
    expect((await trail(database.pool, wu, { unitId: 'centre' })).items).toEqual([]);
  });

  it('reaches as far as the table of roles says, for every role at every unit', async () => {
    const { rows: units } = await database.pool.query<{ id: string; above: string[] }>(
      `select id, array(select a.id from registry.unit_and_above(u.id) a) as above from registry.unit u order by id`,
    );
    for (const role of [...ROLES, 'nobody'])
      for (const at of [...units.map(({ id }) => id), 'unknown', null]) {
        const text = 'select u as id from read.reader_units() u order by 1';
        const { rows } = await readAs(database.pool, reader('x', role, at), { text, values: [] });
        const known = rows.map(({ id }) => id).filter((id) => id !== 'unknown');
        const expected = units.filter(({ id, above }) => reaches(role, at, { unitId: id, andAbove: above }));
        expect([role, at, known]).toEqual([role, at, expected.map(({ id }) => id)]);
      }
  });
});
