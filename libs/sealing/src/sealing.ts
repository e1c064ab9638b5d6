import type { Pool } from 'pg';
import { DiskFails, Exposed } from '#libs/custody';
import type { Text } from '#libs/kernel';
import { Alarm } from './alarm.js';
import type { Cosigners, WitnessState } from './cosigners.js';
import type { SealAfter } from './horizon.js';
import type { Keys } from './keys.js';
import { Fenced } from './lease.js';
import type { Sealer, Step } from './sealer.js';

/** What a sealer says of itself (`audit.sealer_state`). */
export interface SealerState {
  readonly origin: string;
  /** Verifier keys under which its heads stand, the newest first. */
  readonly keys: readonly string[];
  readonly quorum: number;
  readonly witnesses: readonly WitnessState[];
  readonly after: SealAfter;
  /** Why nothing more is sealed, or why nothing is published. */
  readonly alarm: { readonly code: string; readonly since: string; readonly text: Text } | null;
}

/** Structured lines: what happened and to what. */
export interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SealingOptions {
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly keys: Keys;
  readonly cosigners: Pick<Cosigners, 'quorum' | 'states'>;
  readonly after: SealAfter;
  readonly log: Log;
  /** How often it is looked whether there is something to seal. */
  readonly everyMs?: number;
  readonly now?: () => number;
}

const UNMET_MS = 10 * 60_000;
const REPORT_MS = 5_000;
const FEW_WITNESSES: Text = {
  zh: '超过 10 分钟没有足够的见证人联署，检查点未公布',
  en: 'for more than 10 minutes too few witnesses cosigned; no checkpoint is published',
};
const diskFails = (reason: string): Text => ({
  zh: `封存进程自己的目录不能读写（${reason}），新的事件未被封存。请检查 SEALER_DIR 所在磁盘的空间和权限，不要删除其中任何文件；恢复后自动继续`,
  en: `the sealer’s own folder cannot be read or written (${reason}); new entries are not sealed. See to the space and the rights of the disk under SEALER_DIR and delete nothing there; it goes on by itself`,
});

/** Seals again and again until it is told to stop; after an alarm it stands still, says so, and lets nobody else seal over it. */
export class Sealing {
  #alarm: Alarm | undefined;
  #since: number | undefined;
  #unmetSince: number | undefined;
  #disk: { readonly reason: string; readonly since: number } | undefined;
  #keys: readonly string[] = [];
  #reported = '';
  #reportedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: SealingOptions) {}

  /** Resolves when the signal aborts and the step under way is over. */
  async run(signal: AbortSignal): Promise<void> {
    const { sealer, log, everyMs = 1_000 } = this.options;
    while (!signal.aborted) {
      const more = await this.turn();
      if (!more) await pause(everyMs, signal);
    }
    await sealer.leave().catch((error: Error) => log.error({ error: error.message }, 'the lease was not given back'));
  }

  /**
   * One step and a report; answers whether there is a backlog to go on with at once. What comes meanwhile waits for the next
   * look: under load a head for each few entries would take the disk from those who append.
   */
  async turn(): Promise<boolean> {
    const { sealer, log } = this.options;
    try {
      const before = sealer.size;
      const step = await this.#step();
      this.#unmetSince = step === 'unwitnessed' ? (this.#unmetSince ?? this.#now()) : undefined;
      if (step === 'sealed') log.info({ size: sealer.size, entries: sealer.size - before }, 'sealed');
      if (step !== 'standing-by') await this.#report();
      return step === 'sealed' && sealer.behind;
    } catch (error) {
      if (error instanceof Alarm) this.#raise(error);
      else log.error({ error: (error as Error).message }, error instanceof Fenced ? 'fenced' : 'sealing failed');
      return false;
    }
  }

  /** A disk that fails leaves everything as it was: it is said, and tried again. */
  async #step(): Promise<Step> {
    const { sealer, log } = this.options;
    if (this.#alarm) return sealer.stand();
    try {
      const step = await sealer.step();
      this.#disk = undefined;
      return step;
    } catch (error) {
      if (!(error instanceof DiskFails || error instanceof Exposed)) throw error;
      log.error({ error: error.message }, 'sealing failed');
      const reason = error instanceof DiskFails ? error.reason : error.message;
      this.#disk = { reason, since: this.#disk?.since ?? this.#now() };
      return 'idle';
    }
  }

  /** Also after a restart it will find the same: nothing is repaired here. */
  #raise(alarm: Alarm): void {
    this.#alarm = alarm;
    this.#since = this.#now();
    this.options.log.error({ alarm: alarm.code, text: alarm.text }, 'ALARM: nothing more is sealed');
  }

  async #report(): Promise<void> {
    const { sealer, log } = this.options;
    const said = JSON.stringify(this.#state());
    if (said === this.#reported && this.#now() - this.#reportedAt < REPORT_MS) return;
    if (said !== this.#reported && this.#state().alarm) log.error({ alarm: this.#state().alarm }, 'ALARM');
    await sealer.lease?.write('report($1, $2)', [said]);
    this.#reported = said;
    this.#reportedAt = this.#now();
  }

  #state(): SealerState {
    const { keys, cosigners, after } = this.options;
    // They lie on the disk that perhaps does not answer.
    if (!this.#disk) this.#keys = keys.verifierKeys;
    return {
      origin: keys.origin,
      keys: this.#keys,
      quorum: cosigners.quorum,
      witnesses: cosigners.states,
      after,
      alarm: this.#alarmNow(),
    };
  }

  #alarmNow(): SealerState['alarm'] {
    const told = (code: string, since: number, text: Text) => ({ code, since: new Date(since).toISOString(), text });
    if (this.#alarm) return told(this.#alarm.code, this.#since!, this.#alarm.text);
    if (this.#disk) return told('disk.fails', this.#disk.since, diskFails(this.#disk.reason));
    if (this.#unmetSince !== undefined && this.#now() - this.#unmetSince > UNMET_MS)
      return told('witnesses.missing', this.#unmetSince, FEW_WITNESSES);
    return null;
  }

  #now(): number {
    return (this.options.now ?? Date.now)();
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}
