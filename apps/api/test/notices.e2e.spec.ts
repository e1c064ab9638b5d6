import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { BACKUPS } from '#libs/custody';
import { NOTICE_KINDS, numberNotices } from '#libs/notices';
import { eventually } from '#libs/testing';
import { Live } from '../src/notices/live.js';
import type { NoticeStream } from '../src/notices/notice-stream.js';
import { Listener } from './listener.spec.js';
import { type Browser, type County, county, must, World } from './world.spec.js';

describe('Notices', () => {
  let world: World;
  let cast: County;
  let origin: string;
  const listeners: Listener[] = [];

  beforeAll(async () => {
    world = await World.begin({ SESSION_IDLE_MINUTES: '30' });
    cast = await county(world);
    await world.app.listen(0, '127.0.0.1');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
  });
  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close();
  });
  afterAll(() => world.end());

  const personOf = async (who: Browser): Promise<string> => must(await who.get('/api/session'), 200).personId;
  let position = 0;
  /** As a job of the worker writes it; numbered by whoever comes by. */
  const tell = async (personId: string, evaluationId: string) => {
    await world.database.pool.query(
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name) values ($1, $2, 'returned', $3, '中心')`,
      [personId, ++position, evaluationId],
    );
  };
  const number = () => numberNotices(world.database.pool);
  async function listen(who: Browser, lastEventId?: string): Promise<Listener> {
    const listener = await Listener.open(origin, who.cookie ?? '', lastEventId);
    listeners.push(listener);
    return listener;
  }
  const evaluations = ({ notices }: Listener) => notices.map(({ data }) => data.evaluationId);

  describe('live', () => {
    it('come as they are written, in order, to the person they are for', async () => {
      const [mine, others] = [await personOf(cast.preparer), await personOf(cast.checker)];
      const listener = await listen(cast.preparer);
      const elsewhere = await listen(cast.checker);
      expect(listener.answer.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      await tell(mine, 'live-1');
      await tell(others, 'live-2');
      await tell(mine, 'live-3');
      await number();
      await eventually(async () => listener.notices.length === 2 && elsewhere.notices.length === 1);
      expect(evaluations(listener)).toEqual(['live-1', 'live-3']);
      expect(listener.notices[0]?.data).toMatchObject({ kind: 'returned', unitName: '中心' });
      expect(evaluations(elsewhere)).toEqual(['live-2']);
    });

    it('go on after the last that was seen, each once, whatever came meanwhile', async () => {
      const me = await personOf(cast.head);
      const first = await listen(cast.head);
      await tell(me, 'again-1');
      await tell(me, 'again-2');
      await number();
      await eventually(async () => first.notices.length === 2);
      first.close();
      for (let n = 3; n < 253; n += 1) await tell(me, `again-${n}`);
      await number();
      const seen = first.notices[0]!.id;
      const second = await listen(cast.head, seen);
      await tell(me, 'again-253');
      await number();
      await eventually(async () => second.notices.length >= 252);
      expect(evaluations(second)).toEqual(Array.from({ length: 252 }, (_, n) => `again-${n + 2}`));
    });

    it('are not missed when a transaction that began earlier commits later', async () => {
      const me = await personOf(cast.firstReviewer);
      const listener = await listen(cast.firstReviewer);
      const slow = await world.database.pool.connect();
      await slow.query('begin');
      await slow.query(
        `insert into job.notification (person_id, position, kind, evaluation_id, unit_name) values ($1, 9001, 'returned', 'slow', '中心')`,
        [me],
      );
      await tell(me, 'quick');
      await number();
      await eventually(async () => listener.notices.length === 1);
      const last = listener.notices[0]!.id;
      await slow.query('commit');
      slow.release();
      await number();
      await eventually(async () => listener.notices.length === 2);
      expect(evaluations(await eventuallyHeard(cast.firstReviewer, last, 1))).toEqual(['slow']);
    });

    async function eventuallyHeard(who: Browser, lastEventId: string, count: number): Promise<Listener> {
      const listener = await listen(who, lastEventId);
      await eventually(async () => listener.notices.length === count);
      return listener;
    }

    it.each(['-1', '1e9', 'x', '999999999999999', '1; drop'])(
      'begin now for %s, which is no id of ours',
      async (id) => {
        const listener = await listen(cast.auditor, id);
        expect(listener.notices).toEqual([]);
      },
    );

    it('end with the session, and are refused without one', async () => {
      const listener = await listen(cast.stranger);
      must(await cast.stranger.ask('DELETE', '/api/session'), 204);
      await eventually(async () => listener.ended, 5_000);
      expect((await listen(cast.stranger)).answer.statusCode).toBe(401);
    });

    it('do not keep a session from ending', async () => {
      const listener = await listen(cast.manager);
      const { accountId } = must(await cast.manager.get('/api/session'), 200);
      await world.database.pool.query(
        `update identity.session set seen_at = now() - interval '31 minutes' where account_id = $1`,
        [accountId],
      );
      await eventually(async () => listener.ended, 5_000);
      // The others of this file go on as the manager.
      await world.database.pool.query('update identity.session set seen_at = now() where account_id = $1', [accountId]);
    });

    it('beat while nothing happens, and end the oldest of too many streams', async () => {
      const { accountId, personId } = must(await cast.checker.get('/api/session'), 200);
      const { rows } = await world.database.pool.query('select id from identity.session where account_id = $1', [
        accountId,
      ]);
      const live = new Live(world.database.pool, 30, { heartbeat: 20, look: 50 });
      const streams: NoticeStream[] = [];
      for (let n = 0; n < 9; n += 1) streams.push(await live.open(personId, rows[0].id, undefined));
      let text = '';
      streams[8]?.body.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      await eventually(async () => text.includes(': still here'));
      streams[0]?.body.resume();
      await eventually(async () => streams[0]?.body.readableEnded === true);
      live.onModuleDestroy();
      await eventually(async () => streams[8]?.body.readableEnded === true);
    });
  });

  describe('preferences', () => {
    const URL = '/api/notifications/preferences';
    const wish = {
      email: 'yang@example.gov.cn',
      language: 'en',
      quietFrom: '21:00',
      quietTo: '06:30',
      cadence: [{ kind: 'returned', cadence: 'daily' }],
    };

    it('are quiet at night and without an address until somebody says otherwise', async () => {
      expect(must(await cast.preparer.get(URL), 200)).toEqual({
        ...{ email: null, language: 'zh-CN', quietFrom: '22:00', quietTo: '07:00', mailed: false },
        cadence: NOTICE_KINDS.map((kind) => ({ kind, cadence: 'immediately' })),
      });
    });

    it('are the person’s own', async () => {
      const saved = must(await cast.preparer.ask('PUT', URL, { body: wish }), 200);
      expect(saved).toMatchObject({
        email: 'yang@example.gov.cn',
        language: 'en',
        quietFrom: '21:00',
        quietTo: '06:30',
      });
      expect(saved.cadence).toContainEqual({ kind: 'returned', cadence: 'daily' });
      expect(must(await cast.checker.get(URL), 200).email).toBeNull();
      must(await cast.preparer.ask('PUT', URL, { body: { ...wish, email: null } }), 200);
      expect(must(await cast.preparer.get(URL), 200).email).toBeNull();
    });

    it.each([
      [{ email: 'yang' }],
      [{ email: 'a@b\r\nBcc: c@d' }],
      [{ email: 'a@b, c@d' }],
      [{ quietFrom: '24:00' }],
      [{ quietTo: '7:00' }],
      [{ language: 'de' }],
      [{ cadence: [{ kind: 'returned', cadence: 'hourly' }] }],
      [{ cadence: [{ kind: 'in-app', cadence: 'never' }] }],
      [{ inApp: false }],
    ])('refuse %j', async (wrong) => {
      must(await cast.preparer.ask('PUT', URL, { body: { ...wish, ...wrong } }), 400);
    });
  });

  describe('webhooks', () => {
    const draft = {
      divisionCode: '431225',
      name: '绩效股工作群',
      format: 'json',
      url: 'https://hooks.example.org/in?key=hidden',
      secret: 'sixteen-characters',
      kinds: ['returned'],
      language: 'zh-CN',
    };

    it('are set up by the division’s manager or an administrator, shown without address and secret, and recorded', async () => {
      const made = must(await cast.manager.post('/api/webhooks', draft, { key: 'webhook-1' }), 201);
      expect(made).toMatchObject({ name: '绩效股工作群', host: 'hooks.example.org', disabledAt: null });
      expect(must(await cast.manager.post('/api/webhooks', draft, { key: 'webhook-1' }), 201)).toEqual(made);
      const { items } = must(await cast.admin.get('/api/webhooks?divisionCode=431225'), 200);
      expect(items).toEqual([made]);
      expect(JSON.stringify([items, await world.events()])).not.toMatch(/key=hidden|sixteen-characters/);

      const { disabledAt } = must(await cast.admin.ask('DELETE', `/api/webhooks/${made.id}`), 200);
      expect(disabledAt).not.toBeNull();
      const changed = (await world.events()).filter(
        ({ type, data }) => type === 'RecordChanged' && (data as { record: string }).record === 'webhook',
      );
      expect(changed).toHaveLength(2);
    });

    it('are nobody else’s business', async () => {
      for (const who of [cast.preparer, cast.secondReviewer, cast.auditor])
        must(await who.post('/api/webhooks', draft), 403);
      const { code } = must(await cast.manager.post('/api/webhooks', { ...draft, divisionCode: '110101' }), 404);
      expect(code).toBe('webhook.division-out-of-reach');
      must(await cast.admin.get('/api/webhooks?divisionCode=110101'), 404);
      must(await cast.manager.ask('DELETE', '/api/webhooks/1'), 404);
    });

    it.each([
      [{ url: 'http://hooks.example.org/' }, 'webhook.https-only'],
      [{ url: 'https://169.254.169.254/latest/meta-data/' }, 'webhook.address-closed'],
      [{ url: 'https://[::ffff:10.0.0.1]/' }, 'webhook.address-closed'],
      [{ url: 'https://localhost/hook' }, 'webhook.address-closed'],
      [{ url: 'https://u:p@hooks.example.org/' }, 'webhook.no-url'],
      [{ url: 'not an address at all' }, 'webhook.no-url'],
      [{ secret: null }, 'webhook.secret-needed'],
      [{ kinds: [] }, 'webhook.no-kinds'],
      [{ kinds: ['everything'] }, undefined],
      [{ format: 'xml' }, undefined],
    ])('refuse %j', async (wrong, code) => {
      const body = must(await cast.manager.post('/api/webhooks', { ...draft, ...wrong }), 400);
      if (code !== undefined) expect(body).toMatchObject({ code, detail: expect.stringMatching(/[\u4e00-\u9fff]/) });
    });
  });

  describe('parked', () => {
    it('are shown to administrators without persons, and driven again on the record', async () => {
      const me = await personOf(cast.secondReviewer);
      await world.database.pool.query(
        `insert into notice.delivery (position, person_id, kind, evaluation_id, unit_name, channel, state, last_error, attempts)
         select n, $1, 'returned', 'e1', '中心', 'e-mail', 'parked', 'SMTP 550', 8 from generate_series(1, 3) as n`,
        [me],
      );
      const page = must(await cast.admin.get('/api/deliveries?state=parked&limit=2'), 200);
      expect(page.items).toHaveLength(2);
      expect(page.items[0]).toMatchObject({ channel: 'e-mail', state: 'parked', lastError: 'SMTP 550', attempts: 8 });
      expect(JSON.stringify(page)).not.toContain(me);
      const rest = must(await cast.admin.get(`/api/deliveries?limit=2&before=${page.next}`), 200);
      expect(rest).toMatchObject({ items: [{ id: page.items[1].id - 1 }], next: null });

      const id = page.items[0].id;
      expect(must(await cast.admin.post('/api/deliveries/redrive', { ids: [id] }, { key: 'redrive-1' }), 200)).toEqual({
        redriven: [id],
      });
      expect(must(await cast.admin.post('/api/deliveries/redrive', {}), 200).redriven).toHaveLength(2);
      expect(must(await cast.admin.get('/api/deliveries'), 200).items).toEqual([]);
      const recorded = (await world.events()).filter(({ data }) => (data as { record?: string }).record === 'delivery');
      expect(recorded.map(({ data }) => (data as { after: unknown }).after)).toMatchObject([{ redriven: [id] }, {}]);
      must(await cast.manager.get('/api/deliveries'), 403);
      must(await cast.auditor.post('/api/deliveries/redrive', {}), 403);
    });

    it('beside them the backups that were made, the newest first', async () => {
      expect(must(await cast.admin.get('/api/backups'), 200)).toEqual({ items: [] });
      const made = (name: string) => ({ name, files: 7, bytes: 5_000_000, position: 3 });
      const actor = { personId: 'system:operator', accountId: 'system:operator', role: 'system', memberOf: [] };
      for (const [version, name] of ['first', 'second'].entries())
        await world.resources.store.append(BACKUPS, version, [{ type: 'BackupMade', data: made(name) }], {
          ...{ actor, commandId: randomUUID(), correlationId: randomUUID() },
        });
      const at = expect.stringMatching(/Z$/);
      expect(must(await cast.admin.get('/api/backups'), 200).items).toEqual([
        { ...made('second'), at },
        { ...made('first'), at },
      ]);
      must(await cast.auditor.get('/api/backups'), 403);
    });

    it('jobs are shown as well, and done again on the record', async () => {
      await world.database.pool.query(
        `insert into job.inbox (position, handler, evaluation_id, parked_at, reason) values (900001, 'notify', 'e1', now(), 'no such column')`,
      );
      const parked = { position: 900_001, handler: 'notify' };
      expect(must(await cast.admin.get('/health/work'), 200).parked).toEqual([{ ...parked, reason: 'no such column' }]);
      must(await cast.manager.post('/api/jobs/redrive', undefined), 403);
      expect(must(await cast.admin.post('/api/jobs/redrive', undefined), 200)).toEqual({ redriven: [parked] });
      expect(must(await cast.admin.get('/health/work'), 200).parked).toEqual([]);
      const recorded = (await world.events()).filter(({ data }) => (data as { record?: string }).record === 'job');
      expect(recorded).toMatchObject([{ data: { id: 'parked', after: { redriven: [parked] } } }]);
    });
  });
});
