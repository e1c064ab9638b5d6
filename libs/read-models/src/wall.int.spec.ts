import { reaches } from '#libs/authorization';
import { ROLES } from '#libs/evaluation';
import { ownerDoes, type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS, Told } from './examples/log.spec.js';
import { aDivision } from './examples/registry.spec.js';
import { dualReview, evaluations, findings, PROJECTIONS, type Reader, readAs, search, trail } from './index.js';

const reader = (personId: string, role: string, unitId: string | null): Reader => ({
  personId,
  grants: [{ role, unitId }],
});

/** Both evaluations decided, e2 with a participant among the two; a campaign of the department and one of the other unit. Past every rule. */
const DECIDED_AND_CALLED = `
  set session_replication_role = replica;
  alter table control.signature disable trigger user;
  alter table control.approval disable trigger user;
  alter table log.event disable trigger user;
  insert into control.signature (event_id, evaluation, version, content_hash, person, step)
    select gen_random_uuid(), e, 1, repeat('a', 64), p, s
      from (values ('e1', 'long', 'first'), ('e1', 'liang', 'second'), ('e2', 'long', 'first'), ('e2', 'wu', 'second')) as t(e, p, s);
  insert into control.participant values ('e2', 'wu', gen_random_uuid());
  insert into control.approval
    select f.evaluation, 1, f.content_hash, f.event_id, f.person, f.step, s.event_id, s.person, s.step, gen_random_uuid()
      from control.signature f join control.signature s using (evaluation) where f.step = 'first' and s.step = 'second';
  insert into log.event (id, stream, version, type, schema, recorded_at, envelope, payload, leaf_hash)
    select gen_random_uuid(), 'campaign-of-' || o, 1, 'CampaignCreated', 1, now(), '{}',
           convert_to(json_build_object('name', '年度自评', 'fiscalYear', 2021, 'ownerId', o)::text, 'UTF8'), sha256('\\x00'::bytea || '{}'::bytea)
      from unnest(array['department', 'other']) o`;

/** The tables that belong to somebody; the others of the schema hold nobody's data. */
const WALLED = [...PROJECTIONS.flatMap(({ tables }) => tables.map((table) => `read.${table}`)), 'job.deadline'];

/** What a reader sees of the log and of the two-person record: views that say themselves whose rows they show. */
const WINDOWS = ['read.campaign', 'read.two_person_record'];

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
    await ownerDoes(pool, DECIDED_AND_CALLED);
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
    const beyond = await database.pool.query(
      `select c.oid::regclass::text as name, coalesce('security_barrier=true' = any (c.reloptions), false) as barrier
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm')
          and has_table_privilege('shuangshen_reader', c.oid, 'select') and not c.relrowsecurity order by 1`,
    );
    const registry = ['registry.membership', 'registry.person', 'registry.unit'];
    expect(beyond.rows.filter(({ barrier }) => barrier).map(({ name }) => name)).toEqual(WINDOWS);
    expect(beyond.rows.filter(({ barrier }) => !barrier).map(({ name }) => name)).toEqual([
      'read.checkpoint',
      ...registry,
    ]);
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

  it('lets nothing of another unit through a window, although the query has no WHERE', async () => {
    const seen = async (who: Reader) => [
      ...(await everything(who, 'read.two_person_record')),
      ...(await readAs(database.pool, who, { text: 'select id from read.campaign order by 1', values: [] })).rows.map(
        ({ id }) => id,
      ),
    ];
    expect(await seen(reader('yang', 'unit-preparer', 'centre'))).toEqual(['e1', 'of-department']);
    expect(await seen(reader('wu', 'auditor', 'other'))).toEqual(['e2', 'of-other']);
    expect(await seen(reader('huang', 'auditor', 'finance'))).toEqual(['e1', 'e2', 'of-department', 'of-other']);
    expect(await seen(reader('shi', 'administrator', null))).toEqual([]);
    expect(await seen({ personId: 'shi', grants: [] })).toEqual([]);
  });

  it('keeps the proof of 一事双审 and the search for campaigns to the reader’s units', async () => {
    const wu = reader('wu', 'auditor', 'other');
    const exceptions = [{ evaluation: 'e2', why: 'participant' }];
    const proof = { year: 2021, decided: 1, byTwoPersons: 0, reviewers: 2, exceptions };
    expect(await dualReview(database.pool, wu)).toEqual([proof]);
    expect(await dualReview(database.pool, reader('huang', 'auditor', 'finance'))).toEqual([
      { ...proof, decided: 2, byTwoPersons: 1, reviewers: 3 },
    ]);
    const found = await search(database.pool, wu, '年度自评', { units: false, persons: false });
    expect(found).toMatchObject([{ kind: 'campaign', id: 'of-other', fiscalYear: 2021 }]);
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
      for (const table of [...WALLED, ...WINDOWS, 'job.notification'])
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
    await expect(asked('select from control.approval')).rejects.toThrow('permission denied');
    await expect(asked('select from control.standing_signature')).rejects.toThrow('permission denied');
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

  it('finds what somebody reaches once for a query, and never once for each row', async () => {
    const { rows } = await database.pool.query<{ name: string; qual: string }>(
      `select schemaname || '.' || tablename as name, qual from pg_policies where policyname = 'reader' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...WALLED, 'job.notification'].sort());
    const askedOfARow = rows.filter(({ qual }) => /reader\w*\([^)]/.test(qual) || !/SELECT/.test(qual));
    expect(askedOfARow).toEqual([]);
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
