import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { within } from './within.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const aborted = (signal: AbortSignal) =>
  new Promise<'aborted'>((resolve) => signal.addEventListener('abort', () => resolve('aborted'), { once: true }));

describe('Work within a time', () => {
  it('is told when the time is over, however much garbage is collected meanwhile', async () => {
    const ends = within(new AbortController().signal, 50, aborted);
    let outcome: string | undefined;
    void ends.then((told) => {
      outcome = told;
    });
    const until = performance.now() + 5_000;
    while (outcome === undefined && performance.now() < until) {
      collectGarbage();
      await turn();
    }
    expect(outcome).toBe('aborted');
  });

  it('is told when everything ends, and at once when it has ended', async () => {
    const ending = new AbortController();
    const ends = within(ending.signal, 60_000, aborted);
    ending.abort();
    expect(await ends).toBe('aborted');
    expect(await within(ending.signal, 60_000, async ({ aborted }) => aborted)).toBe(true);
  });

  it('answers what the work answers and lets go of the signal', async () => {
    const ending = new AbortController();
    expect(await within(ending.signal, 60_000, async () => 7)).toBe(7);
    await expect(within(ending.signal, 60_000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });
});
