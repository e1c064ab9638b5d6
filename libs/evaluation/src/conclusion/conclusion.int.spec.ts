import { Client } from 'pg';
import { PgEventStore } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { registered, type TestDatabase, testDatabase } from '#libs/testing';
import {
  archived,
  checked,
  checksRan,
  finalized,
  HASH_1,
  HASH_2,
  HISTORY,
  passedFirst,
  passedSecond,
  published,
  rechecked,
  rectificationClosed,
  rectificationOrdered,
  rectificationRejected,
  rectificationReplied,
  returned,
  reviewedBy,
  sampled,
  signed,
  submitted,
} from '../examples/history.spec.js';
import * as people from '../examples/people.spec.js';
import { ACTORS, recorded as append, type Entry, entry, told } from '../examples/recorded.spec.js';
import type { RefusalCode } from '../refusals.js';

const { preparer, checker, head, first, second, rechecker } = people;
const [yuReplies, yuManages] = ['unit-head', 'campaign-manager'].map((role) => people.person('yu', role, []));
const as = (actor: Actor, role: string): Actor => ({ ...actor, role });

const [APPROVED, SAMPLED, RECHECKED] = [HISTORY.APPROVED, HISTORY.SAMPLED, HISTORY.RECHECKED].map(told);
const [FINAL, PUBLISHED, ARCHIVED] = [HISTORY.FINAL, HISTORY.PUBLISHED, HISTORY.ARCHIVED].map(told);
const backFromRecheck = (by: Actor): Entry => [returned(2, 'recheck', by.personId), as(by, 'second-reviewer')];
const corrected = (contentHash: string): Entry =>
  entry({
    type: 'PublicationCorrected',
    data: {
      ...{ by: 'wu', version: 2, contentHash, place: '县政府网站', publishedOn: '2022-08-15' },
      reason: '原公开网址失效，更换网址',
    },
  });

