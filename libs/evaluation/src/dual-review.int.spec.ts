import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { PgEventStore } from '#libs/event-store';
import { type Actor, DomainError } from '#libs/kernel';
import { eventually, registered, type TestDatabase, testDatabase } from '#libs/testing';
import type { DelegationGranted } from './delegating.js';
import {
  answered,
  checked,
  checksRan,
  edited,
  HASH_1,
  HASH_2,
  HISTORY,
  passedFirst,
  passedSecond,
  returned,
  reviewedBy,
  revoked,
  signed,
  submitted,
  waived,
} from './examples/history.spec.js';
import { ERROR } from './examples/orders.spec.js';
import {
  checker,
  DEPARTMENT,
  first,
  manager,
  otherFirst,
  person,
  preparer,
  second,
  system,
  UNIT,
} from './examples/people.spec.js';
import { ACTORS, asSecond, type Entry, entry, recorded as recordedIn, told } from './examples/recorded.spec.js';
import type { EvaluationEvent } from './facts.js';
import { CONSTRAINT_REFUSALS, REFUSALS, type RefusalCode } from './refusals.js';

const SUBMITTED = told(HISTORY.SUBMITTED);
const FIRST_PASSED = told(HISTORY.FIRST_PASSED);
const APPROVED = told(HISTORY.APPROVED);
const WITH_ERROR = [...SUBMITTED, entry(checksRan(2, HASH_2, [ERROR]))];
const DRAFT = told(HISTORY.DRAFT);

let database: TestDatabase;
let store: PgEventStore;
let owner: Client;

beforeAll(async () => {
  database = await testDatabase();
  store = new PgEventStore(database.pool);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await registered(database.pool, { unit: UNIT, department: DEPARTMENT }, [
    ...ACTORS.values(),
    ...[first, otherFirst].map(asSecond),
  ]);
});

afterAll(async () => {
  await owner.end();
  await store.close();
  await database.drop();
});

/** Appends facts past the decider, and answers the evaluation they are of. */
const recorded = (entries: readonly Entry[], evaluation?: string) => recordedIn(store, entries, evaluation);

/** What these were is taken back, and they are those instead. */
async function changesOffice(before: readonly Actor[], after: readonly Actor[]): Promise<void> {
  await owner.query('delete from identity.role_grant where account_id = any($1)', [
    before.map(({ accountId }) => accountId),
  ]);
  await registered(database.pool, { unit: UNIT, department: DEPARTMENT }, after);
}

const count = async (table: string, evaluation: string) => {
  const { rows } = await database.pool.query(`select count(*)::int as n from control.${table} where evaluation = $1`, [
    evaluation,
  ]);
  return rows[0].n as number;
};

