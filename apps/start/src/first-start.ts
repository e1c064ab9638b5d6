import { createPool } from '#libs/database';
import { createBootstrapLink } from './bootstrap.js';
import { seedDemonstration } from './demonstration.js';
import type { Say } from './say.js';

/**
 * A database in which nobody has an account yet gets the demonstration bureau, or, when it was to stay empty or is a
 * server of somebody's own, a one-time link for the first administrator, which is the answer. Everything else is left
 * as it is.
 */
export async function firstStart(
  database: { readonly url: string; readonly ownerUrl: string; readonly embedded: boolean },
  options: {
    readonly empty: boolean;
    readonly publicUrl: string;
    readonly say: Say;
    readonly log: (line: string) => void;
  },
): Promise<string | undefined> {
  if (!(await isToFill(database.ownerUrl))) return undefined;
  if (database.embedded && !options.empty) {
    options.say('首次启动：正在建立演示数据……', 'first start: creating demonstration data …');
    await seedDemonstration({ url: database.url, log: options.log });
    return undefined;
  }
  return await createBootstrapLink({ url: database.url, publicUrl: options.publicUrl });
}

/** Nobody has an account, or the demonstration was broken off: the last thing it does is to end the bootstrap. */
async function isToFill(ownerUrl: string): Promise<boolean> {
  const pool = createPool(ownerUrl, { max: 1, applicationName: 'shuangshen start' });
  try {
    const { rowCount } = await pool.query(
      `select where not exists (select from identity.account)
          or (exists (select from identity.demonstration) and not exists (select from control.bootstrap_end)
              and not exists (select from identity.dated_grant where basis = 'carried'))`,
    );
    return Boolean(rowCount);
  } finally {
    await pool.end();
  }
}
