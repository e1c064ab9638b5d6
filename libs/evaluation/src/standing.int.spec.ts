import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { PgEventStore } from '#libs/event-store';
import { type Actor, DomainError } from '#libs/kernel';
import { eventually, registered, type TestDatabase, testDatabase } from '#libs/testing';
import {
  checked,
  edited,
  HASH_1,
  HASH_2,
  HISTORY,
  passedFirst,
  passedSecond,
  returned,
  reviewedBy,
  signed,
  submitted,
} from './examples/history.spec.js';
import {
  checker,
  DEPARTMENT,
  first,
  head,
  manager,
  otherFirst,
  person,
  preparer,
  second,
  system,
  UNIT,
} from './examples/people.spec.js';
import { ACTORS, asSecond, type Entry, entry, recorded, told } from './examples/recorded.spec.js';
import { REFUSALS, type RefusalCode } from './refusals.js';

const PLACE = { unit: UNIT, department: DEPARTMENT };
const SUBMITTED = told(HISTORY.SUBMITTED);
const FIRST_PASSED = told(HISTORY.FIRST_PASSED);
const DRAFT = told(HISTORY.DRAFT);

const given = (step: 'first' | 'second', personId: string, version = 2): Entry => [
  {
    type: 'ReviewerAssigned',
    data: { by: system.personId, version, step, personId, drawn: { seed: '1', lawful: [], excluded: [] } },
  },
  system,
];
/** Assigned before the first version was returned; who has a seat keeps it. */
const ASSIGNED = told(reviewedBy({ assignment: 'assigned' }, HISTORY.SUBMITTED)).flatMap((one): Entry[] =>
  one[0].type === 'EvaluationReturned' ? [given('first', 'chen', 1), given('second', 'lin', 1), one] : [one],
);
const asked = (personId: string): Entry => [
  { type: 'ExpertAsked', data: { by: 'chen', version: 2, personId, question: '是否有批文？' } },
  first,
];
const answeredBy = (actor: Actor): Entry => [
  { type: 'ExpertAnswered', data: { by: actor.personId, version: 2, opinion: '批文有效。' } },
  actor,
];

let database: TestDatabase;
let store: PgEventStore;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  store = new PgEventStore(database.pool);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await registered(database.pool, PLACE, [...ACTORS.values(), ...[first, otherFirst].map(asSecond)]);
});
afterAll(async () => {
  await owner.end();
  await store.close();
  await database.drop();
});

const outcome = (entries: readonly Entry[], evaluation?: string) =>
  recorded(store, entries, evaluation).catch((error: unknown) => error);

