import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once as happens } from 'node:events';
import { join } from 'node:path';
import { environment, projectRoot } from '#libs/config';
import { PgEventStore } from '#libs/event-store';
import { Sealing } from '#libs/identity';
import {
  type Format,
  isSigned,
  Mail,
  NOTICE_KINDS,
  type Preference,
  preferenceOf,
  redriveDeliveries,
  SIGNATURE_HEADER,
  savePreference,
  TIMESTAMP_HEADER,
  Webhooks,
} from '#libs/notices';
import { Queues } from '#libs/queue';
import { Schemes } from '#libs/schemes';
import { eventually, type TestDatabase, testDatabase } from '#libs/testing';
import { Courier, type CourierOptions } from './courier.js';
import { Bureau, QUIET, UNTIL_SUBMITTED } from './examples/bureau.spec.js';
import { PostOffice, Receiver } from './examples/post-office.spec.js';
import { Worker } from './worker.js';

const KEY = Buffer.alloc(32, 'key').toString('base64');
const SECRET = 'sixteen-characters';
const ORIGIN = 'https://jixiao.example.gov.cn';
const FROM = 'jixiao@example.gov.cn';
/** Tomorrow, so that nothing that is written now lies in the future. */
const tomorrow = (time: string): Date => {
  const day = new Date(Date.now() + 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  return new Date(`${day}T${time}+08:00`);
};

describe('Notices that leave the house', () => {
  let database: TestDatabase;
  let office: PostOffice;
  let receiver: Receiver;
  let smtpUrl: string;
  let mail: Mail;
  let webhooks: Webhooks;
  let hookUrl: string;

  beforeEach(async () => {
    database = await testDatabase();
    office = new PostOffice();
    receiver = new Receiver();
    [smtpUrl, hookUrl] = await Promise.all([office.open(), receiver.open()]);
    mail = new Mail(smtpUrl, FROM);
    webhooks = new Webhooks(database.pool, new Sealing(KEY));
    await new Bureau(database.pool, new PgEventStore(database.pool)).open();
  });
  afterEach(async () => {
    mail.close();
    await Promise.all([office.close(), receiver.close()]);
    await database.drop();
  });

  const rows = async (text: string) => (await database.pool.query(text)).rows;
  const states = () =>
    rows(`select split_part(channel, ':', 1) as channel, person_id, state, attempts from notice.delivery order by id`);
  const options = (more: Partial<CourierOptions> = {}): CourierOptions => ({
    ...{ origin: ORIGIN, loopback: true, mail, webhooks },
    ...more,
  });
  const courier = (more: Partial<CourierOptions> = {}) => new Courier(database.pool, options(more));
  async function carry(by: Courier): Promise<string[]> {
    const outcomes = [];
    for (const id of await by.due()) outcomes.push(await by.deliver(id));
    return outcomes;
  }

  /** Wants letters, at any hour unless told. */
  async function wantsMail(personId: string, more: Partial<Preference> = {}): Promise<void> {
    const { active: _, ...usual } = await preferenceOf(database.pool, personId);
    const quiet = { from: '00:00', to: '00:00' };
    await savePreference(database.pool, personId, { ...usual, email: `${personId}@example.gov.cn`, quiet, ...more });
  }
  const daily = Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, 'daily'])) as Preference['cadence'];

  async function hook(format: Format = 'json', url = hookUrl): Promise<string> {
    const id = randomUUID();
    const told = { divisionCode: '431225', name: '群', kinds: NOTICE_KINDS, language: 'zh-CN' as const };
    await webhooks.add({ id, format, ...told, url: new URL(url), secret: SECRET });
    return id;
  }

  let position = 0;
  const told = (person: string, kind = 'returned', evaluation = 'e1') =>
    database.pool.query(
      `insert into job.notification (person_id, position, kind, evaluation_id, unit_name, unit_id)
       values ($1, $2, $3, $4, '中心', 'centre') on conflict do nothing`,
      [person, ++position, kind, evaluation],
    );

  describe('are written with the notice', () => {
    it('for who gave an address, once for each webhook of the division, and not at all for who wants none', async () => {
      await wantsMail('yang');
      await wantsMail('lin', { cadence: { ...daily, returned: 'never' } });
      await hook();
      await database.pool.query(
        `insert into job.notification (person_id, position, kind, evaluation_id, unit_name, unit_id)
         select person, 7, 'returned', 'e1', '中心', 'centre' from unnest(array['yang', 'lin', 'su']) as person`,
      );
      expect(await states()).toEqual([
        { channel: 'e-mail', person_id: 'yang', state: 'due', attempts: 0 },
        { channel: 'webhook', person_id: '*', state: 'due', attempts: 0 },
      ]);
    });

    it('or not at all, when its transaction does not commit', async () => {
      await wantsMail('yang');
      const client = await database.pool.connect();
      await client.query('begin');
      await client.query(
        `insert into job.notification (person_id, position, kind, evaluation_id, unit_name) values ('yang', 1, 'returned', 'e', '中心')`,
      );
      await client.query('rollback');
      client.release();
      expect(await states()).toEqual([]);
    });
  });

  describe('by e-mail', () => {
    it('say what, about whom and where to go on', async () => {
      await wantsMail('yang');
      await told('yang');
      expect(await carry(courier())).toEqual(['sent']);
      expect(office.letters).toMatchObject([{ to: 'yang@example.gov.cn', subject: '【双审】 已退回，请修改：中心' }]);
      expect(office.letters[0]?.text).toContain(`${ORIGIN}/evaluations/e1`);
      expect(await rows('select message_id from notice.delivery')).toEqual([
        { message_id: office.letters[0]?.messageId },
      ]);
    });

    it('wait for the end of the quiet hours, across midnight, and are not lost', async () => {
      await wantsMail('yang', { quiet: { from: '22:00', to: '07:00' } });
      await told('yang');
      expect(await carry(courier({ now: () => tomorrow('23:30:00') }))).toEqual(['postponed']);
      const morning = new Date(tomorrow('07:00:00').getTime() + 86_400_000);
      expect(await rows('select next_at, attempts from notice.delivery')).toEqual([{ next_at: morning, attempts: 0 }]);
      expect(await carry(courier({ now: () => new Date(morning.getTime() - 1) }))).toEqual([]);
      expect(await carry(courier({ now: () => morning }))).toEqual(['sent']);
      expect(office.letters).toHaveLength(1);
    });

    it('are one digest a day for who wants one, and what comes after it waits for the next', async () => {
      await wantsMail('yang', { cadence: { ...daily, 'due-today': 'immediately' } });
      for (const id of ['e1', 'e2', 'e3']) await told('yang', 'returned', id);
      await told('yang', 'due-today', 'e4');
      expect(await carry(courier({ now: () => tomorrow('06:00:00') }))).toEqual([
        ...['postponed', 'postponed', 'postponed', 'sent'],
      ]);
      await told('yang', 'returned', 'e5');
      // Three rows of one digest: whoever comes first takes all.
      const eight = courier({ now: () => tomorrow('08:00:00') });
      const outcomes = await Promise.all((await eight.due()).map((id) => eight.deliver(id)));
      expect(outcomes.toSorted()).toEqual(['nothing-due', 'nothing-due', 'postponed', 'sent']);
      expect(office.letters.map(({ subject }) => subject)).toEqual([
        '【双审】 今天截止：中心',
        '【双审】 今日通知汇总（3 条）',
      ]);
      expect(office.letters[1]?.text.match(/evaluations\/e[123]\b/g)).toHaveLength(3);
    });

    it('are dropped when the person takes the address away, or leaves, before they go', async () => {
      await wantsMail('yang');
      await wantsMail('lin');
      await told('yang');
      await told('lin');
      await wantsMail('yang', { email: null });
      await database.pool.query(`update identity.account set disabled_at = now() where person_id = 'lin'`);
      expect(await carry(courier())).toEqual(['dropped', 'dropped']);
      expect(office.letters).toEqual([]);
    });

    it('are tried again when the server refuses, under the same Message-ID, and park without a server', async () => {
      await wantsMail('yang');
      await told('yang');
      office.refusing = 1;
      expect(await carry(courier({ firstWaitMs: 0 }))).toEqual(['failed']);
      expect(await rows('select last_error, state from notice.delivery')).toEqual([
        { last_error: 'SMTP 451', state: 'due' },
      ]);
      expect(await carry(courier())).toEqual(['sent']);
      await told('yang');
      await carry(courier({ mail: undefined }));
      expect((await rows('select state, last_error from notice.delivery order by id')).at(-1)).toEqual({
        state: 'parked',
        last_error: 'mail.not-configured',
      });
    });
  });

  describe('by webhook', () => {
    it('are signed, name nobody, and carry the same id whenever they are repeated', async () => {
      await hook();
      await told('yang');
      await carry(courier());
      const { headers, body } = receiver.accepted[0]!;
      expect(isSigned(SECRET, String(headers[TIMESTAMP_HEADER]), body, String(headers[SIGNATURE_HEADER]))).toBe(true);
      expect(JSON.parse(body)).toMatchObject({ kind: 'returned', evaluationId: 'e1', unitName: '中心' });
      expect(body).not.toContain('yang');
      expect(headers['x-shuangshen-delivery']).toBe(JSON.parse(body).id);
    });

    it.each([1, 3, 7])('arrive after a receiver answered 500 %i times', async (times) => {
      await hook();
      await told('yang');
      receiver.failing = times;
      const patient = courier({ firstWaitMs: 0 });
      const outcomes = [];
      for (let n = 0; n <= times; n += 1) outcomes.push(...(await carry(patient)));
      expect(outcomes).toEqual([...Array.from({ length: times }, () => 'failed'), 'sent']);
      expect(receiver.accepted).toHaveLength(1);
      expect(await carry(patient)).toEqual([]);
    });

    it('are parked after eight failures, and leave when an operator drives them again', async () => {
      await hook();
      await told('yang');
      receiver.failing = 8;
      const patient = courier({ firstWaitMs: 0 });
      for (let n = 0; n < 12; n += 1) await carry(patient);
      expect(receiver.asked).toBe(8);
      expect(await rows('select state, attempts, last_error from notice.delivery')).toEqual([
        { state: 'parked', attempts: 8, last_error: 'answered 500' },
      ]);
      expect(await redriveDeliveries(database.pool)).toHaveLength(1);
      expect(await redriveDeliveries(database.pool)).toEqual([]);
      expect(await carry(patient)).toEqual(['sent']);
    });

    it('wait between failures', async () => {
      await hook();
      await told('yang');
      receiver.failing = 9;
      const now = tomorrow('12:00:00');
      await carry(courier({ now: () => now }));
      expect(await rows('select next_at from notice.delivery')).toEqual([
        { next_at: new Date(now.getTime() + 30_000) },
      ]);
      expect(await courier({ now: () => new Date(now.getTime() + 29_999) }).due()).toEqual([]);
    });

    it('fail when a robot objects with status 200, and say why', async () => {
      await hook('dingtalk');
      await told('yang');
      receiver.answer = '{"errcode":310000,"errmsg":"sign not match"}';
      expect(await carry(courier())).toEqual(['failed']);
      expect(receiver.accepted[0]?.url).toMatch(/^\/hook\?timestamp=\d{13}&sign=/);
      expect(await rows('select last_error from notice.delivery')).toEqual([{ last_error: '310000 sign not match' }]);
    });

    it('never go to a closed address, even when it was stored', async () => {
      await hook('json', 'https://169.254.169.254/latest');
      await told('yang');
      await carry(courier());
      expect(await rows('select state, last_error from notice.delivery')).toEqual([
        { state: 'parked', last_error: 'webhook.address-closed' },
      ]);
    });

    it('go nowhere any more when the webhook was disabled meanwhile', async () => {
      const id = await hook();
      await told('yang');
      await webhooks.disable(id);
      expect(await carry(courier())).toEqual(['dropped']);
      expect(receiver.asked).toBe(0);
    });

    it('cannot be read from the database, nor moved to another row', async () => {
      const id = await hook();
      const other = await hook('json', `${hookUrl}/other`);
      for (const { sealed } of await rows('select sealed from notice.webhook')) {
        expect((sealed as Buffer).includes(SECRET)).toBe(false);
        expect((sealed as Buffer).includes('127.0.0.1')).toBe(false);
      }
      await database.pool.query(
        'update notice.webhook set sealed = (select sealed from notice.webhook where id = $2) where id = $1',
        [id, other],
      );
      await expect(webhooks.target(id)).rejects.toThrow('factor.secret-unreadable');
    });
  });

  describe('leave once', () => {
    const dying = async (): Promise<unknown[]> => {
      const child = spawn(
        process.execPath,
        [
          ...['--import', join(projectRoot(), 'libs/testing/jest/typescript.mjs')],
          'apps/worker/src/examples/dying-courier.spec.ts',
        ],
        {
          cwd: projectRoot(),
          env: {
            ...{ PATH: environment().PATH, DATABASE_URL: database.url, SMTP_URL: smtpUrl, MAIL_FROM: FROM },
            ...{ SECRETS_KEY: KEY, PUBLIC_URL: ORIGIN },
          },
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      return happens(child, 'exit');
    };

    it('when the same job comes many times at once', async () => {
      await wantsMail('yang');
      await hook();
      await told('yang');
      const one = courier();
      const due = await one.due();
      const all = [...due, ...due, ...due, ...due].map((id) => one.deliver(id));
      const outcomes = await Promise.all(all);
      expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(2);
      expect([office.letters.length, receiver.accepted.length]).toEqual([1, 1]);
    });

    it('as far as the outside can tell, when the process is killed after sending and before it says so', async () => {
      await wantsMail('yang');
      await told('yang');
      expect(await dying()).toEqual([null, 'SIGKILL']);
      expect(office.letters).toHaveLength(1);
      expect(await rows('select state, attempts from notice.delivery')).toEqual([{ state: 'due', attempts: 1 }]);
      const after = courier();
      await eventually(async () => (await carry(after)).includes('sent'));
      // The repeat cannot be avoided, and can be recognised: every mail store knows a letter by its Message-ID.
      expect(office.letters).toHaveLength(2);
      expect(new Set(office.letters.map(({ messageId }) => messageId)).size).toBe(1);
      expect(await carry(after)).toEqual([]);
    });

    it('also to a webhook: the repeat bears the same delivery id', async () => {
      await hook();
      await told('yang');
      expect(await dying()).toEqual([null, 'SIGKILL']);
      const after = courier();
      await eventually(async () => (await carry(after)).includes('sent'));
      expect(new Set(receiver.accepted.map(({ headers }) => headers['x-shuangshen-delivery'])).size).toBe(1);
    });

    it('from the event to the letter, with jobs doubled and the queue emptied on the way', async () => {
      const store = new PgEventStore(database.pool);
      const queues = new Queues({ databaseUrl: database.url }, { lockMs: 1_000 });
      const worker = new Worker(database.pool, store, queues, new Schemes(store), QUIET, {
        ...{ concurrency: 4, reconcileAfterMs: 0, reconcileEveryMs: 200 },
        courier: options(),
      });
      for (const person of ['yang', 'su', 'long']) await wantsMail(person);
      await hook();
      const bureau = new Bureau(database.pool, store);
      worker.start();
      try {
        const ids = ['a', 'b', 'c'];
        const telling = Promise.all(ids.map((id) => bureau.told(id, ...UNTIL_SUBMITTED)));
        for (let n = 0; n < 5; n += 1) {
          await queues.forgetAll().catch(() => undefined); // against the workers' own locks
          await queues.addDeliveries(Array.from({ length: 20 }, (_, id) => id + 1)).catch(() => undefined);
        }
        await telling;
        // Of each evaluation: yang twice, su and long once each; the webhook four times.
        await eventually(async () => {
          const [{ n }] = await rows(`select count(*)::int as n from notice.delivery where state = 'sent'`);
          return n === 24;
        }, 40_000);
        expect(office.letters).toHaveLength(12);
        expect(new Set(office.letters.map(({ messageId }) => messageId)).size).toBe(12);
        expect(receiver.accepted).toHaveLength(12);
        expect(await rows('select from job.notification where number is null')).toEqual([]);
      } finally {
        await worker.stop();
        await store.close();
      }
    });
  });
});
