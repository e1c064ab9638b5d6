import { setTimeout as pause } from 'node:timers/promises';
import { type Postgres, startPostgres } from '#libs/embedded';
import type { Chance } from './chance.js';
import type { House } from './house.js';

/** A PostgreSQL that may be killed and comes back at the same place, with the durability of the product's default. */
export class Mortal {
  private constructor(
    private readonly dir: string,
    private postgres: Postgres,
  ) {}

  static async begin(dir: string): Promise<Mortal> {
    return new Mortal(dir, await startPostgres({ dir }));
  }

  get url(): string {
    return this.postgres.url;
  }

  get sealerUrl(): string {
    return this.postgres.sealerUrl;
  }

  get ownerUrl(): string {
    return this.postgres.ownerUrl;
  }

  async kill(): Promise<void> {
    const { pid, lost, port } = this.postgres;
    process.kill(pid, 'SIGKILL');
    await lost;
    this.postgres = await startPostgres({ dir: this.dir, port });
  }

  stop(): Promise<void> {
    return this.postgres.stop();
  }
}

/** Kills one thing after the other, at moments that chance chooses, until it is told to stop; answers how often each. */
export async function nemesis(
  house: House,
  mortal: Mortal,
  forgetJobs: () => Promise<void>,
  chance: Chance,
  signal: AbortSignal,
): Promise<Readonly<Record<string, number>>> {
  const done: Record<string, number> = {};
  const blows = {
    'kill -9 PostgreSQL': () => mortal.kill(),
    'kill -9 API': () => house.kill('api'),
    'kill -9 worker': () => house.kill('worker'),
    'kill -9 sealer': () => house.kill('sealer'),
    'kill -9 second sealer': () => house.kill('second sealer'),
    'empty the queue': forgetJobs,
  };
  while (!signal.aborted) {
    await pause(3_000 + chance.next() * 9_000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    const [name, blow] = chance.one(Object.entries(blows));
    await blow();
    await house.ready();
    done[name] = (done[name] ?? 0) + 1;
  }
  return done;
}
