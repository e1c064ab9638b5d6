import { randomUUID } from 'node:crypto';
import { PgEventStore } from '#libs/event-store';
import { giveRoles, ownerDoes, type TestDatabase, testDatabase } from '#libs/testing';
import type { PersonEvent } from './index.js';

const DAY_MS = 86_400_000;
const day = (n = 0): string => new Date(Date.now() + 8 * 3_600_000 + n * DAY_MS).toISOString().slice(0, 10);

/** The facts go to the log past the decider: what is refused here the tables refuse, whoever writes. */
describe('Behind the decider, the tables', () => {
  let database: TestDatabase;
  let store: PgEventStore;

  beforeEach(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    await database.pool.query(`
      insert into registry.fiscal_division (code, name) values ('431225', '会同县');
      insert into registry.unit (id, code, name, division_code, parent_id, kind) values
        ('department', '117001', '人社局', '431225', null, 'department'), ('centre', '117003', '中心', '431225', 'department', 'unit');
      insert into registry.person (id, name) select id, id from unnest(array['qin', 'zhou', 'tang', 'long', 'he']) as id;
      insert into identity.account (id, person_id, login, password_hash)
        select 'a-' || id, id, id, '$argon2id$test' from registry.person;
      insert into identity.account (id, person_id, login, password_hash) values ('b-long', 'long', 'long2', '$argon2id$test')`);
    await giveRoles(database.pool, ['a-qin', 'administrator', null], ['a-he', 'administrator', null]);
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const ROLES: Readonly<Record<string, string>> = {
    ...{ qin: 'administrator', he: 'administrator', zhou: 'security-administrator', tang: 'audit-administrator' },
  };

  async function happens(
    whose: string,
    event: { type: PersonEvent['type']; data: object },
    by = 'qin',
    role = ROLES[by] ?? 'none',
  ) {
    const stream = `person-${whose}`;
    const { version } = await store.read(stream);
    const actor = { personId: by, accountId: `a-${by}`, role, memberOf: [] };
    const metadata = { actor, commandId: randomUUID(), correlationId: 'request-1' };
    return store.append(stream, version, [{ type: event.type, data: { ...event.data, by } }], metadata);
  }
  const grant = (id: string, role: string, unitId: string | null, more: object = {}) => ({
    ...{ id, accountId: 'a-long', role, unitId, from: day(), to: null },
    ...more,
  });
  const proposed = (data: object, by = 'qin') =>
    happens(
      'long',
      {
        type: 'RoleProposed',
        data: { expiresAt: new Date(Date.now() + DAY_MS).toISOString(), as: ROLES[by], ...data },
      },
      by,
    );
  const granted = (data: object, by = 'zhou', whose = 'long') =>
    happens(whose, { type: 'RoleGranted', data: { basis: 'two-persons', proposedBy: 'qin', ...data } }, by);
  const alone = (data: object, by = 'qin', whose = 'long') =>
    granted({ ...data, basis: 'bootstrap', proposedBy: null }, by, whose);
  /** The second office is held, and with it ends the bootstrap. */
  const appointed = () =>
    alone({ ...grant('g-zhou', 'security-administrator', null), accountId: 'a-zhou' }, 'qin', 'zhou');
  const held = async () =>
    (
      await database.pool.query(
        `select role, unit_id, basis from identity.role_grant where person_id = 'long' order by 1`,
      )
    ).rows;
  const refusal = (code: string) => expect.objectContaining({ code });
  const sessionOf = (account: string) =>
    database.pool.query(
      `insert into identity.session (token_hash, id, account_id, expires_at)
       values (sha256($1::bytea), gen_random_uuid(), $2, now() + interval '1 hour')`,
      [`token of ${account} ${randomUUID()}`, account],
    );
  const sessions = async (account: string) =>
    (await database.pool.query('select from identity.session where account_id = $1', [account])).rowCount;

  it('give a role for two facts of two persons in two offices, and end the sessions of the account', async () => {
    await appointed();
    await sessionOf('a-long');
    await proposed(grant('g1', 'first-reviewer', 'department'));
    expect(await held()).toEqual([]);
    expect(await sessions('a-long')).toBe(1);
    await granted(grant('g1', 'first-reviewer', 'department'));
    expect(await held()).toEqual([{ role: 'first-reviewer', unit_id: 'department', basis: 'two-persons' }]);
    expect(await sessions('a-long')).toBe(0);
    await expect(granted(grant('g1', 'first-reviewer', 'department'))).rejects.toEqual(
      refusal('grant.proposal-not-found'),
    );
  });

  it('refuse a confirmation by one alone, by the same office, by nobody in office, too late, or of something else', async () => {
    await appointed();
    const wish = grant('g1', 'first-reviewer', 'department');
    await proposed(wish);
    await expect(granted(wish, 'qin')).rejects.toEqual(refusal('grant.needs-two-persons'));
    await expect(granted(wish, 'he')).rejects.toEqual(refusal('grant.needs-other-office'));
    await expect(granted(wish, 'tang')).rejects.toEqual(refusal('grant.not-ones-office'));
    await expect(granted({ ...wish, role: 'second-reviewer' })).rejects.toEqual(refusal('grant.not-as-proposed'));
    await expect(granted({ ...wish, id: 'g2' })).rejects.toEqual(refusal('grant.proposal-not-found'));
    await expect(alone(wish)).rejects.toEqual(refusal('grant.needs-two-persons'));
    // Who claims an office he does not hold, and who would give himself a role.
    await expect(
      happens(
        'long',
        { type: 'RoleGranted', data: { ...wish, basis: 'two-persons', proposedBy: 'qin' } },
        'tang',
        'security-administrator',
      ),
    ).rejects.toEqual(refusal('grant.not-ones-office'));
    await expect(
      happens('qin', {
        type: 'RoleProposed',
        data: { ...wish, as: 'administrator', expiresAt: '2099-01-01T00:00:00.000Z' },
      }),
    ).rejects.toEqual(refusal('grant.to-oneself'));
    await ownerDoes(database.pool, `update identity.grant_proposal set expires_at = now()`);
    await expect(granted(wish)).rejects.toEqual(refusal('grant.proposal-expired'));
    expect(await held()).toEqual([]);
  });

  it('give nothing that was declined', async () => {
    await appointed();
    await proposed(grant('g1', 'first-reviewer', 'department'));
    await happens('long', { type: 'RoleDeclined', data: { id: 'g1', reason: '已调离' } }, 'zhou');
    await expect(granted(grant('g1', 'first-reviewer', 'department'))).rejects.toEqual(
      refusal('grant.proposal-not-found'),
    );
  });

  it.each([
    ['unit-preparer', 'centre', 'first-reviewer', 'department'],
    ['second-reviewer', 'centre', 'unit-head', 'centre'],
    ['auditor', 'department', 'campaign-manager', 'department'],
    ['audit-administrator', null, 'auditor', 'department'],
    ['administrator', null, 'first-reviewer', 'department'],
  ])('keep %s of %s and %s of %s apart in one person, through whatever account', async (one, at, other, where) => {
    await alone(grant('g1', one, at));
    const second = grant('g2', other, where, { accountId: 'b-long' });
    await expect(alone(second)).rejects.toEqual(refusal('grant.excluded-role'));
    await alone({ ...second, id: 'g3', role: one, unitId: at });
    expect(await held()).toHaveLength(2);
  });

  it('let excluding roles follow each other, and never meet on a day, also when both are given at once', async () => {
    await alone(grant('g1', 'unit-head', 'centre', { to: day(9) }));
    await expect(alone(grant('g2', 'first-reviewer', 'department', { from: day(9) }))).rejects.toEqual(
      refusal('grant.excluded-role'),
    );
    await alone(grant('g3', 'first-reviewer', 'department', { from: day(10) }));
    const outcomes = await Promise.allSettled(
      ['unit-head', 'second-reviewer'].map((role, n) =>
        alone(grant(`r${n}`, role, 'centre', { accountId: 'a-tang' }), 'qin', 'tang'),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('take a role away at once for one fact, and never the last system administrator', async () => {
    await alone(grant('g1', 'first-reviewer', 'department', { from: day(-3) }));
    await sessionOf('a-long');
    const revoked = (data: object, whose = 'long') =>
      happens(whose, { type: 'RoleRevoked', data: { lastDay: day(-1), ...data } });
    await revoked(grant('g1', 'first-reviewer', 'department'));
    expect([await held(), await sessions('a-long')]).toEqual([[], 0]);
    const { rows } = await database.pool.query(
      `select id, account_id from identity.dated_grant where role = 'administrator' order by 2`,
    );
    const [he, qin] = rows.map(({ id, account_id }) => ({
      id,
      accountId: account_id,
      role: 'administrator',
      unitId: null,
    }));
    await revoked({ ...he }, 'he');
    await expect(revoked({ ...qin }, 'qin')).rejects.toEqual(refusal('account.last-administrator'));
  });

  it('let one alone give a role for three days at most, and take one written review of the audit', async () => {
    await appointed();
    const broken = (more: object = {}) =>
      happens('long', {
        type: 'GlassBroken',
        data: { ...grant('g1', 'second-reviewer', 'department'), to: day(2), reason: '失联', ...more },
      });
    await expect(broken({ to: day(3) })).rejects.toEqual(refusal('log.fact-not-allowed'));
    await expect(broken({ to: null })).rejects.toEqual(refusal('log.fact-not-allowed'));
    await broken();
    expect(await held()).toMatchObject([{ basis: 'break-glass' }]);
    const reviewed = (by: string, role?: string) =>
      happens('long', { type: 'BreakGlassReviewed', data: { id: 'g1', justified: true, opinion: '属实' } }, by, role);
    await expect(reviewed('zhou')).rejects.toEqual(refusal('grant.not-ones-office'));
    await expect(reviewed('tang')).rejects.toEqual(refusal('grant.not-ones-office'));
    await giveRoles(database.pool, ['a-tang', 'audit-administrator', null]);
    await reviewed('tang');
    await expect(reviewed('tang')).rejects.toThrow();
  });

  it('write where a person belongs, and refuse a unit that does not exist and another’s name under a fact', async () => {
    const memberships = [{ unitId: 'department', kind: 'member', from: '2020-01-01', to: null }];
    await happens('new', { type: 'PersonRegistered', data: { name: '新人', memberships } });
    const seconded = { unitId: 'centre', kind: 'seconded', from: day(), to: null };
    await happens('new', { type: 'MembershipBegun', data: seconded });
    await happens('new', { type: 'MembershipEnded', data: { ...seconded, to: day(30) } });
    await happens('new', { type: 'PersonRenamed', data: { name: '新名', before: '新人' } });
    const rows = async () =>
      (
        await database.pool.query(
          `select p.name, m.unit_id, m.kind, m.to_date::text from registry.membership m join registry.person p on p.id = m.person_id
            where p.id = 'new' order by m.from_date`,
        )
      ).rows;
    expect(await rows()).toEqual([
      { name: '新名', unit_id: 'department', kind: 'member', to_date: null },
      { name: '新名', unit_id: 'centre', kind: 'seconded', to_date: day(30) },
    ]);
    await happens('new', { type: 'MembershipStruck', data: seconded });
    expect(await rows()).toHaveLength(1);
    await expect(happens('new', { type: 'MembershipBegun', data: { ...seconded, unitId: 'nowhere' } })).rejects.toEqual(
      refusal('person.unknown-unit'),
    );
    const actor = { personId: 'qin', accountId: 'a-qin', role: 'administrator', memberOf: [] };
    await expect(
      store.append(
        'person-other',
        0,
        [{ type: 'PersonRegistered', data: { name: '某', memberships: [], by: 'zhou' } }],
        {
          ...{ actor, commandId: randomUUID(), correlationId: 'request-1' },
        },
      ),
    ).rejects.toEqual(refusal('log.actor-differs'));
  });

  it('take no row from a process that no fact stands behind', async () => {
    for (const statement of [
      `insert into identity.dated_grant (account_id, person_id, role, unit_id) values ('a-long', 'long', 'auditor', 'department')`,
      `delete from identity.dated_grant`,
      `update identity.dated_grant set to_date = null`,
      `insert into registry.membership (person_id, unit_id, kind, from_date) values ('long', 'centre', 'member', '2020-01-01')`,
      `insert into control.bootstrap_end (event_id) select id from log.event limit 1`,
      `update identity.grant_proposal set expires_at = 'infinity'`,
    ])
      await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    await expect(database.pool.query(`select identity.appoint_first('a-long')`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('keep who holds an office out of evaluations, whatever role he claims (E10)', async () => {
    const actor = { personId: 'qin', accountId: 'a-qin', role: 'unit-preparer', memberOf: [] };
    await expect(
      store.append('evaluation-e1', 0, [{ type: 'TaskIssued', data: { by: 'qin' } }], {
        ...{ actor, commandId: randomUUID(), correlationId: 'request-1' },
      }),
    ).rejects.toEqual(refusal('actor.administrator-excluded'));
  });
});
