import { gatedFetch } from './gated-fetch.js';
import { Unreachable } from './problem.js';
import { SessionGate } from './session-gate.js';

const URL_ = 'http://bureau.test/api/evaluations/1/draft';
const command = () => new Request(URL_, { method: 'PATCH', body: '{"a":1}', headers: { 'idempotency-key': 'k-1' } });
const gates = (session = new SessionGate(), confirmation = new SessionGate()) => ({ session, confirmation });
const noPause = async (): Promise<void> => undefined;

/** Answers one after the other, a text being the code of a 403, and keeps what was sent. */
function server(...answers: readonly (number | string)[]) {
  const sent: { readonly body: string; readonly key: string | null }[] = [];
  const send = async (request: Request): Promise<Response> => {
    const answer = answers[sent.length] ?? 200;
    sent.push({ body: await request.text(), key: request.headers.get('idempotency-key') });
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    if (typeof answer === 'string') return new Response(JSON.stringify({ code: answer }), { status: 403 });
    return new Response(null, { status: answer });
  };
  return { sent, send };
}

describe('A command whose session has ended', () => {
  it('waits for the person to log in again, then goes out as it was', async () => {
    const gate = new SessionGate();
    const { sent, send } = server(401, 200);
    let seen = 0;
    gate.subscribe(() => {
      seen += 1;
    });
    const asked = gatedFetch(gates(gate), send, noPause)(command());
    while (!gate.isClosed) await Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve)));
    expect([seen, sent.length]).toEqual([1, 1]);
    gate.open();
    expect((await asked).status).toBe(200);
    expect(sent).toEqual([
      { body: '{"a":1}', key: 'k-1' },
      { body: '{"a":1}', key: 'k-1' },
    ]);
    expect(gate.isClosed).toBe(false);
  });

  it('is given up when the person leaves', async () => {
    const gate = new SessionGate();
    const asked = gatedFetch(gates(gate), server(401).send, noPause)(command());
    while (!gate.isClosed) await new Promise((resolve) => setImmediate(resolve));
    gate.abandon(new Error('left'));
    await expect(asked).rejects.toThrow('left');
  });

  it('does not wait at the log-in itself', async () => {
    const request = new Request('http://bureau.test/api/session', { method: 'POST' });
    expect((await gatedFetch(gates(), server(401).send, noPause)(request)).status).toBe(401);
  });
});

describe('A command that needs a fresh proof of identity', () => {
  it('waits for it, then goes out as it was, under the same key', async () => {
    const confirmation = new SessionGate();
    const { sent, send } = server('session.confirmation-needed', 200);
    const asked = gatedFetch(gates(undefined, confirmation), send, noPause)(command());
    while (!confirmation.isClosed) await new Promise((resolve) => setImmediate(resolve));
    confirmation.open();
    expect((await asked).status).toBe(200);
    expect(sent).toEqual([
      { body: '{"a":1}', key: 'k-1' },
      { body: '{"a":1}', key: 'k-1' },
    ]);
  });

  it('is refused, with the reason, when the person declines', async () => {
    const confirmation = new SessionGate();
    const { sent, send } = server('session.confirmation-needed');
    const asked = gatedFetch(gates(undefined, confirmation), send, noPause)(command());
    while (!confirmation.isClosed) await new Promise((resolve) => setImmediate(resolve));
    confirmation.abandon(new Error('declined'));
    expect(await (await asked).json()).toEqual({ code: 'session.confirmation-needed' });
    expect(sent).toHaveLength(1);
  });

  it('waits like one without a session while only the password was given again', async () => {
    const gate = new SessionGate();
    const asked = gatedFetch(gates(gate), server('session.second-factor-needed', 200).send, noPause)(command());
    while (!gate.isClosed) await new Promise((resolve) => setImmediate(resolve));
    gate.open();
    expect((await asked).status).toBe(200);
  });

  it('is told any other refusal at once', async () => {
    const response = await gatedFetch(gates(), server('role.not-allowed').send, noPause)(command());
    expect(await response.json()).toEqual({ code: 'role.not-allowed' });
  });
});

describe('An answer that is lost', () => {
  it('is asked for again under the same key, and at last told as unreachable', async () => {
    const { sent, send } = server('lost', 503, 'lost');
    await expect(gatedFetch(gates(), send, noPause)(command())).rejects.toBeInstanceOf(Unreachable);
    expect(sent.map(({ key }) => key)).toEqual(['k-1', 'k-1', 'k-1']);
  });

  it('is asked for once where asking twice could do it twice', async () => {
    const { sent, send } = server('lost');
    const request = new Request('http://bureau.test/api/session', { method: 'POST', body: '{}' });
    await expect(gatedFetch(gates(), send, noPause)(request)).rejects.toBeInstanceOf(Unreachable);
    expect(sent).toHaveLength(1);
  });
});
