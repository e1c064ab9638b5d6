import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';
import { type County, county, issued, must, World } from './world.spec.js';

describe('Calendar, deadlines and reminders over HTTP', () => {
  let world: World;
  let cast: County;
  let at: string;
  let elsewhere: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at, elsewhere } = await issued(cast, { reviewWithinDays: 3 }));
  });
  afterAll(() => world.end());

  const day = (body: object = {}) => ({
    ...{ divisionCode: '431225', day: '2026-09-21', kind: 'holiday', reason: '县庆放假' },
    ...body,
  });

  describe('The calendar', () => {
    it('tells every holiday and every day worked instead, and where that was read', async () => {
      const body = must(await cast.preparer.get('/api/calendar/2026'), 200);
      expect(body).toMatchObject({
        year: 2026,
        divisionCode: '431225',
        provisional: false,
        source: { number: '国办发明电〔2025〕7号' },
        warnings: [],
      });
      expect(body.days).toHaveLength(39);
      expect(body.days[0]).toEqual({
        day: '2026-01-01',
        kind: 'holiday',
        name: { zh: '元旦', en: 'New Year' },
        correction: null,
      });
    });

    it('says of a year whose notice is not known that its days may move', async () => {
      const { provisional, warnings } = must(await cast.auditor.get('/api/calendar/2027'), 200);
      expect([provisional, warnings]).toEqual([
        true,
        [expect.objectContaining({ zh: expect.stringContaining('2027 年放假安排尚未收录') })],
      ]);
      const { source, days } = must(await cast.auditor.get('/api/calendar/2035'), 200);
      expect([source, days]).toEqual([null, []]);
    });

    it('is corrected by the manager of the division, with a reason, into the log', async () => {
      must(await cast.manager.post('/api/calendar/days', day()), 201);
      must(await cast.manager.post('/api/calendar/days', day({ day: '2026-09-19', kind: 'working-day' })), 201);
      const { days } = must(await cast.stranger.get('/api/calendar/2026?divisionCode=431225'), 200);
      expect(days.filter(({ correction }: { correction: unknown }) => correction !== null)).toEqual([
        expect.objectContaining({ day: '2026-09-19', kind: 'working-day', name: null }),
        expect.objectContaining({
          day: '2026-09-21',
          kind: 'holiday',
          correction: { reason: '县庆放假', personName: '石股长', at: expect.any(String) },
        }),
      ]);
      expect((await world.events()).filter(({ stream }) => stream === 'calendar-431225')).toHaveLength(2);
    });

    it('changes nothing when the same is said again', async () => {
      expect(must(await cast.manager.post('/api/calendar/days', day()), 201)).toEqual({ version: 2, position: -1 });
    });

    it.each<[string, keyof County, object, number, string]>([
      ['of a unit that is not the division’s own', 'preparer', {}, 403, 'access.role-needed'],
      ['of another division', 'manager', { divisionCode: '433101' }, 404, 'calendar.division-out-of-reach'],
      ['that does not exist', 'manager', { day: '2026-02-29' }, 400, 'request.invalid'],
      ['far away', 'manager', { day: '1999-01-01' }, 400, 'calendar.no-such-day'],
      ['without a reason', 'manager', { reason: '' }, 400, 'request.invalid'],
      ['to something else', 'manager', { kind: 'half-day' }, 400, 'request.invalid'],
    ])('refuses to correct a day %s', async (_, who, body, status, code) => {
      const answer = await (cast[who] as County['manager']).post('/api/calendar/days', day(body));
      expect([answer.status, answer.body.code]).toEqual([status, status === 403 ? answer.body.code : code]);
    });

    it.each(['1999', '2101', 'abc', '2026.5', '-1', '1e3'])('has no year %s', async (year) =>
      expect((await cast.manager.get(`/api/calendar/${year}`)).status).toBe(404),
    );
  });

  describe('A reminder by hand', () => {
    const remind = (who: County['manager'], where = at, body: object = {}) => who.post(`${where}/reminders`, body);

    it('is sent by the manager to those who have the turn, once in 24 hours, and stands in the trail', async () => {
      must(await remind(cast.manager, at, { note: '请尽快填报' }), 201);
      const again = await remind(cast.manager);
      expect([again.status, again.body.code]).toEqual([429, 'reminder.too-soon']);
      expect(Number(again.headers['retry-after'])).toBeGreaterThan(86_000);
      expect(Number(again.headers['retry-after'])).toBeLessThanOrEqual(86_400);
      const { pool, store } = world.resources;
      for (const projection of PROJECTIONS) while ((await project(pool, store, projection)) > 0);
      const { items } = must(await cast.preparer.get(`${at}/trail`), 200);
      expect(items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ type: 'ReminderSent', data: expect.objectContaining({ note: '请尽快填报' }) }),
        ]),
      );
    });

    it('gives the same answer to the same request', async () => {
      const send = () => cast.manager.post(`${elsewhere}/reminders`, {}, { key: 'remind-once-1' });
      const once = must(await send(), 201);
      expect(must(await send(), 201)).toEqual(once);
    });

    it('leaves the version of the evaluation alone: nobody’s page becomes stale', async () => {
      expect((await cast.preparer.get(at)).headers.etag).toBe('"1"');
    });

    it.each<[string, keyof County, number, string]>([
      ['by the preparer whose own turn it is', 'preparer', 409, 'reminder.nobody-to-remind'],
      ['by somebody of another unit', 'stranger', 404, 'evaluation.not-found'],
    ])('is refused %s', async (_, who, status, code) => {
      const answer = await remind(cast[who] as County['manager']);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it.each(['auditor', 'firstReviewer', 'checker', 'admin'] as const)('is not for the %s', async (who) =>
      expect((await remind(cast[who])).status).toBe(403),
    );
  });

  describe('Deadlines', () => {
    const id = () => at.split('/').at(-1)!;
    const counted = (dueAt: string, step = 'unit') =>
      world.resources.pool.query(
        `insert into job.deadline (evaluation_id, campaign_id, unit_id, unit_name, department_id, step, began_at,
                                   began_position, window_ends_at, window_position, due_at)
         values ($1, '431225-2021', $2, '中心', $3, $4, '2026-12-28T01:00:00Z', 1, $5, 1, $5)
         on conflict (evaluation_id) do update set due_at = excluded.due_at, step = excluded.step`,
        [id(), cast.centre.id, cast.department.id, step, dueAt],
      );

    it('are none until they are counted', async () => {
      expect(must(await cast.preparer.get(`${at}/deadline`), 200)).toEqual({
        deadline: null,
        warnings: [],
        reminders: [],
      });
      expect(must(await cast.manager.get('/api/deadlines'), 200).items).toEqual([]);
    });

    it('are told with their reminders, and with what is not known of the year', async () => {
      await counted('2027-01-04T16:00:00Z', 'first-review');
      expect(must(await cast.preparer.get(`${at}/deadline`), 200)).toMatchObject({
        deadline: { step: 'first-review', day: '2027-01-04', dueAt: '2027-01-04T16:00:00.000Z' },
        warnings: [{ en: expect.stringContaining('2027') }],
        reminders: expect.arrayContaining([{ rung: 'due-today', at: '2027-01-04T01:00:00.000Z' }]),
      });
    });

    it('are overdue by the clock alone, and listed for those who reach them', async () => {
      await counted('2022-05-31T16:00:00Z');
      const late = must(await cast.manager.get('/api/deadlines?overdue=true'), 200).items;
      expect(late).toMatchObject([{ evaluationId: id(), step: 'unit', overdue: true }]);
      expect(must(await cast.manager.get('/api/deadlines?overdue=false'), 200).items).toEqual([]);
      expect(must(await cast.stranger.get('/api/deadlines'), 200).items).toEqual([]);
      expect((await cast.admin.get('/api/deadlines')).status).toBe(403);
      await counted('2099-05-31T16:00:00Z');
      expect(must(await cast.manager.get('/api/deadlines?overdue=true&limit=1'), 200).items).toEqual([]);
      expect((await world.events()).map(({ type }) => type)).not.toContain('OVERDUE');
    });

    it('of the campaign stand in its plan', async () => {
      expect(must(await cast.manager.get('/api/campaigns/431225-2021'), 200)).toMatchObject({ reviewWithinDays: 3 });
    });
  });

  describe('Indicators', () => {
    it('are for auditors and managers, and say that they accuse nobody', async () => {
      const body = must(await cast.auditor.get('/api/indicators'), 200);
      expect(body).toMatchObject({
        note: { zh: expect.stringContaining('不是对任何人的指责'), en: expect.stringContaining('accuses nobody') },
        thresholds: { seconds: 60, together: 5, decisions: 10 },
        items: [],
      });
      must(await cast.manager.get('/api/indicators?fiscalYear=2021&campaignId=431225-2021'), 200);
      for (const who of [cast.firstReviewer, cast.preparer, cast.admin])
        expect((await who.get('/api/indicators')).status).toBe(403);
    });
  });
});
