import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LastWord } from '#libs/custody';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import { type Scope, trustOf, type Verdict, verify, withDatabase } from '#libs/export';
import { Schemes } from '#libs/schemes';
import { hashedText } from '#libs/scoring';
import { sealingNow } from '#libs/sealing';
import { persistently } from './away.js';
import { falseHeads } from './heads.js';

/** How old the oldest entry may be that no head covers, while sealers and their database are killed and others take over. */
const MOST_BEHIND_S = 60;
const LOOK_MS = 500;
const WHOLE: Scope = { of: 'log' };

/** What a forged fact, and what is derived from it, may be accused of: the tables let through what breaks no rule of two persons. */
const OF_FORGERIES = ['fact.refused', 'fact.differs', 'fact.unreadable', 'control.content', 'statement.differs'];

/** How the log stands under its seal. */
export interface Sealed {
  readonly heads: number;
  readonly entries: number;
  /** The most it ever was behind, in seconds. */
  readonly behind: number;
  readonly broken: readonly string[];
}

/** Looks on while the log is sealed, and judges the seal (INV-A1 to A3, A6 to A8) with what an auditor has: bytes, heads and the verifier. */
export class Seal {
  readonly #pool: ReturnType<typeof createPool>;
  readonly #store: PgEventStore;
  readonly #end = new AbortController();
  readonly #looking: Promise<void>;
  #behind = 0;

  constructor(
    ownerUrl: string,
    private readonly folder: string,
  ) {
    this.#pool = createPool(ownerUrl, { max: 2 });
    this.#store = new PgEventStore(this.#pool);
    this.#looking = this.#look();
  }

  /** Waits until everything is sealed; answers whether it was within that time. */
  async complete(withinMs: number): Promise<boolean> {
    const until = performance.now() + withinMs;
    while (performance.now() < until) {
      const { head, size } = await sealingNow(this.#pool);
      if (head === size) return true;
      await pause(LOOK_MS);
    }
    return false;
  }

  /** Whether every head is one of this log, and none is late. */
  async judge(): Promise<Sealed> {
    const { rows } = await persistently(() =>
      this.#pool.query('select size, note from audit.checkpoint order by size'),
    );
    const notes: readonly string[] = rows.map(({ note }) => note);
    const { keys, alarm } = await persistently(() => sealingNow(this.#pool));
    const own = new LastWord(join(this.folder, 'checkpoint')).read();
    const broken = [...(await persistently(() => falseHeads(this.#pool, own ? [...notes, own] : notes, keys)))];
    if (alarm !== null) broken.push(`the sealer raised an alarm: ${JSON.stringify(alarm)}`);
    if (this.#behind > MOST_BEHIND_S) broken.push(`an entry waited ${this.#behind} s for its seal`);
    return { heads: notes.length, entries: Number(rows.at(-1)?.size ?? 0), behind: this.#behind, broken };
  }

  /** What the verifier finds wrong with the whole log, but for what was forged; and with each evaluation in which nothing was. */
  async verified(): Promise<readonly string[]> {
    const { rows } = await this.#pool.query(`
      select substr(stream, 12) as id, bool_or(convert_from(envelope, 'UTF8') like '%"correlationId":"forged"%') as forged
        from log.event where stream like 'evaluation-%' group by stream`);
    const whole = await this.#verdict(WHOLE);
    const broken = Object.entries(whole.faultCounts)
      .filter(([code]) => !OF_FORGERIES.includes(code))
      .map(([code, count]) => `${code} ${count} times; ${whole.faults.find((one) => one.code === code)?.text.en}`);
    for (const { id, forged } of rows) {
      if (forged) continue;
      const { first } = await this.#verdict({ of: 'evaluation', id });
      if (first) broken.push(`${id}, which nobody forged: ${first.text.en}`);
    }
    return broken;
  }

  async end(): Promise<void> {
    this.#end.abort();
    await this.#looking;
    await this.#store.close();
    await this.#pool.end();
  }

  async #verdict(scope: Scope): Promise<Verdict> {
    const { keys } = await sealingNow(this.#pool);
    const scheme = await new Schemes(this.#store).find('hunan-whole-unit-A', '1');
    const schemes = scheme ? [{ ...scheme.file, hash: scheme.hash, text: hashedText(scheme.file) }] : [];
    const beside = { madeAt: '2022-05-01T00:00:00.000Z', scope, keys, schemes, witnesses: { keys: [], quorum: 0 } };
    return withDatabase(this.#pool, beside, (evidence) =>
      verify(evidence, { trust: trustOf(evidence.manifest, { keys }) }),
    );
  }

  async #look(): Promise<void> {
    const { signal } = this.#end;
    while (!signal.aborted) {
      // While its database is away nobody can seal; the age is told afterwards.
      const { behindSeconds } = await sealingNow(this.#pool).catch(() => ({ behindSeconds: 0 }));
      this.#behind = Math.max(this.#behind, behindSeconds);
      await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