describe('What follows on an approval, in the tables', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  let owner: Client;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await registered(database.pool, { unit: people.UNIT, department: people.DEPARTMENT }, [
      ...ACTORS.values(),
      ...[yuReplies!, yuManages!],
    ]);
  });
  afterAll(async () => {
    await owner.end();
    await store.close();
    await database.drop();
  });

  const recorded = (entries: readonly Entry[], evaluation?: string) => append(store, entries, evaluation);
  const count = async (table: string, evaluation: string) =>
    (await database.pool.query(`select count(*)::int as n from control.${table} where evaluation = $1`, [evaluation]))
      .rows[0].n as number;

  it('is kept from the draw to the archive', async () => {
    const settled = [rectificationOrdered(), rectificationReplied(), rectificationClosed()];
    const evaluation = await recorded([...PUBLISHED!, ...told(settled), corrected(HASH_2), entry(archived(2, HASH_2))]);
    expect(await count('recheck', evaluation)).toBe(1);
    expect(await count('publication', evaluation)).toBe(2);
    expect(await count('rectification_closure', evaluation)).toBe(1);
    expect(await count('archive', evaluation)).toBe(1);
  });

  it('lets an approval lapse that a recheck sends back, and takes the approval of the version that follows', async () => {
    const evaluation = await recorded([...SAMPLED!, backFromRecheck(rechecker)]);
    expect(await count('decision', evaluation)).toBe(0);
    const again = [
      ...[checked(HASH_2), signed(HASH_2), submitted(3, HASH_2), checksRan(3, HASH_2)],
      ...[passedFirst(3, HASH_2), passedSecond(3, HASH_2), rechecked(3, HASH_2), finalized(3, HASH_2)],
    ];
    await recorded(told(again), evaluation);
    expect(await count('approval', evaluation)).toBe(2);
    expect(await count('decision', evaluation)).toBe(1);
  });

  const FORGED: readonly (readonly [string, RefusalCode, readonly Entry[], Entry])[] = [
    ['a recheck by the second reviewer', 'recheck.took-part', SAMPLED!, [rechecked(2, HASH_2, 'lin'), second]],
    [
      'a recheck by the first reviewer, through another role',
      'recheck.took-part',
      SAMPLED!,
      [rechecked(2, HASH_2, 'chen'), as(first, 'second-reviewer')],
    ],
    [
      'a recheck by who wrote',
      'recheck.took-part',
      SAMPLED!,
      [rechecked(2, HASH_2, 'li'), as(preparer, 'second-reviewer')],
    ],
    ['a return from a recheck by a reviewer', 'recheck.took-part', SAMPLED!, backFromRecheck(second)],
    ['a return from a recheck that nobody drew', 'log.fact-not-allowed', APPROVED!, backFromRecheck(rechecker)],
    ['a recheck that nobody drew', 'log.fact-not-allowed', APPROVED!, entry(rechecked(2, HASH_2))],
    ['a second recheck', 'log.fact-not-allowed', RECHECKED!, entry(rechecked(2, HASH_2))],
    ['a recheck of other content', 'evaluation.content-changed', SAMPLED!, entry(rechecked(2, HASH_1))],
    [
      'a recheck in another role',
      'role.not-allowed',
      SAMPLED!,
      [rechecked(2, HASH_2), as(rechecker, 'first-reviewer')],
    ],
    [
      'a recheck on behalf of another',
      'delegation.not-granted',
      SAMPLED!,
      [rechecked(2, HASH_2), { ...rechecker, onBehalfOf: 'lin' }],
    ],
    [
      'a recheck by the system',
      'actor.system-excluded',
      SAMPLED!,
      [rechecked(2, HASH_2, people.system.personId), people.system],
    ],
    ['a recheck in another’s name', 'log.actor-differs', SAMPLED!, [rechecked(2, HASH_2), second]],
    ['a draw of what is not approved', 'log.fact-not-allowed', told(HISTORY.FIRST_PASSED), entry(sampled(2))],
    ['a draw of what is final', 'log.fact-not-allowed', FINAL!, entry(sampled(2))],
    ['a result without the recheck that was drawn', 'log.fact-not-allowed', SAMPLED!, entry(finalized(2, HASH_2))],
    [
      'a result fixed by who took part for the unit',
      'review.participant-excluded',
      RECHECKED!,
      [finalized(2, HASH_2, 'wang'), as(checker, 'campaign-manager')],
    ],
    ['a result of other content', 'evaluation.content-changed', RECHECKED!, entry(finalized(2, HASH_1))],
    ['a rectification before the result', 'log.fact-not-allowed', RECHECKED!, entry(rectificationOrdered())],
    [
      'a finding closed by who replied',
      'rectification.needs-another-person',
      [...FINAL!, entry(rectificationOrdered()), [rectificationReplied('yu'), yuReplies!]],
      [rectificationClosed('yu'), yuManages!],
    ],
    [
      'a finding closed by who took part for the unit',
      'review.participant-excluded',
      [...FINAL!, entry(rectificationOrdered()), entry(rectificationReplied())],
      [rectificationClosed('zhao'), as(head, 'campaign-manager')],
    ],
    [
      'a finding closed without a reply',
      'rectification.not-replied',
      [...FINAL!, entry(rectificationOrdered())],
      entry(rectificationClosed()),
    ],
    [
      'a finding closed on a reply that was rejected',
      'rectification.not-replied',
      [...FINAL!, ...told([rectificationOrdered(), rectificationReplied(), rectificationRejected()])],
      entry(rectificationClosed()),
    ],
    [
      'a rejection where nothing was replied',
      'rectification.not-replied',
      [...FINAL!, entry(rectificationOrdered())],
      entry(rectificationRejected()),
    ],
    [
      'a rejection by who replied',
      'rectification.needs-another-person',
      [...FINAL!, entry(rectificationOrdered()), [rectificationReplied('yu'), yuReplies!]],
      [rectificationRejected('yu'), yuManages!],
    ],
    [
      'a reply to what is closed',
      'rectification.is-closed',
      [...FINAL!, ...told([rectificationOrdered(), rectificationReplied(), rectificationClosed()])],
      entry(rectificationReplied()),
    ],
    ['a publication of other content', 'evaluation.content-changed', FINAL!, entry(published(2, HASH_1))],
    ['a publication of what is not final', 'log.fact-not-allowed', RECHECKED!, entry(published(2, HASH_2))],
    ['a second first publication', 'log.fact-not-allowed', PUBLISHED!, entry(published(2, HASH_2))],
    ['a correction to other content', 'evaluation.content-changed', PUBLISHED!, corrected(HASH_1)],
    [
      'an archive over an open finding',
      'archive.rectification-open',
      [...PUBLISHED!, entry(rectificationOrdered())],
      entry(archived(2, HASH_2)),
    ],
    ['a correction in the archive', 'log.fact-not-allowed', ARCHIVED!, corrected(HASH_2)],
    [
      'a score in the archive',
      'log.fact-not-allowed',
      ARCHIVED!,
      entry({
        type: 'ScoreRecomputed',
        data: {
          version: 2,
          scheme: { id: 's', version: '1' },
          inputHash: 'ab',
          score: { indicators: [], total: null },
        },
      }),
    ],
  ];

  it.each(FORGED)('refuses %s', async (_, code, before, [event, actor]) => {
    const evaluation = await recorded(before);
    await expect(recorded([[event, actor]], evaluation)).rejects.toMatchObject({ code });
  });

  it('refuses a row of a recheck by hand, by the owner himself, when the person had a part in it', async () => {
    const evaluation = await recorded(SAMPLED!);
    const { rows } = await owner.query(`select event_id from control.sample where evaluation = $1`, [evaluation]);
    const write = (person: string) =>
      owner.query(
        `insert into control.recheck (evaluation, version, content_hash, person, event_id) values ($1, 2, $2, $3, $4)`,
        [evaluation, HASH_2, person, rows[0].event_id],
      );
    await expect(write('lin')).rejects.toThrow('recheck.took-part');
    await expect(write('system:x')).rejects.toThrow('violates check constraint');
    await expect(write('qin')).resolves.toBeDefined();
  });

  it('takes nothing from who does not hold the role there, and a return from a recheck of an assigned review', async () => {
    const stranger = people.person('nobody', 'campaign-manager', []);
    const approved = await recorded(APPROVED!);
    await expect(recorded([[finalized(2, HASH_2, 'nobody'), stranger]], approved)).rejects.toThrow('log.actor-differs');
    const assigned = (step: 'first' | 'second', personId: string): Entry => [
      { type: 'ReviewerAssigned', data: { by: 'system:assignment', version: 2, step, personId } },
      { ...people.system, personId: 'system:assignment' },
    ];
    const history = told(reviewedBy({ assignment: 'assigned' }, HISTORY.SUBMITTED.slice(0, 1)));
    const round = told([...HISTORY.SUBMITTED.slice(1, 6).filter(({ type }) => type !== 'EvaluationReturned')]);
    const seats = [assigned('first', 'chen'), assigned('second', 'lin')];
    const passes = told([passedFirst(1, HASH_1), passedSecond(1, HASH_1), sampled(1)]);
    const back: Entry = [returned(1, 'recheck', 'qin'), rechecker];
    const evaluation = await recorded([...history, ...round, ...seats, ...passes, back]);
    expect(await count('lapsed_approval', evaluation)).toBe(1);
  });

  it.each([
    ...['lapsed_approval', 'sample', 'recheck', 'final_result', 'publication', 'rectification_finding'],
    ...['rectification_reply', 'rectification_rejection', 'rectification_closure', 'archive'],
  ])('stays: control.%s takes no delete and no truncate', async (table) => {
    for (const change of [`delete from control.${table}`, `truncate control.${table} cascade`])
      await expect(owner.query(change)).rejects.toThrow('append-only');
  });
});
