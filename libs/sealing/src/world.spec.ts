import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { LastWord } from '#libs/custody';
import { createPool } from '#libs/database';
import { PgEventStore } from '#libs/event-store';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { Cosigners, Horizon, OwnKeys, Sealer, type SealerOptions, type WitnessAt } from './index.js';

export const ORIGIN = 'huitong.example/log';

/** A database of its own, somebody who appends to its log, and sealers with folders of their own. */
export async function aWorld() {
  const database: TestDatabase = await testDatabase();
  const owner = createPool(database.ownerUrl, { max: 2 });
  const sealing = createPool(database.sealerUrl, { max: 4 });
  const store = new PgEventStore(database.pool);
  const folder = temporaryFolder();
  let appended = 0;
  return {
    database,
    owner,
    sealing,
    folder: (name: string) => join(folder.path, name),
    /** Puts so many entries behind the log. */
    async append(count: number): Promise<void> {
      for (let left = count; left > 0; left -= 500) {
        appended += 1;
        const events = Array.from({ length: Math.min(500, left) }, (_, n) => ({
          type: 'Noted',
          data: { n, appended },
        }));
        await store.append(`note-${appended}`, 0, events, metadata(`note-${appended}`));
      }
    },
    store,
    close: async () => {
      await Promise.all([owner.end(), sealing.end(), store.close()]);
      await database.drop();
      folder.remove();
    },
  };
}
export type World = Awaited<ReturnType<typeof aWorld>>;

export const metadata = (id: string) => ({
  actor: { personId: 'yang', accountId: 'yang', role: 'unit-preparer', memberOf: [] },
  commandId: uuidOf(id),
  correlationId: uuidOf(id),
});
const uuidOf = (text: string) =>
  `00000000-0000-7000-8000-${Buffer.from(text).toString('hex').slice(-12).padStart(12, '0')}`;

/** A sealer with a folder of its own, as the program makes it. */
export function aSealer(
  pool: Pool,
  folder: string,
  { witnesses = [] as WitnessAt[], quorum = witnesses.length, ...more }: Options = {},
) {
  mkdirSync(folder, { recursive: true });
  const keys = new OwnKeys(folder, ORIGIN, { sm2: more.sm2 ?? false });
  const own = new LastWord(join(folder, 'checkpoint'));
  const cosigners = new Cosigners(witnesses, quorum);
  const sealable = more.sealable ?? (() => new Horizon(pool, 'commit').sealable());
  const holder = more.holder ?? folder;
  const sealer = new Sealer({ pool, keys, own, cosigners, sealable, holder, batch: more.batch ?? 20_000 });
  return { sealer, keys, own, cosigners };
}
type Options = Partial<Pick<SealerOptions, 'sealable' | 'holder' | 'batch'>> & {
  readonly witnesses?: WitnessAt[];
  readonly quorum?: number;
  readonly sm2?: boolean;
};
