import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LastWord } from '#libs/custody';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import type { Event } from '#libs/kernel';
import { Alarm, Cosigners, Horizon, OwnKeys, type SealAfter, Sealer, type SealerOptions } from '#libs/sealing';

export const ORIGIN = 'huitong.example/log';
const ACTOR = { personId: 'yang', accountId: 'yang', role: 'unit-preparer', memberOf: [] };

/** Where a log lies: the URLs of its processes, of its sealer and of its owner. */
export interface Place {
  readonly url: string;
  readonly sealerUrl: string;
  readonly ownerUrl: string;
}

/** A log, somebody who appends to it, and a sealer with a disk of its own that the database knows nothing of. */
export class SealedLog {
  readonly app: ReturnType<typeof createPool>;
  readonly owner: ReturnType<typeof createPool>;
  readonly sealing: ReturnType<typeof createPool>;
  readonly store: PgEventStore;
  readonly keys: OwnKeys;
  readonly own: LastWord;
  readonly sealer: Sealer;

  constructor(
    readonly place: Place,
    private readonly folder: string,
    private readonly after: SealAfter,
  ) {
    mkdirSync(folder, { recursive: true });
    this.app = createPool(place.url, { max: 2 });
    this.owner = createPool(place.ownerUrl, { max: 2 });
    this.sealing = createPool(place.sealerUrl, { max: 2 });
    this.store = new PgEventStore(this.app);
    this.keys = new OwnKeys(folder, ORIGIN);
    this.own = new LastWord(join(folder, 'checkpoint'));
    this.sealer = this.anotherSealer();
  }

  /** The same sealer in a new process: it knows what its disk and the database say. */
  anotherSealer(by: Partial<Pick<SealerOptions, 'own' | 'pool'>> = {}): Sealer {
    const horizon = new Horizon(this.sealing, this.after);
    const keys = new OwnKeys(this.folder, ORIGIN);
    const how = { keys, own: this.own, cosigners: new Cosigners([], 0), holder: 'sealer' };
    return new Sealer({ pool: this.sealing, ...how, sealable: () => horizon.sealable(), ...by });
  }

  append(count: number): Promise<void> {
    const events = Array.from({ length: count }, (_, n) => ({ type: 'Noted', data: { n } }));
    return this.record(`note-${randomUUID()}`, ...events);
  }

  /** Begins a stream with these events. */
  async record(stream: string, ...events: readonly Event[]): Promise<void> {
    const [commandId, correlationId] = [randomUUID(), randomUUID()];
    await this.store.append(stream, 0, events, { actor: ACTOR, commandId, correlationId });
  }

  async size(): Promise<number> {
    return (await this.store.head()) + 1;
  }

  /** The heads that everybody sees, the smallest first. */
  async published(): Promise<readonly string[]> {
    const { rows } = await this.owner.query('select note from audit.checkpoint order by size');
    return rows.map(({ note }) => note);
  }

  /** Whether every connection that was broken meanwhile has been given up, so that the next statement meets a living one. */
  get forgot(): boolean {
    return [this.app, this.owner, this.sealing].every(({ totalCount }) => totalCount === 0);
  }

  async end(): Promise<void> {
    await this.store.close();
    await Promise.all([this.app.end(), this.owner.end(), this.sealing.end()]);
  }
}

/** The alarm that a step ends with. */
export const alarmOf = (step: Promise<unknown>): Promise<Alarm> =>
  step.then(
    (answer) => Promise.reject(new Error(`no alarm but ${String(answer)}`)),
    (error: unknown) => (error instanceof Alarm ? error : Promise.reject(error)),
  );
