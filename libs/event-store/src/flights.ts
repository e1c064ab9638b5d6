import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { DomainError } from '#libs/kernel';
import { type Asked, appendBatch, isRefused, type Outcome } from './append-batch.js';
import { UnknownOutcome } from './errors.js';
import { GroupCommit } from './group-commit.js';

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** SQLSTATE with which constraint triggers of the product refuse a fact; MESSAGE is the code, DETAIL the details as JSON. */
const REFUSED = 'SS001';
/** For how long an append whose connection broke is sent again; its key makes that harmless. */
const RESEND_FOR_MS = 4_000;

/** Carries appends to the database, those that wait together in one transaction, and brings each its own answer. */
export class Flights {
  readonly #commits = new GroupCommit<Waiting>((waiting) => this.#fly(waiting));
  /** How many appends are under way on each stream. */
  readonly #crowd = new Map<string, number>();

  constructor(
    private readonly pool: Pool,
    private readonly committed: () => void,
  ) {}

  /** True when another append to this stream is under way, so that one of the two will have to be decided again. */
  isCrowded(stream: string): boolean {
    return this.#crowd.has(stream);
  }

  /** Rejects with DomainError when a constraint of the log refuses it, and with UnknownOutcome when nobody can tell. */
  async ask(asked: Asked): Promise<Outcome> {
    const { stream } = asked;
    this.#crowd.set(stream, (this.#crowd.get(stream) ?? 0) + 1);
    try {
      return await new Promise<Outcome>((resolve, reject) => this.#commits.add({ asked, resolve, reject }));
    } finally {
      const left = (this.#crowd.get(stream) ?? 1) - 1;
      if (left === 0) this.#crowd.delete(stream);
      else this.#crowd.set(stream, left);
    }
  }

  /**
   * One flight. Refused as a whole, its halves fly, so that in the end only the append at fault is refused. Cut off, its
   * outcome is unknown and it flies again: what had been written is known by its key.
   */
  async #fly(waiting: readonly Waiting[]): Promise<void> {
    const began = performance.now();
    for (let sent = 0; ; sent += 1) {
      try {
        const asked = waiting.map((one) => one.asked);
        const outcomes = await appendBatch(this.pool, asked);
        if (outcomes.some(({ is }) => is === 'written')) this.committed();
        for (const [n, one] of waiting.entries())
          one.resolve(sent === 0 ? outcomes[n]! : ownEffect(outcomes[n]!, one.asked));
        return;
      } catch (error) {
        if (isRefused(error)) return await this.#refused(waiting, error);
        if (performance.now() - began > RESEND_FOR_MS) {
          for (const { asked, reject } of waiting) reject(new UnknownOutcome(asked.commandId, error));
          return;
        }
        await pause(Math.min(500, 20 * 2 ** sent));
      }
    }
  }

  async #refused(waiting: readonly Waiting[], error: Error & { code: string; detail?: string }): Promise<void> {
    const half = Math.ceil(waiting.length / 2);
    if (waiting.length === 1) return waiting[0]!.reject(refusalFrom(error));
    await this.#fly(waiting.slice(0, half));
    await this.#fly(waiting.slice(half));
  }
}

/** An append that was sent twice and finds itself stored has had its effect now, not earlier. */
function ownEffect(outcome: Outcome, { commandId }: Asked): Outcome {
  if (outcome.is !== 'replayed' || outcome.command !== commandId) return outcome;
  return { is: 'written', version: outcome.version, position: outcome.position };
}

function refusalFrom(error: Error & { code: string; detail?: string }): Error {
  if (error.code !== REFUSED) return error;
  const { kind = 'conflict', ...details } = JSON.parse(error.detail ?? '{}');
  return new DomainError(kind, error.message, details);
}