describe('The two-person record', () => {
  it('holds both signatures and the decision of an approved evaluation', async () => {
    const evaluation = await recorded(APPROVED);
    const { rows } = await database.pool.query(
      `select version, content_hash, first_person, second_person from control.decision where evaluation = $1`,
      [evaluation],
    );
    expect(rows).toEqual([{ version: 2, content_hash: HASH_2, first_person: 'chen', second_person: 'lin' }]);
    expect(await count('signature', evaluation)).toBe(2);
    expect(await count('participant', evaluation)).toBe(3);
    expect(await count('ended_version', evaluation)).toBe(1);
  });

  it('lets a first reviewer revoke and sign again, or another sign in his place', async () => {
    const evaluation = await recorded([
      ...FIRST_PASSED,
      entry(revoked(2)),
      entry(passedFirst(2, HASH_2)),
      entry(revoked(2)),
    ]);
    await recorded([entry(passedFirst(2, HASH_2, otherFirst.personId)), entry(passedSecond(2, HASH_2))], evaluation);
    expect(await count('decision', evaluation)).toBe(1);
  });

  it('lets an error stand that the second reviewer waived, for that version only', async () => {
    const waiving = [...WITH_ERROR, entry(waived(2)), entry(passedFirst(2, HASH_2)), entry(passedSecond(2, HASH_2))];
    expect(await count('decision', await recorded(waiving))).toBe(1);
  });

  it('counts the newest run of the checks of each occasion', async () => {
    const rerun = entry(checksRan(2, HASH_2, [], 'submission'));
    const evaluation = await recorded([...WITH_ERROR, rerun, entry(passedFirst(2, HASH_2))]);
    expect(await count('standing_error', evaluation)).toBe(0);
  });

  it('takes who answered a finding as a participant', async () => {
    const evaluation = await recorded([...told(HISTORY.DRAFT), entry(answered(2))]);
    expect(await count('participant', evaluation)).toBe(3);
  });

  it('goes by the persons in the envelope, whatever account they came through', async () => {
    const evaluation = await recorded(SUBMITTED);
    const { rows } = await database.pool.query(
      'select person from control.participant where evaluation = $1 order by 1',
      [evaluation],
    );
    expect(rows).toEqual([{ person: 'li' }, { person: 'wang' }, { person: 'zhao' }]);
  });

  it('takes a reviewer of an earlier version as a participant, who then signs no more', async () => {
    const evaluation = await recorded(told(HISTORY.DRAFT));
    const drafting = { ...first, accountId: 'chen-of-the-unit', role: 'unit-preparer' };
    await changesOffice([first, asSecond(first)], [drafting]);
    const edit = edited(first.personId, { path: '/sections/problems', before: null, after: '无' });
    await recorded([[edit, drafting], ...told([checked(HASH_2), signed(HASH_2), submitted(2, HASH_2)])], evaluation);
    await changesOffice([drafting], [first, asSecond(first)]);
    await expect(recorded([entry(passedFirst(2, HASH_2))], evaluation)).rejects.toThrow('review.participant-excluded');
  });

  it('leaves other streams and other facts alone', async () => {
    const metadata = { actor: system, commandId: randomUUID(), correlationId: randomUUID() };
    await store.append('session-1', 0, [{ type: 'UnitSigned', data: {} }], metadata);
  });
});

describe('Who acts for a reviewer', () => {
  /** A delegation of today, which a manager grants. */
  const delegated = async (delegator: string, delegate: string, more: Partial<DelegationGranted> = {}) => {
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const days = { from: today, until: today, reason: '出差', by: manager.personId };
    const data: DelegationGranted = { id: randomUUID(), delegator, delegate, ...days, ...more };
    const stream = `delegation-${delegator}`;
    const { version } = await store.read(stream);
    const metadata = { actor: manager, commandId: randomUUID(), correlationId: randomUUID() };
    await store.append(stream, version, [{ type: 'DelegationGranted', data }], metadata);
    return data.id;
  };
  const forWhom = (event: EvaluationEvent, actor: Actor, onBehalfOf: string): Entry => [
    event,
    { ...actor, onBehalfOf },
  ];
  const firstFor = (delegator: string, actor = otherFirst) =>
    forWhom(passedFirst(2, HASH_2, actor.personId, { onBehalfOf: delegator }), actor, delegator);

  it('takes the seat for both: neither signs the other step', async () => {
    const delegator = `d-${randomUUID()}`;
    await delegated(delegator, otherFirst.personId);
    const evaluation = await recorded([...SUBMITTED, firstFor(delegator)]);
    expect(await count('signature', evaluation)).toBe(1);
    const him: Actor = { ...second, personId: delegator };
    await expect(recorded([[passedSecond(2, HASH_2, delegator), him]], evaluation)).rejects.toThrow(
      'review.roles-swapped',
    );
  });

  it('inherits what excludes that person', async () => {
    await delegated(preparer.personId, otherFirst.personId);
    await expect(recorded([...SUBMITTED, firstFor(preparer.personId)])).rejects.toThrow('review.participant-excluded');
  });

  it('does not when the delegation is of other days, has ended, or is another’s', async () => {
    const delegator = `d-${randomUUID()}`;
    await delegated(delegator, otherFirst.personId, { from: '2020-01-01', until: '2020-01-31' });
    await expect(recorded([...SUBMITTED, firstFor(delegator)])).rejects.toThrow('delegation.not-granted');
    const id = await delegated(delegator, otherFirst.personId);
    await expect(recorded([...SUBMITTED, firstFor(delegator, first)])).rejects.toThrow('delegation.not-granted');
    const metadata = { actor: manager, commandId: randomUUID(), correlationId: randomUUID() };
    const end = { type: 'DelegationEnded', data: { id, reason: '返岗', by: manager.personId } };
    await store.append(`delegation-${delegator}`, 2, [end], metadata);
    await expect(recorded([...SUBMITTED, firstFor(delegator)])).rejects.toThrow('delegation.not-granted');
  });

  it('does not when the payload names another than the envelope', async () => {
    const delegator = `d-${randomUUID()}`;
    await delegated(delegator, otherFirst.personId);
    const silent: Entry = [passedFirst(2, HASH_2, otherFirst.personId), { ...otherFirst, onBehalfOf: delegator }];
    await expect(recorded([...SUBMITTED, silent])).rejects.toThrow('log.actor-differs');
  });

  it('is not sent by anybody but the reviewer’s own stream says so', async () => {
    const metadata = { actor: first, commandId: randomUUID(), correlationId: randomUUID() };
    const days = { from: '2022-04-01', until: '2022-04-02' };
    const data = { id: randomUUID(), delegator: 'lin', delegate: 'sun', ...days, reason: '出差', by: 'chen' };
    const forged = { type: 'DelegationGranted', data };
    await expect(store.append(`delegation-${randomUUID()}`, 0, [forged], metadata)).rejects.toThrow(
      'log.fact-not-allowed',
    );
  });

  it('waives for the second reviewer, whose seat is taken with it', async () => {
    const delegator = `d-${randomUUID()}`;
    await delegated(delegator, second.personId);
    const evaluation = await recorded([...WITH_ERROR, forWhom(waived(2), second, delegator)]);
    expect(await count('seat', evaluation)).toBe(2);
  });
});

