import type { Pool } from 'pg';
import { createPool } from '#libs/database';
import { erasing } from '#libs/erasure';
import { UPCASTERS } from '#libs/evaluation';
import { EventSchemas, PgEventStore } from '#libs/event-store';
import { rebuild, rowHash } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import type { Scheme } from '#libs/scoring';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS_OF_A_STORY } from './cast.js';
import { derive, erase, meantAt } from './erasing.js';
import { sealerOf } from './sealing.js';
import { unguard } from './superuser-attacks.js';
import { audited, copyOf, live, shippedScheme } from './world.js';

const UNITS = ['a0', 'a1', 'b2'];
const EVENTS = UNITS.length * FACTS_OF_A_STORY;
/** In the first story: li edits, chen passes. */
const EDIT = 1;
const PASS = 7;
const TASK_OF_B2 = 2 * FACTS_OF_A_STORY;
const PASS_OF_A1 = FACTS_OF_A_STORY + PASS;

describe('Words that were erased by order', () => {
  let database: TestDatabase;
  let owner: Pool;
  let scheme: Scheme;
  let before: string;
  let confirmed: number;

  const all = async (statement: string, values: unknown[] = []) => (await owner.query(statement, values)).rows;
  const stored = (position: number) =>
    all('select e.* from log.event e join log.position p on p.event_id = e.id where p.position = $1', [position]);

  beforeAll(async () => {
    database = await testDatabase();
    owner = createPool(database.ownerUrl, { max: 4, pipeline: true });
    scheme = await shippedScheme(database.pool);
    await live(database, UNITS, scheme);
    const seal = sealerOf(owner);
    before = await seal();
    confirmed = await erase(database.pool, { personId: 'li' }, [
      await meantAt(owner, EDIT),
      await meantAt(owner, FACTS_OF_A_STORY + EDIT),
    ]);
    await erase(database.pool, { position: PASS }, [await meantAt(owner, PASS)]);
    await derive(owner);
    await seal();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  it('are gone with their salt, and so is the name they were under; place and hash stay', async () => {
    const [row] = await stored(EDIT);
    expect(row).toMatchObject({ payload: null, salt: null, type: 'DraftEdited', leaf_hash: expect.any(Buffer) });
    expect(await all(`select name from registry.person where id = 'li'`)).toEqual([{ name: '〔依令删除〕' }]);
    const [trail] = await all('select data::text as said, erased_by from read.trail where position = $1', [PASS]);
    expect(trail.said).not.toContain('决算一致');
    expect(trail).toMatchObject({ said: expect.stringContaining('"by": "chen"'), erased_by: String(confirmed + 2) });
  });

  it('leave every proof as it was, also towards who kept a checkpoint from before', async () => {
    const verdict = await audited(owner, scheme, { kept: [before] });
    expect(verdict).toMatchObject({ holds: true, faults: [], unsealed: 0, events: EVENTS + 4 });
  });

  it('are told by the verifier: which, when, by whose order and for what', async () => {
    const { erased, control } = await audited(owner, scheme);
    expect(erased).toMatchObject([
      {
        ...{ position: confirmed, orderedBy: 'qin', confirmedBy: 'huang', target: { personId: 'li' } },
        ...{ reason: expect.stringContaining('个人信息'), events: [EDIT, FACTS_OF_A_STORY + EDIT] },
      },
      { target: { position: PASS }, events: [PASS] },
    ]);
    expect(control).toMatchObject({ withoutWords: ['a0', 'a1'], notReplayed: [] });
    expect(control.years.map(({ decided, byTwoPersons }) => [decided, byTwoPersons])).toEqual([
      [2, 2],
      [1, 1],
    ]);
  });

  it('are told in an export of their one evaluation as well', async () => {
    const one = await audited(owner, scheme, { scope: { of: 'evaluation', id: 'a0' } });
    expect(one).toMatchObject({ holds: true, faults: [], events: FACTS_OF_A_STORY + 4 });
    expect(one.erased).toHaveLength(2);
  });

  it('are not missed when everything is rebuilt', async () => {
    const store = new PgEventStore(owner, new EventSchemas(UPCASTERS));
    for (const projection of PROJECTIONS) {
      const live = await Promise.all(projection.tables.map((table) => rowHash(owner, table)));
      await rebuild(owner, store, projection);
      expect(await Promise.all(projection.tables.map((table) => rowHash(owner, table)))).toEqual(live);
    }
    await store.close();
  });

  /** Deciders that forget a rule: what they decide must not get into the log. */
  const FORGETTING: Readonly<Record<string, readonly [Parameters<typeof erase>[3], string]>> = {
    'one person alone': [{ orderedBy: 'qin', confirmedBy: 'qin' }, 'erasure.needs-another-person'],
    'who did it himself': [{ orderedBy: 'chen' }, 'erasure.own-acts'],
    'a part of the system': [{ confirmedBy: 'system:cleaner' }, 'erasure.not-ordered'],
    'an invented person who orders': [{ orderedBy: 'ghost' }, 'log.actor-differs'],
    'an invented person who confirms': [{ confirmedBy: 'ghost' }, 'log.actor-differs'],
    'somebody without the office who orders': [{ orderedBy: 'wang' }, 'role.not-allowed'],
    'somebody without the office who confirms': [{ confirmedBy: 'wang' }, 'role.not-allowed'],
  };
  const careless = (kept: object | null = { by: 'chen' }): typeof erasing => ({
    ...erasing,
    decide: (command, state) => {
      if (command.type !== 'ConfirmErasure') return erasing.decide(command, state);
      const erased = command.data.meant.map(({ position, eventId, type }) => ({ position, eventId, type, kept }));
      return [{ type: 'ErasureConfirmed', data: { by: command.by.personId, erased: erased as never, leftOut: 0 } }];
    },
  });

  it.each(Object.entries(FORGETTING))('are not erased by %s, whatever the decider says', async (_, [persons, code]) => {
    const meant = [await meantAt(owner, PASS_OF_A1)];
    await expect(
      erase(database.pool, { position: PASS_OF_A1 }, meant, { ...persons, decider: careless() }),
    ).rejects.toMatchObject({ code });
    expect((await stored(PASS_OF_A1))[0].payload).not.toBeNull();
  });

  it.each([
    ['another event', { position: PASS }],
    ['what another person did', { personId: 'li' }],
  ])('are not erased by an order that means %s', async (_, target) => {
    const meant = [await meantAt(owner, PASS_OF_A1)];
    await expect(erase(database.pool, target, meant, { decider: careless() })).rejects.toMatchObject({
      code: 'erasure.not-ordered',
    });
  });

  it('leave the tables what they go by: whose task a decided matter was is known though its words are gone', async () => {
    const copy = await copyOf(database.ownerUrl);
    try {
      const task = `select control.task_of('evaluation-b2') ->> 'departmentId' as department`;
      const before = (await copy.owner.query(task)).rows;
      await erase(copy.owner, { position: TASK_OF_B2 }, [await meantAt(copy.owner, TASK_OF_B2)]);
      expect((await copy.owner.query(task)).rows).toEqual(before);
      expect(before).toEqual([{ department: 'department' }]);
    } finally {
      await copy.drop();
    }
  });

  it.each([
    ['other words', { opinion: '不同意' }, 'erasure.kept-differs'],
    ['another person', { by: 'tan' }, 'erasure.kept-differs'],
    ['more than was there', { approved: true }, 'erasure.kept-differs'],
  ])('are not replaced with %s', async (_, change, code) => {
    const meant = await meantAt(owner, PASS_OF_A1);
    const decider = careless({ ...(meant.data as object), ...change });
    await expect(erase(database.pool, { position: PASS_OF_A1 }, [meant], { decider })).rejects.toMatchObject({ code });
  });

  it('are not erased twice, and what decisions rest on is not erased to nothing', async () => {
    const gone = { ...(await meantAt(owner, PASS_OF_A1)), ...(await meantAt(owner, PASS)) };
    await expect(erase(database.pool, { position: PASS }, [gone], { decider: careless() })).rejects.toMatchObject({
      code: 'erasure.not-erasable',
    });
    await expect(
      erase(database.pool, { position: PASS_OF_A1 }, [await meantAt(owner, PASS_OF_A1)], { decider: careless(null) }),
    ).rejects.toMatchObject({ code: 'erasure.kept-differs' });
  });

  it.each([
    [
      'erases without an order',
      `update log.event set payload = null, salt = null where stream = 'evaluation-b2'`,
      /append-only/,
    ],
    [
      'rewrites what was erased',
      `update log.event set payload = '{}', salt = '\\x00' where payload is null`,
      /append-only/,
    ],
    ['moves what was erased', `update log.event set stream = 'evaluation-x' where payload is null`, /append-only/],
    [
      'writes an erasure by hand',
      `insert into log.erasure select e.id, c.id, null from log.event e, log.event c where e.stream = 'evaluation-b2' and c.type = 'ErasureConfirmed'`,
      /erasure\.not-ordered/,
    ],
    ['edits what an erasure kept', `update log.erasure set kept = '{}'`, /append-only/],
  ])('are guarded from the owner who %s', async (_, statement, words) => {
    await expect(owner.query(statement)).rejects.toThrow(words);
  });

  it.each<[string, string, string, number]>([
    [
      'erases without an order',
      `update log.event set payload = null, salt = null where id = (select event_id from log.position where position = 20)`,
      'erasure.without-order',
      20,
    ],
    [
      'forges an erasure under a true order',
      `update log.event set payload = null, salt = null where id = (select event_id from log.position where position = 20);
       insert into log.erasure select p.event_id, c.id, null from log.position p, log.event c
        where p.position = 20 and c.type = 'ErasureConfirmed' limit 1`,
      'erasure.without-order',
      20,
    ],
    [
      'changes what an erasure kept',
      `update log.erasure set kept = convert_to(replace(convert_from(kept, 'UTF8'), '66.88', '88.66'), 'UTF8')`,
      'erasure.kept-differs',
      EDIT,
    ],
  ])('show a superuser who %s, with the place', async (_, statements, code, position) => {
    const copy = await copyOf(database.ownerUrl);
    try {
      await unguard(copy.owner);
      await copy.owner.query(statements);
      const verdict = await audited(copy.owner, scheme);
      expect(verdict.faults.find((fault) => fault.code === code)).toMatchObject({ position });
      expect(verdict.holds).toBe(false);
    } finally {
      await copy.drop();
    }
  });

  it('show what went under an order that meant something else', async () => {
    const copy = await copyOf(database.ownerUrl);
    try {
      await copy.owner.query(
        `create or replace function log.is_meant(target log.event, meant json) returns boolean language sql as 'select true'`,
      );
      await erase(copy.owner, { personId: 'li' }, [await meantAt(copy.owner, PASS_OF_A1)]);
      const { holds, faults } = await audited(copy.owner, scheme);
      expect(faults).toContainEqual(expect.objectContaining({ code: 'erasure.not-meant', position: PASS_OF_A1 }));
      expect(holds).toBe(false);
    } finally {
      await copy.drop();
    }
  });
});
