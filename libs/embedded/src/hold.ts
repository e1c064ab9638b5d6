import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { CannotStart } from './cannot-start.js';
import { isAlive, OWNER } from './cluster.js';
import type { DataFolder } from './data-folder.js';
import { connect, urlOf } from './log-in.js';
import type { Server } from './server.js';

/** Any number: only starters of one cluster compete for it. */
const KEY = 7_351_001;
/** A starter that was just killed keeps the lock until the server has noticed; that is milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Keeps the data folder to one starter at a time: a lock that lives as long as a connection, so it goes with a killed
 * starter and needs no file to be cleaned up. `lost` resolves when the server has gone without being asked to.
 */
export class Hold {
  private released = false;
  readonly lost: Promise<void>;
  private gone!: () => void;

  private constructor(
    private client: Client,
    private readonly server: { readonly pid: number; readonly url: string },
  ) {
    this.lost = new Promise((resolve) => {
      this.gone = resolve;
    });
  }

  /** Throws `CannotStart` when a living process holds the folder. */
  static async take({ pid, port }: Server, folder: DataFolder): Promise<Hold> {
    const url = urlOf(OWNER, folder.ownerPassword, port, 'postgres');
    const client = await connect(url);
    if (!(await locked(client, performance.now() + PATIENCE_MS))) {
      await client.end();
      throw new CannotStart(
        'data-folder.in-use',
        `另一个正在运行的程序正在使用数据目录 ${folder.base}；请先停止它，或用 DATA_DIR 另选目录。`,
        `Another running process uses the data folder ${folder.base}: stop it first, or choose another with DATA_DIR.`,
      );
    }
    const hold = new Hold(client, { pid, url });
    hold.watch();
    return hold;
  }

  /** Ends the connection, and with it the lock. */
  async release(): Promise<void> {
    this.released = true;
    await this.client.end().catch(() => {});
  }

  private watch(): void {
    this.client.once('end', () => {
      if (!this.released) this.retake().then((again) => (again ? this.watch() : this.gone()), this.gone);
    });
  }

  /** One crashed backend makes PostgreSQL close every connection and recover; only a server that stays away is lost. */
  private async retake(): Promise<boolean> {
    const until = performance.now() + 10_000;
    while (!this.released && isAlive(this.server.pid) && performance.now() < until) {
      try {
        this.client = await connect(this.server.url);
        return await locked(this.client, until);
      } catch {
        await pause(100);
      }
    }
    return false;
  }
}

async function locked(client: Client, until: number): Promise<boolean> {
  do {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [KEY]);
    if (rows[0]?.held) return true;
    await pause(50);
  } while (performance.now() < until);
  return false;
}