/** What the tables do with each fact, in this order; a fact that is new is given its place here and in `control.carry_fact`. */
const CARRIED: Readonly<Record<EvaluationEvent['type'], readonly string[]>> = {
  TaskIssued: ['follow_task'],
  DraftImported: ['follow_fact', 'check_standing'],
  DraftEdited: ['follow_fact', 'check_standing'],
  ItemAnswered: ['follow_fact', 'check_standing'],
  FindingAnswered: ['follow_finding', 'check_standing'],
  UnitChecked: ['follow_fact', 'check_standing', 'check_unit_step'],
  UnitSigned: ['follow_fact', 'check_standing', 'check_unit_step'],
  EvaluationSubmitted: ['follow_fact', 'check_standing', 'check_unit_step'],
  ChecksRun: ['follow_finding'],
  FindingWaived: ['follow_finding', 'check_seat', 'check_standing'],
  SubmissionWithdrawn: ['follow_fact', 'check_standing'],
  FirstReviewPassed: ['follow_fact', 'check_seat', 'check_standing'],
  SecondReviewPassed: ['follow_fact', 'check_seat', 'check_standing'],
  PassRevoked: ['follow_fact', 'check_standing'],
  ReviewerAssigned: ['follow_conclusion', 'check_standing'],
  ReviewerMissing: ['follow_conclusion'],
  ReviewerRecused: ['follow_fact', 'check_standing'],
  ExpertAsked: ['follow_conclusion', 'check_standing'],
  ExpertAnswered: ['follow_conclusion', 'check_standing'],
  EvaluationReturned: ['follow_conclusion', 'follow_fact', 'check_seat', 'check_standing'],
  ScoreRecomputed: ['follow_conclusion'],
  SampledForRecheck: ['follow_conclusion', 'check_standing'],
  RecheckRecorded: ['follow_conclusion', 'check_standing'],
  EvaluationFinalized: ['follow_conclusion', 'check_standing'],
  RectificationOrdered: ['follow_conclusion', 'check_standing'],
  RectificationReplied: ['follow_conclusion', 'check_standing'],
  RectificationRejected: ['follow_conclusion', 'check_standing'],
  RectificationClosed: ['follow_conclusion', 'check_standing'],
  EvaluationPublished: ['follow_conclusion', 'check_standing'],
  PublicationCorrected: ['follow_conclusion', 'check_standing'],
  EvaluationArchived: ['follow_conclusion', 'check_standing'],
};

