import { randomUUID } from 'node:crypto';
import { addDays, addWorkingDays, type Calendar, dayOf, endOfDay, momentOf } from '#libs/calendar';
import { Calendars } from '#libs/calendars';
import { type EvaluationCommand, evaluation } from '#libs/evaluation';
import { Handler, PgEventStore } from '#libs/event-store';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { giveRoles, type TestDatabase, testDatabase } from '#libs/testing';
import { Deadlines } from './deadlines.js';
import { Bureau, by, HASH, UNTIL_SUBMITTED } from './examples/bureau.spec.js';

const ACTOR = { personId: 'shi', accountId: 'a-shi', role: 'campaign-manager', memberOf: [] };
const TASK = {
  ...{ campaignId: '431225-2021', unitId: 'centre', unitName: '中心', departmentId: 'department' },
  ...{ fiscalYear: 2021, kind: 'whole-unit', dueAt: '2022-05-31T16:00:00.000Z' },
};
const LADDER = ['due-in-3-days', 'due-today', 'overdue-1-day', 'overdue-3-days'];

describe('Deadlines', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  let bureau: Bureau;
  let calendars: Calendars;
  let calendar: Calendar;
  let now: Date;
  let deadlines: Deadlines;
  const today = dayOf(new Date().toISOString());

  beforeEach(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    bureau = new Bureau(database.pool, store);
    await bureau.open();
    await giveRoles(database.pool, ['a-shi', 'campaign-manager', 'department']);
    calendars = new Calendars(store);
    calendar = await calendars.of('431225');
    now = new Date();
    deadlines = new Deadlines(database.pool, store, calendars, () => now);
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const rows = async (text: string) => (await database.pool.query(text)).rows;
  const told = async () =>
    (await rows(`select person_id || ' ' || kind as told from job.notification order by id`)).map((row) => row.told);
  const work = async () => {
    while ((await deadlines.step()) > 0);
  };
  /** Goes on to half past nine of every day until this one. */
  const until = async (last: string) => {
    for (let day = dayOf(now.toISOString()); day < last; ) {
      day = addDays(day, 1);
      now = new Date(momentOf(day, 9 * 60 + 30));
      await work();
    }
  };
  const record = (stream: string, type: string, data: unknown, version = 0) =>
    store.append(stream, version, [{ type, data }], {
      actor: ACTOR,
      commandId: randomUUID(),
      correlationId: randomUUID(),
    });
  const due = addWorkingDays(calendarless(), today, 15);
  const extend = (dueAt: string) => bureau.call({ type: 'ExtendCampaign', data: { dueAt, reason: '决算批复推迟' } });

  it('remind the unit rung by rung, then the department, once each; over a year nothing else happens', async () => {
    await bureau.told('e1', 'issue');
    await extend(endOfDay(due));
    const head = await store.head();
    await until(addDays(today, 366));
    expect(await told()).toEqual([...LADDER.map((rung) => `yang ${rung}`), 'shi overdue-escalated']);
    expect(await store.head()).toBe(head);
    expect(await rows(`select next_at::text, due_at from job.deadline`)).toEqual([
      { next_at: 'infinity', due_at: new Date(endOfDay(due)) },
    ]);
  });

  it('remind each reviewer whom no rule excludes, and count the working days of each review', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    const beganAt = dayOf(new Date().toISOString());
    await until(addWorkingDays(calendar, beganAt, 5));
    expect(await told()).toEqual(['long due-in-3-days', 'long due-today']);
    expect(await rows('select due_at from job.deadline')).toEqual([
      { due_at: new Date(endOfDay(addWorkingDays(calendar, beganAt, 5))) },
    ]);
    await bureau.told('e1', 'first');
    await work();
    await until(addWorkingDays(calendar, beganAt, 30));
    // The second review began just now by the log's clock, which is days behind this one; it never asks long (E1).
    expect(await told()).toEqual(
      expect.arrayContaining(['liang overdue-1-day', 'liang overdue-3-days', 'shi overdue-escalated']),
    );
    expect((await told()).filter((one) => one.startsWith('long'))).toHaveLength(2);
  });

  it('remind those to whom a review was assigned, and nobody else who could do it', async () => {
    await giveRoles(database.pool, ['a-liang', 'first-reviewer', 'department']);
    const give = (type: string, data: object) =>
      new Handler(store, evaluation, { prefix: 'evaluation' }).handle(
        'e1',
        { type, data, by: ACTOR, at: now.toISOString() } as EvaluationCommand,
        { metadata: { actor: ACTOR, commandId: randomUUID(), correlationId: randomUUID() } },
      );
    const review = { assignment: 'assigned', blind: false, gates: [], gateOrder: 'parallel', second: 'overall' };
    await give('IssueTask', { ...TASK, review });
    await bureau.told('e1', 'edit', 'check', 'sign', 'submit');
    await until(addWorkingDays(calendar, today, 3));
    expect(await told()).toEqual([]);
    const candidate = { personId: 'liang', step: 'first', open: 0, from: 'department' };
    await give('AssignReviewer', { step: 'first', candidate, reason: '由梁同志承办此件' });
    await until(addWorkingDays(calendar, today, 5));
    expect(await told()).toEqual(['liang due-today']);
  });

  it('ask nobody who declared a conflict of interest with the unit', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    await database.pool.query(
      `insert into registry.conflict (person_id, unit_id, reason) values ('long', 'centre', '配偶在该单位任职')`,
    );
    await until(addWorkingDays(calendar, today, 5));
    expect(await told()).toEqual([]);
  });

  it('end with the decision', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED, 'first', 'second');
    await until(addDays(today, 40));
    expect([await told(), await rows('select * from job.deadline')]).toEqual([[], []]);
  });

  it('remind the unit of what it has to set right, as long as a finding waits for its reply', async () => {
    const [shi, yang, liang] = [
      by('shi', 'campaign-manager'),
      by('yang', 'unit-preparer'),
      by('liang', 'second-reviewer'),
    ];
    const reply = (findingId: string) =>
      bureau.order('e1', [yang, 'ReplyToRectification', { findingId, reply: '已修订公用经费管理办法，见附件' }]);
    const close = (findingId: string) =>
      bureau.order('e1', [liang, 'CloseRectification', { findingId, note: '已核对有关凭证，予以销号' }]);
    const standing = () => rows('select step, due_at from job.deadline');
    await bureau.told('e1', ...UNTIL_SUBMITTED, 'first', 'second');
    await bureau.order('e1', [shi, 'Finalize', { version: 1, contentHash: HASH }]);
    for (const projection of PROJECTIONS) while ((await project(database.pool, store, projection)) > 0);
    const findings = [{ text: '公用经费超预算' }, { text: '无整改措施' }];
    const basis = '抽查复核发现公用经费超支，请整改';
    await bureau.order('e1', [shi, 'OrderRectification', { basis, findings, dueOn: addDays(due, 90) }]);
    await bureau.order('e1', [shi, 'OrderRectification', { basis, findings: [{ text: '少缴税费' }], dueOn: due }]);

    await until(due);
    const both = (rung: string) => [`yang ${rung}`, `su ${rung}`];
    const toldUntilDue = ['due-in-3-days', 'due-today'].flatMap(both);
    expect(await told()).toEqual(toldUntilDue);
    expect(await standing()).toEqual([{ step: 'rectification', due_at: new Date(endOfDay(due)) }]);
    await reply('z3'); // then the next nearest counts, and it is far away
    await until(addDays(due, 30));
    expect(await told()).toEqual(toldUntilDue);
    expect(await standing()).toEqual([{ step: 'rectification', due_at: new Date(endOfDay(addDays(due, 90))) }]);

    await bureau.order('e1', [liang, 'RejectRectification', { findingId: 'z3', reason: '没有附上缴税凭证，请补充' }]);
    await work();
    expect((await told()).slice(4)).toEqual(['shi overdue-escalated']);
    for (const id of ['z1', 'z2', 'z3']) await reply(id);
    await work();
    expect(await standing()).toEqual([{ step: 'rectification', due_at: null }]);
    for (const id of ['z1', 'z2', 'z3']) await close(id);
    const reading = { version: 1, contentHash: HASH };
    await bureau.order('e1', [shi, 'Archive', { ...reading, unpublishedReason: '涉及个人信息较多，不予公开' }]);
    await until(addDays(due, 120));
    expect([(await told()).slice(5), await standing()]).toEqual([[], []]);
  });

  it('tell nobody twice when everything is derived again', async () => {
    await bureau.told('e1', 'issue');
    await extend(endOfDay(due));
    for (const rung of [0, 1, 3, 5]) {
      await until(addWorkingDays(calendar, due, rung));
      const before = await told();
      await database.pool.query(
        `delete from job.deadline; update job.checkpoint set position = -1 where name = 'deadlines'`,
      );
      await work();
      expect(await told()).toEqual(before);
    }
    expect(await told()).toHaveLength(5);
  });

  it('are shared by two workers that look at the same time', async () => {
    for (const id of ['e1', 'e2', 'e3', 'e4']) await bureau.told(id, 'issue');
    await extend(endOfDay(due));
    const other = new Deadlines(database.pool, store, new Calendars(store), () => now);
    now = new Date(momentOf(due, 10 * 60));
    await Promise.all([
      work(),
      (async () => {
        while ((await other.step()) > 0);
      })(),
    ]);
    await work();
    expect(await told()).toEqual(Array(4).fill('yang due-today'));
  });

  it('give the newest rung only, when the worker was away', async () => {
    await bureau.told('e1', 'issue');
    await extend(endOfDay(due));
    await work();
    now = new Date(momentOf(addWorkingDays(calendar, due, 2), 12 * 60));
    await work();
    expect(await told()).toEqual(['yang overdue-1-day']);
  });

  it('begin anew with an extension', async () => {
    await bureau.told('e1', 'issue');
    await extend(endOfDay(due));
    await until(due);
    const later = addWorkingDays(calendar, due, 10);
    await extend(endOfDay(later));
    await until(later);
    expect(await told()).toEqual(
      ['due-in-3-days', 'due-today', 'due-in-3-days', 'due-today'].map((rung) => `yang ${rung}`),
    );
  });

  it('move with a day that the division corrects', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    await work();
    const day = addWorkingDays(calendar, today, 2);
    const metadata = { actor: ACTOR, commandId: randomUUID(), correlationId: randomUUID() };
    const at = now.toISOString();
    await calendars.correct('431225', { day, kind: 'holiday', reason: '州庆放假' }, { by: ACTOR, at }, { metadata });
    await work();
    const [{ due_at }] = await rows('select due_at from job.deadline');
    expect(due_at).toEqual(new Date(endOfDay(addWorkingDays(calendar, today, 6))));
  });

  it('are none in a division where nobody works any more, and go on in the others', async () => {
    await bureau.told('e1', 'issue');
    await bureau.told('e2', ...UNTIL_SUBMITTED);
    await extend(endOfDay(due));
    await work();
    await database.pool.query(`
      insert into registry.fiscal_division (code, name) values ('433101', '吉首市');
      insert into registry.unit (id, code, name, division_code, kind) values ('away', '1', '外地', '433101', 'unit');
      update job.deadline set unit_id = 'away' where evaluation_id = 'e2'`);
    for (let day = today, n = 0; n < 450; n += 1, day = addDays(day, 1))
      await record(`calendar-433101`, 'DayCorrected', { day, kind: 'holiday', reason: '全部放假' }, n);
    await work();
    const counted = await rows('select evaluation_id, due_at is null as none from job.deadline order by 1');
    expect(counted).toEqual([
      { evaluation_id: 'e1', none: false },
      { evaluation_id: 'e2', none: true },
    ]);
    await until(due);
    expect(await told()).toEqual(['yang due-in-3-days', 'yang due-today']);
  });

  it('pass on what somebody reminds of by hand, once', async () => {
    await bureau.told('e1', ...UNTIL_SUBMITTED);
    await record('reminder-e1', 'ReminderSent', { step: 'first-review', persons: ['long'], at: now.toISOString() });
    await work();
    await database.pool.query(`update job.checkpoint set position = -1 where name = 'deadlines'`);
    await work();
    expect(await told()).toEqual(['long reminded']);
  });
});

/** Weekdays only, for a day that is far enough away whatever the year knows. */
function calendarless(): Calendar {
  return { years: new Map(), days: new Map(), corrections: {} };
}