/** Facts that the decider would never make of these persons, and why the log does not take them. */
const FORGED: readonly (readonly [sentence: string, code: RefusalCode, before: readonly Entry[], forged: Entry])[] = [
  [
    'by nobody the registry knows',
    'log.actor-differs',
    SUBMITTED,
    [passedFirst(2, HASH_2, 'ghost'), person('ghost', 'first-reviewer', [])],
  ],
  [
    'through an account of another person',
    'log.actor-differs',
    SUBMITTED,
    [passedFirst(2, HASH_2), { ...first, accountId: 'sun-1' }],
  ],
  [
    'that writes as nobody, so as not to take part',
    'log.actor-differs',
    DRAFT,
    [edited('ghost'), person('ghost', 'unit-preparer', [])],
  ],
  [
    'in a role that the person does not hold',
    'role.not-allowed',
    FIRST_PASSED,
    [passedSecond(2, HASH_2, 'wu'), asSecond(manager)],
  ],
  [
    'in a role that the account does not hold, though another of the person’s does',
    'log.actor-differs',
    SUBMITTED,
    [passedFirst(2, HASH_2), { ...first, accountId: 'chen-9' }],
  ],
  [
    'that checks what was written by the same person',
    'unit.needs-another-person',
    DRAFT,
    [checked(HASH_2, 'li'), { ...preparer, accountId: 'li-checks', role: 'unit-checker' }],
  ],
  ['that signs what was not checked', 'log.fact-not-allowed', DRAFT, entry(signed(HASH_2))],
  [
    'that signs what the same person checked',
    'unit.needs-another-person',
    told(HISTORY.UNIT_CHECKED),
    [signed(HASH_2, 'wang'), { ...checker, accountId: 'wang-signs', role: 'unit-head' }],
  ],
  [
    'that signs another content than was checked',
    'evaluation.content-changed',
    told(HISTORY.UNIT_CHECKED),
    entry(signed(HASH_1)),
  ],
  ['that submits what was not signed', 'log.fact-not-allowed', told(HISTORY.UNIT_CHECKED), entry(submitted(2, HASH_2))],
  [
    'that submits another content than was signed',
    'evaluation.content-changed',
    told(HISTORY.UNIT_SIGNED),
    entry(submitted(2, HASH_1)),
  ],
  [
    'that submits what was changed after it was signed',
    'log.fact-not-allowed',
    [...told(HISTORY.UNIT_SIGNED), entry(edited('li'))],
    entry(submitted(2, HASH_2)),
  ],
  ['that takes a seat which is another’s', 'review.not-assigned', ASSIGNED, entry(passedFirst(2, HASH_2, 'sun'))],
  [
    'that takes a seat which was given to another since',
    'review.not-assigned',
    [...ASSIGNED, given('first', 'sun')],
    entry(passedFirst(2, HASH_2)),
  ],
  [
    'that returns out of a seat which is another’s',
    'review.not-assigned',
    ASSIGNED,
    entry(returned(2, 'first-review', 'sun')),
  ],
  [
    'that passes before an expert has answered',
    'expert.has-not-answered',
    [...SUBMITTED, asked('sun')],
    entry(passedFirst(2, HASH_2)),
  ],
  [
    'of an expert who signs',
    'expert.takes-no-seat',
    [...SUBMITTED, asked('sun'), answeredBy(otherFirst)],
    entry(passedFirst(2, HASH_2, 'sun')),
  ],
  [
    'that returns when it is the other step’s turn',
    'log.fact-not-allowed',
    FIRST_PASSED,
    entry(returned(2, 'first-review', 'sun')),
  ],
  [
    'that returns in another role',
    'role.not-allowed',
    SUBMITTED,
    [returned(2, 'first-review', 'sun'), asSecond(otherFirst)],
  ],
];

describe('The log does not take a fact', () => {
  beforeAll(() =>
    registered(database.pool, PLACE, [
      { ...preparer, accountId: 'li-checks', role: 'unit-checker' },
      { ...checker, accountId: 'wang-signs', role: 'unit-head' },
    ]),
  );

  it.each(FORGED)('%s (%s)', async (_, code, before, forged) => {
    const evaluation = await recorded(store, before);
    const refusal = await outcome([forged], evaluation);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code, kind: REFUSALS[code].kind });
  });
});