describe('The trigger on the log', () => {
  it.each(Object.entries(CARRIED))('carries %s to: %s', async (type, to) => {
    const { rows } = await owner.query(
      `select prosrc as body, tgenabled from pg_trigger join pg_proc p on p.oid = tgfoid where tgname = 'facts'`,
    );
    expect(rows.map(({ tgenabled }) => tgenabled)).toEqual(['A']);
    const branches = (rows[0].body as string).split('end if;').filter((branch) => branch.includes(`'${type}'`));
    expect(branches.map((branch) => /.*perform control\.(\w+)/s.exec(branch)?.[1])).toEqual(to);
  });
});

/** A fact that the decider would never make, and why the log does not take it. */
const GATED = told(reviewedBy({ gates: ['business', 'audit'] }, HISTORY.SUBMITTED));
const BUSINESS = entry(passedFirst(2, HASH_2, 'chen', { gate: 'business', openGates: ['audit'] }));
const recused = (by: Actor): Entry => [
  { type: 'ReviewerRecused', data: { by: by.personId, version: 2, reason: '与该单位负责人有亲属关系' } },
  by,
];
const FORGED: readonly (readonly [sentence: string, code: RefusalCode, before: readonly Entry[], forged: Entry])[] = [
  [
    'a second pass by the first reviewer',
    'review.needs-another-person',
    FIRST_PASSED,
    [passedSecond(2, HASH_2, 'chen'), { ...first, accountId: 'chen-2', role: 'second-reviewer' }],
  ],
  [
    'a second pass by who revoked a first pass',
    'review.roles-swapped',
    [...FIRST_PASSED, entry(revoked(2)), entry(passedFirst(2, HASH_2, 'sun'))],
    [passedSecond(2, HASH_2, 'chen'), { ...first, role: 'second-reviewer' }],
  ],
  ['a pass of a gate that the review has not', 'review.gate-unknown', GATED, entry(passedFirst(2, HASH_2))],
  [
    'a second gate by the person of the first',
    'review.one-gate-for-each',
    [...GATED, BUSINESS],
    entry(passedFirst(2, HASH_2, 'chen', { gate: 'audit' })),
  ],
  [
    'a second pass while a gate is open',
    'review.first-pass-missing',
    [...GATED, BUSINESS],
    entry(passedSecond(2, HASH_2)),
  ],
  [
    'a gate before the one it waits for',
    'review.gate-waits',
    told(reviewedBy({ gates: ['business', 'audit'], gateOrder: 'in-order' }, HISTORY.SUBMITTED)),
    entry(passedFirst(2, HASH_2, 'chen', { gate: 'audit' })),
  ],
  [
    'a first pass taken back after somebody built on it',
    'revocation.next-acted',
    [
      ...told(reviewedBy({ gates: ['business', 'audit'], second: 'per-gate' }, HISTORY.SUBMITTED)),
      BUSINESS,
      entry(passedFirst(2, HASH_2, 'sun', { gate: 'audit' })),
      entry(passedSecond(2, HASH_2, 'lin', { gate: 'audit', openGates: ['business'] })),
    ],
    entry(revoked(2)),
  ],
  ['a pass by who stepped back', 'review.recused', [...SUBMITTED, recused(first)], entry(passedFirst(2, HASH_2))],
  [
    'a return by who stepped back',
    'review.recused',
    [...SUBMITTED, recused(first)],
    entry(returned(2, 'first-review', 'chen')),
  ],
  ['stepping back from a pass that stands', 'recusal.pass-stands', FIRST_PASSED, recused(first)],
  [
    'another way of reviewing, once it has begun',
    'log.fact-not-allowed',
    SUBMITTED,
    entry(reviewedBy({ gates: ['audit'] }, HISTORY.DRAFT)[0]!),
  ],
  [
    'a first pass on a content that was never checked',
    'review.checks-missing',
    SUBMITTED.filter(([{ type }]) => type !== 'ChecksRun'),
    entry(passedFirst(2, HASH_2)),
  ],
  [
    'a first pass where another content was checked',
    'review.checks-missing',
    [...SUBMITTED.slice(0, -1), entry(checksRan(2, HASH_1))],
    entry(passedFirst(2, HASH_2)),
  ],
  ['a first pass over an error', 'review.open-errors', WITH_ERROR, entry(passedFirst(2, HASH_2))],
  [
    'a second pass over what a colleague waived',
    'review.open-errors',
    [
      ...WITH_ERROR,
      [waived(2, otherFirst.personId), { ...otherFirst, role: 'second-reviewer' }],
      entry(passedFirst(2, HASH_2)),
    ],
    entry(passedSecond(2, HASH_2)),
  ],
  [
    'a first pass by who waived',
    'review.roles-swapped',
    [...WITH_ERROR, entry(waived(2))],
    [passedFirst(2, HASH_2, 'lin'), { ...second, role: 'first-reviewer' }],
  ],
  [
    'a waiver by the first reviewer',
    'review.roles-swapped',
    FIRST_PASSED,
    [waived(2, 'chen'), { ...first, role: 'second-reviewer' }],
  ],
  [
    'a waiver by a participant',
    'review.participant-excluded',
    WITH_ERROR,
    [waived(2, 'wang'), { ...checker, role: 'second-reviewer' }],
  ],
  ['a waiver in another role', 'role.not-allowed', WITH_ERROR, [waived(2, 'sun'), otherFirst]],
  ['a waiver of a version not under review', 'log.fact-not-allowed', DRAFT, entry(waived(2))],
  ['an answer to a finding under review', 'log.fact-not-allowed', SUBMITTED, entry(answered(2))],
  ['a waiver in another’s name', 'log.actor-differs', WITH_ERROR, [waived(2, 'lin'), otherFirst]],
  [
    'a waiver by the system',
    'actor.system-excluded',
    WITH_ERROR,
    [waived(2, system.personId), { ...system, role: 'second-reviewer' }],
  ],
  [
    'a waiver by an administrator',
    'actor.administrator-excluded',
    WITH_ERROR,
    [waived(2), { ...second, role: 'administrator' }],
  ],
  [
    'a waiver on behalf of another',
    'delegation.not-granted',
    WITH_ERROR,
    [waived(2), { ...second, onBehalfOf: 'sun' }],
  ],
  [
    'a pass by a participant',
    'review.participant-excluded',
    SUBMITTED,
    [passedFirst(2, HASH_2, 'wang'), { ...checker, role: 'first-reviewer' }],
  ],
  [
    'a return by a participant',
    'review.participant-excluded',
    SUBMITTED,
    [returned(2, 'first-review', 'wang'), { ...checker, role: 'first-reviewer' }],
  ],
  [
    'a return of the second review by the first reviewer',
    'review.needs-another-person',
    FIRST_PASSED,
    [returned(2, 'second-review', 'chen'), { ...first, role: 'second-reviewer' }],
  ],
  [
    'a pass that names another person than acted',
    'log.actor-differs',
    FIRST_PASSED,
    [passedSecond(2, HASH_2, 'lin'), { ...first, role: 'second-reviewer' }],
  ],
  ['a fact of nobody', 'log.actor-differs', told(HISTORY.DRAFT), [edited(''), { ...preparer, personId: '' }]],
  ['a pass on another content', 'evaluation.content-changed', SUBMITTED, entry(passedFirst(2, HASH_1))],
  ['a pass on another version', 'evaluation.content-changed', SUBMITTED, entry(passedFirst(1, HASH_1))],
  ['a second pass without a first', 'review.first-pass-missing', SUBMITTED, entry(passedSecond(2, HASH_2))],
  [
    'a second pass on a first that was revoked',
    'review.first-pass-missing',
    [...FIRST_PASSED, entry(revoked(2))],
    entry(passedSecond(2, HASH_2)),
  ],
  ['a second first pass', 'log.fact-not-allowed', FIRST_PASSED, entry(passedFirst(2, HASH_2, 'sun'))],
  ['a pass of what was returned', 'log.fact-not-allowed', told(HISTORY.DRAFT), entry(passedFirst(1, HASH_1))],
  ['a pass of nothing', 'log.fact-not-allowed', told(HISTORY.DRAFT.slice(0, 2)), entry(passedFirst(1, HASH_1))],
  ['an edit under review', 'log.fact-not-allowed', FIRST_PASSED, entry(edited('li'))],
  ['an edit after the decision', 'log.fact-not-allowed', APPROVED, entry(edited('li'))],
  ['a return after the decision', 'log.fact-not-allowed', APPROVED, entry(returned(2, 'second-review', 'lin'))],
  ['a version that leaves one out', 'log.fact-not-allowed', told(HISTORY.UNIT_SIGNED), entry(submitted(3, HASH_2))],
  [
    'a pass by the system',
    'actor.system-excluded',
    SUBMITTED,
    [passedFirst(2, HASH_2, system.personId), { ...system, role: 'first-reviewer' }],
  ],
  [
    'an edit by an administrator',
    'actor.administrator-excluded',
    told(HISTORY.DRAFT),
    [edited('admin'), person('admin', 'administrator', [])],
  ],
  [
    'a pass on behalf of another',
    'delegation.not-granted',
    SUBMITTED,
    [passedFirst(2, HASH_2, 'chen', { onBehalfOf: 'sun' }), { ...first, onBehalfOf: 'sun' }],
  ],
  [
    'a pass in another role',
    'role.not-allowed',
    SUBMITTED,
    [passedFirst(2, HASH_2), { ...first, role: 'second-reviewer' }],
  ],
  ['a revocation by another', 'revocation.not-own-pass', FIRST_PASSED, [revoked(2, 'sun'), otherFirst]],
  [
    'a withdrawal after a pass',
    'withdrawal.reviewer-acted',
    FIRST_PASSED,
    [{ type: 'SubmissionWithdrawn', data: { by: 'li', version: 2, reason: '撤回' } }, preparer],
  ],
];

