import type { Preparer } from './http-world.js';
import { median } from './statistics.js';

/** How often one of them asks for something, in ms. */
const EVERY = 40;

/** How long somebody waited for answers. */
export interface Waited {
  readonly requests: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
}

/** Clerks who read their lists and save their drafts in turn, at a pace of their own whatever the answers take. */
export class Clerks {
  readonly #versions = new Map<string, number>();
  #n = 0;

  constructor(
    private readonly url: string,
    private readonly preparers: readonly Preparer[],
  ) {}

  /** How long they waited for their answers while something was done. */
  async during(something: () => Promise<void>): Promise<Waited> {
    const waited: number[] = [];
    const open = new Set<Promise<void>>();
    const failed: Error[] = [];
    const pace = setInterval(() => {
      const asked = this.#one()
        .then((ms) => void waited.push(ms))
        .catch((error: Error) => void failed.push(error))
        .finally(() => open.delete(asked));
      open.add(asked);
    }, EVERY);
    try {
      await something();
    } finally {
      clearInterval(pace);
      await Promise.all(open);
    }
    if (failed[0]) throw failed[0];
    const sorted = waited.toSorted((a, b) => a - b);
    const p99 = sorted[Math.floor(sorted.length * 0.99)]!;
    return { requests: sorted.length, p50: median(sorted), p99, longest: sorted.at(-1)! };
  }

  async #one(): Promise<number> {
    const n = this.#n++;
    const { cookie, evaluationId } = this.preparers[n % this.preparers.length]!;
    const began = performance.now();
    // Every clerk lists and saves in turn; a save is over long before the same clerk's next.
    const save = Math.floor(n / this.preparers.length) % 2 === 1;
    const answer = save
      ? await fetch(`${this.url}/api/evaluations/${evaluationId}/draft`, {
          method: 'PATCH',
          headers: {
            ...{ cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
            'idempotency-key': `clerk-${n}`,
            'if-match': `"${this.#versions.get(evaluationId) ?? 1}"`,
          },
          body: JSON.stringify({ changes: [{ path: '/head/phone', before: this.#phone(n), after: `0745-${n}` }] }),
        })
      : await fetch(`${this.url}/api/todo`, { headers: { cookie } });
    const told = (await answer.json()) as { readonly version?: number };
    if (!answer.ok) throw new Error(`a clerk was answered ${answer.status}: ${JSON.stringify(told)}`);
    if (told.version !== undefined) this.#versions.set(evaluationId, told.version);
    return performance.now() - began;
  }

  /** What this clerk's save before the nth request left. */
  #phone(n: number): string | null {
    const last = n - 2 * this.preparers.length;
    return last < 0 ? null : `0745-${last}`;
  }
}