describe('A reviewer', () => {
  afterEach(async () => {
    await owner.query('delete from registry.membership');
    await owner.query('delete from registry.conflict');
    await owner.query('update identity.account set disabled_at = null');
    await registered(database.pool, PLACE, [first, second]);
  });
  const passes = { first: entry(passedFirst(2, HASH_2)), second: entry(passedSecond(2, HASH_2)) };

  it.each([
    [
      'moved to the unit',
      'review.unit-member-excluded',
      `insert into registry.membership values ('chen', '${UNIT}', 'member', current_date - 1)`,
    ],
    [
      'was lent to the unit until today',
      'review.unit-member-excluded',
      `insert into registry.membership values ('chen', '${UNIT}', 'seconded', current_date - 9, current_date + 1)`,
    ],
    [
      'declared a conflict',
      'review.conflict-declared',
      `insert into registry.conflict (person_id, unit_id, reason) values ('chen', '${UNIT}', '亲属在该单位任职')`,
    ],
    [
      'lost the role',
      'role.not-allowed',
      `delete from identity.role_grant where account_id = 'chen-1' and role = 'first-reviewer'`,
    ],
    [
      'had the account disabled',
      'log.actor-differs',
      `update identity.account set disabled_at = now() where id = 'chen-1'`,
    ],
  ] as const)('who %s a moment ago passes nothing (%s)', async (_, code, happens) => {
    const evaluation = await recorded(store, SUBMITTED);
    await owner.query(happens);
    expect(await outcome([passes.first], evaluation)).toMatchObject({ code });
  });

  it('who left the unit long ago passes', async () => {
    const evaluation = await recorded(store, SUBMITTED);
    await owner.query(`insert into registry.membership values ('chen', $1, 'member', '2020-01-01', '2020-12-31')`, [
      UNIT,
    ]);
    await recorded(store, [passes.first], evaluation);
  });

  it('who moves to the unit after the pass had signed lawfully: it stands, and another decides on it', async () => {
    const evaluation = await recorded(store, FIRST_PASSED);
    await owner.query(`insert into registry.membership values ('chen', $1, 'member', current_date)`, [UNIT]);
    await recorded(store, [passes.second], evaluation);
  });

  it('in whose moment of signing the role is taken back: one waits for the other', async () => {
    const evaluation = await recorded(store, SUBMITTED);
    const taking = new Client({ connectionString: database.ownerUrl });
    await taking.connect();
    try {
      await taking.query('begin');
      await taking.query(
        `update identity.dated_grant set to_date = current_date - 1, from_date = least(from_date, current_date - 1)
          where account_id = 'chen-1' and role = 'first-reviewer'`,
      );
      const late = outcome([passes.first], evaluation);
      const waits = `select exists (select from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0 and datname = current_database()) as w`;
      await eventually(async () => (await owner.query(waits)).rows[0].w === true);
      await taking.query('commit');
      expect(await late).toMatchObject({ code: 'role.not-allowed' });
    } finally {
      await taking.end();
    }
  });
});

describe('Who acts for another', () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const append = async (stream: string, actor: Actor, type: string, data: object) => {
    const { version } = await store.read(stream);
    await store.append(stream, version, [{ type, data }], { actor, commandId: randomUUID(), correlationId: 'c' });
  };
  const grant = (delegator: string, actor: Actor, id: string = randomUUID()) =>
    append(`delegation-${delegator}`, actor, 'DelegationGranted', {
      ...{ id, delegator, delegate: 'sun', from: today, until: today, reason: '出差', by: actor.personId },
    });
  const firstFor = (delegator: string): Entry => [
    passedFirst(2, HASH_2, 'sun', { onBehalfOf: delegator }),
    { ...otherFirst, onBehalfOf: delegator },
  ];

  it('takes the seat that was assigned to the other', async () => {
    const mei = person('mei', 'first-reviewer', [DEPARTMENT]);
    await registered(database.pool, PLACE, [mei]);
    await grant('mei', mei);
    const evaluation = await recorded(store, [...ASSIGNED, given('first', 'mei')]);
    await recorded(store, [firstFor('mei')], evaluation);
  });

  it('inherits the unit to which the other belongs', async () => {
    await grant('lent', manager);
    await registered(database.pool, PLACE, [person('lent', 'first-reviewer', [UNIT])]);
    await owner.query(`insert into registry.membership values ('lent', $1, 'seconded', current_date - 3)`, [UNIT]);
    expect(await outcome([...SUBMITTED, firstFor('lent')])).toMatchObject({ code: 'review.unit-member-excluded' });
  });

  it('does so by a delegation of the other’s own, or of a manager’s', async () => {
    await expect(grant('chen', otherFirst)).rejects.toThrow('delegation.not-granted');
    await expect(grant('chen', { ...first, accountId: 'sun-1' })).rejects.toThrow('log.actor-differs');
    await expect(grant('zhao', head)).resolves.toBeUndefined();
  });
});