describe('The log does not take', () => {
  it.each(FORGED)('%s (%s)', async (_, code, before, forged) => {
    const evaluation = await recorded(before);
    const stream = `evaluation-${evaluation}`;
    const { version } = await store.read(stream);
    const refusal = await recorded([forged], evaluation).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    const { kind, rule } = REFUSALS[code];
    expect(refusal).toMatchObject({ code, kind, details: rule === undefined ? {} : { rule } });
    expect((await store.read(stream)).version).toBe(version);
  });

  it('both passes of one person in one append', async () => {
    const evaluation = await recorded(SUBMITTED);
    const pair = [passedFirst(2, HASH_2), passedSecond(2, HASH_2, first.personId)];
    const metadata = { actor: first, commandId: randomUUID(), correlationId: randomUUID() };
    await expect(store.append(`evaluation-${evaluation}`, SUBMITTED.length, pair, metadata)).rejects.toThrow(
      'role.not-allowed',
    );
    expect(await count('signature', evaluation)).toBe(0);
  });

  it('a forged pass, and does take the honest facts that came in the same moment', async () => {
    const [honest, forged] = await Promise.all([recorded(FIRST_PASSED), recorded(FIRST_PASSED)]);
    const results = await Promise.allSettled([
      recorded([entry(passedSecond(2, HASH_2))], honest),
      recorded([[passedSecond(2, HASH_2, 'chen'), { ...first, role: 'second-reviewer' }]], forged),
      recorded(APPROVED),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('anything for a reason that is not told above', () => {
    const codes = new Set<string>(FORGED.map(([, code]) => code));
    expect(Object.keys(CONSTRAINT_REFUSALS).filter((code) => !codes.has(code))).toEqual([]);
  });
});

const BLOCKED = 'select cardinality(pg_blocking_pids($1)) > 0 as blocked';

describe('A row written by hand, by the owner himself,', () => {
  /** An event of no evaluation, for rows that need one to point at. */
  const anEvent = async () => {
    const stream = `note-${randomUUID()}`;
    const metadata = { actor: system, commandId: randomUUID(), correlationId: randomUUID() };
    await store.append(stream, 0, [{ type: 'Noted', data: {} }], metadata);
    const { rows } = await owner.query('select id from log.event where stream = $1', [stream]);
    return rows[0].id as string;
  };

  const sign = async (
    evaluation: string,
    row: { person: string | null; step: string; hash?: string; version?: number },
  ) =>
    owner.query(
      `insert into control.signature (event_id, evaluation, version, content_hash, person, step) values ($1, $2, $3, $4, $5, $6)`,
      [await anEvent(), evaluation, row.version ?? 2, row.hash ?? HASH_2, row.person, row.step],
    );

  const decide = async (evaluation: string, firstPerson: string, secondPerson: string) => {
    const { rows } = await owner.query('select event_id, person from control.signature where evaluation = $1', [
      evaluation,
    ]);
    const of = (name: string) => rows.find(({ person: signer }) => signer === name)?.event_id ?? randomUUID();
    return owner.query(
      `insert into control.decision (evaluation, version, content_hash, first_signature, first_person, second_signature, second_person, event_id)
       values ($1, 2, $2, $3, $4, $5, $6, $7)`,
      [evaluation, HASH_2, of(firstPerson), firstPerson, of(secondPerson), secondPerson, await anEvent()],
    );
  };

  it('is a good story when two persons sign', async () => {
    const evaluation = await recorded(SUBMITTED);
    await sign(evaluation, { person: 'chen', step: 'first' });
    await sign(evaluation, { person: 'lin', step: 'second' });
    await decide(evaluation, 'chen', 'lin');
    expect(await count('decision', evaluation)).toBe(1);
  });

  it.each([
    ['a second signature by the same person', { person: 'chen', step: 'second' }, 'review.needs-another-person'],
    ['the same signature again', { person: 'chen', step: 'first' }, 'log.fact-not-allowed'],
    ['a signature by a participant', { person: 'li', step: 'second' }, 'review.participant-excluded'],
    ['a signature by nobody', { person: null, step: 'second' }, 'null value in column "person"'],
    ['a signature on another content', { person: 'lin', step: 'second', hash: HASH_1 }, 'evaluation.content-changed'],
    [
      'a signature on a version that was returned',
      { person: 'lin', step: 'second', version: 1, hash: HASH_1 },
      'log.fact-not-allowed',
    ],
    [
      'a signature on a version that was never submitted',
      { person: 'lin', step: 'second', version: 3 },
      'log.fact-not-allowed',
    ],
    ['a third step', { person: 'lin', step: 'third' }, 'violates check constraint'],
    ['a signature by the system', { person: 'system:worker', step: 'second' }, 'actor.system-excluded'],
  ])('does not become %s', async (_, row, refused) => {
    const evaluation = await recorded(FIRST_PASSED);
    await expect(sign(evaluation, row)).rejects.toThrow(refused);
  });

  it('does not become a decision with one signer, twice, alone, or with one who did not sign', async () => {
    const evaluation = await recorded(FIRST_PASSED);
    await expect(decide(evaluation, 'chen', 'lin')).rejects.toThrow('review.first-pass-missing');
    await sign(evaluation, { person: 'lin', step: 'second' });
    await expect(decide(evaluation, 'chen', 'chen')).rejects.toThrow('violates check constraint');
    await expect(decide(evaluation, 'chen', 'sun')).rejects.toThrow('violates foreign key constraint');
    await expect(decide(evaluation, 'sun', 'lin')).rejects.toThrow('review.first-pass-missing');
  });

  it('does not revoke another’s pass, nor a pass that was decided on', async () => {
    const revoke = async (evaluation: string, by: string) =>
      owner.query(
        `insert into control.signature_revocation (signature, person, event_id)
         select event_id, $2, $3 from control.signature where evaluation = $1 and step = 'first'`,
        [evaluation, by, await anEvent()],
      );
    const [passed, approved] = await Promise.all([recorded(FIRST_PASSED), recorded(APPROVED)]);
    await expect(revoke(passed, 'lin')).rejects.toThrow('violates foreign key constraint');
    await expect(revoke(approved, 'chen')).rejects.toThrow('log.fact-not-allowed');
  });

  it('does not slip past another signer who signs in the same moment', async () => {
    const evaluation = await recorded(SUBMITTED);
    const other = new Client({ connectionString: database.ownerUrl });
    await other.connect();
    const { pid } = (await other.query('select pg_backend_pid() as pid')).rows[0];
    try {
      await owner.query('begin');
      await sign(evaluation, { person: 'chen', step: 'first' });
      const event = randomUUID();
      const late = other
        .query(
          `insert into control.signature (event_id, evaluation, version, content_hash, person, step) values ($1, $2, 2, $3, 'sun', 'first')`,
          [event, evaluation, HASH_2],
        )
        .catch((error: unknown) => error);
      await eventually(async () => (await owner.query(BLOCKED, [pid])).rows[0].blocked === true);
      await owner.query('commit');
      expect(await late).toMatchObject({ message: 'log.fact-not-allowed' });
    } finally {
      await other.end();
    }
  });

  it.each([
    'submitted_version',
    'ended_version',
    'participant',
    'seat',
    'signature',
    'signature_revocation',
    'approval',
  ])('stays: control.%s takes no update, delete or truncate', async (table) => {
    for (const change of [`delete from control.${table}`, `truncate control.${table} cascade`])
      await expect(owner.query(change)).rejects.toThrow('append-only');
    const column = table === 'signature_revocation' || table === 'signature' ? 'person' : 'evaluation';
    await expect(owner.query(`update control.${table} set ${column} = 'x'`)).rejects.toThrow('append-only');
    await owner.query(`set session_replication_role = replica`);
    try {
      await expect(owner.query(`delete from control.${table}`)).rejects.toThrow('append-only');
    } finally {
      await owner.query(`set session_replication_role = origin`);
    }
  });
});

describe('A process', () => {
  it('reads the two-person record and cannot write it', async () => {
    const { rows } = await owner.query(
      `select table_name, string_agg(privilege_type, ',') as may from information_schema.role_table_grants
        where table_schema = 'control' and grantee = 'shuangshen_app' group by 1 order by 1`,
    );
    expect(rows.map(({ table_name: table, may }) => `${table}: ${may}`)).toEqual([
      'approval: SELECT',
      'archive: SELECT',
      'bootstrap_end: SELECT',
      'broken_glass: SELECT',
      'check_run: SELECT',
      'decision: SELECT',
      'delegation: SELECT',
      'delegation_end: SELECT',
      'ended_version: SELECT',
      'error_finding: SELECT',
      'final_result: SELECT',
      'glass_review: SELECT',
      'lapsed_approval: SELECT',
      'participant: SELECT',
      'publication: SELECT',
      'recheck: SELECT',
      'rectification_closure: SELECT',
      'rectification_finding: SELECT',
      'rectification_rejection: SELECT',
      'rectification_reply: SELECT',
      'recusal: SELECT',
      'review_plan: SELECT',
      'sample: SELECT',
      'seat: SELECT',
      'signature: SELECT',
      'signature_revocation: SELECT',
      'standing_delegation: SELECT',
      'standing_error: SELECT',
      'standing_signature: SELECT',
      'submitted_version: SELECT',
      'waiver: SELECT',
    ]);
    await expect(database.pool.query(`select control.refuse('a', 'b', 'c')`)).rejects.toThrow('permission denied');
  });
});
