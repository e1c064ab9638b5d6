import { randomUUID } from 'node:crypto';
import { type Browser, type County, county, issued, must, PASSWORD, World } from './world.spec.js';

describe('What weighs much, five minutes after the last proof of identity', () => {
  let world: World;
  let cast: County;
  let at: string;

  beforeAll(async () => {
    world = await World.begin();
    cast = await county(world);
    ({ at } = await issued(cast));
  });
  afterAll(() => world.end());

  const fiveMinutesPass = async () => {
    await world.database.pool.query(`update identity.session set confirmed_at = now() - interval '301 seconds'`);
    world.resources.sessions.forgetAll();
  };

  const hash = 'a'.repeat(64);
  const words = '数据与说明不一致，请核对后重新送审。';
  const pass = { step: 'first', version: 1, contentHash: hash, opinion: words };

  const ORDERS: readonly [string, (who: County) => Browser, string, object][] = [
    ['to submit', ({ preparer }) => preparer, 'submission', { contentHash: hash }],
    ['to pass the first review', ({ firstReviewer }) => firstReviewer, 'passes', pass],
    ['to pass the second review', ({ secondReviewer }) => secondReviewer, 'passes', { ...pass, step: 'second' }],
    [
      'to return',
      ({ secondReviewer }) => secondReviewer,
      'returns',
      { reason: words, items: [{ path: '/head/phone', text: words }] },
    ],
    ['to let an error stand', ({ secondReviewer }) => secondReviewer, 'waivers', { findingId: 'R05-x', reason: words }],
  ];

  it.each(ORDERS)('asks for a proof %s, and then decides the very same request', async (_what, whose, noun, body) => {
    const who = whose(cast);
    await fiveMinutesPass();
    const key = randomUUID();
    const order = () => who.post(`${at}/${noun}`, body, { version: 1, key });
    expect(await order()).toMatchObject({ status: 403, body: { code: 'session.confirmation-needed' } });
    must(await who.post('/api/session/confirmation', { password: PASSWORD }), 200);
    const { body: decided } = await order();
    expect(decided.code).not.toMatch(/^(?:session|request)\./);
  });

  it('leaves alone whoever drafts, checks inside the unit, or reads', async () => {
    await fiveMinutesPass();
    const changes = [{ path: '/head/phone', before: null, after: '0745-1' }];
    must(await cast.preparer.ask('PATCH', `${at}/draft`, { body: { changes }, version: 1 }), 200);
    for (const who of [cast.preparer, cast.firstReviewer, cast.auditor]) must(await who.get(at), 200);
    const check = await cast.checker.post(`${at}/unit-checks`, { contentHash: hash }, { version: 2 });
    expect(check.body.code).not.toMatch(/^session\./);
  });

  it('records that it was asked for in vain, and by whom the proof was given', async () => {
    const events = await world.events();
    expect(
      events.filter(({ data }) => (data as { code?: string }).code === 'session.confirmation-needed'),
    ).toHaveLength(ORDERS.length);
    expect(events.filter(({ type }) => type === 'IdentityConfirmed').map(({ data }) => data)).toEqual(
      ORDERS.map(() => expect.objectContaining({ with: 'password', for: 'session' })),
    );
  });
});
