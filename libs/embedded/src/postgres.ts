import { rmSync } from 'node:fs';
import { unprivilegedAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { ensureCluster, OWNER } from './cluster.js';
import { openDataFolder } from './data-folder.js';
import { Hold } from './hold.js';
import { urlOf } from './log-in.js';
import { APP_LOGIN, DATABASE, provision, SEALER_LOGIN } from './provision.js';
import { runServer, stopServer } from './server.js';

export interface StartOptions {
  /** Folder of this cluster alone; created when missing. */
  readonly dir: string;
  /** A free one when not given. An adopted server keeps its own. */
  readonly port?: number;
  /** Without durability: for tests only, a crash of the machine may lose everything. */
  readonly fast?: boolean;
  /** Further parameters of postgresql.conf, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly log?: (line: string) => void;
}

export interface Postgres {
  /** Log-in of the processes: may do what the role shuangshen_app is granted, nothing else. */
  readonly url: string;
  /** Log-in of the sealer: may do what the role shuangshen_sealer is granted. */
  readonly sealerUrl: string;
  /** Owner and superuser: for migrations and tests. */
  readonly ownerUrl: string;
  readonly port: number;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** True when this start made the data. */
  readonly created: boolean;
  /** True when the server of a killed process was still running and was taken over. */
  readonly adopted: boolean;
  /** Where the data lie: `dir`, unless the server's account cannot enter it. */
  readonly folder: string;
  /** Where the server writes its own messages. */
  readonly logFile: string;
  /** Resolves when the server has gone without `stop`. */
  readonly lost: Promise<void>;
  /** Stops the server cleanly, and with `remove` deletes its data; a second call waits for the same end. */
  stop(how?: { readonly remove?: boolean }): Promise<void>;
}

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the PostgreSQL that npm installed on a folder of ours, or takes over the one that a killed process left
 * running there. Listens on 127.0.0.1 only; passwords are random and kept in the folder, readable by its owner alone.
 * Throws `CannotStart`, which tells the person what to do, and then leaves nothing running.
 */
export async function startPostgres({
  dir,
  port,
  fast = false,
  parameters = {},
  log = () => {},
}: StartOptions): Promise<Postgres> {
  const began = performance.now();
  const account = unprivilegedAccount();
  const binaries = await findBinaries(account);
  const folder = openDataFolder(dir, account);
  const created = ensureCluster(folder, binaries, account, fast);
  const server = await runServer({
    folder,
    binaries,
    account,
    port,
    parameters: { ...(fast ? FAST : {}), ...parameters },
  });
  let hold: Hold | undefined;
  try {
    hold = await Hold.take(server, folder);
    const { ownerPassword: owner, appPassword: app, sealerPassword: sealer } = folder;
    await provision(server.port, { owner, app, sealer });
  } catch (error) {
    await hold?.release();
    if (!server.adopted) await stopServer(server, folder);
    throw error;
  }
  const how = server.adopted ? 'taken over' : created ? 'created and started' : 'started';
  log(
    `PostgreSQL ${binaries.major} ${how} in ${Math.round(performance.now() - began)} ms: port ${server.port}, process ${server.pid}, ${folder.base}`,
  );

  const held = hold;
  let stopped: Promise<void> | undefined;
  return {
    url: urlOf(APP_LOGIN, folder.appPassword, server.port, DATABASE),
    sealerUrl: urlOf(SEALER_LOGIN, folder.sealerPassword, server.port, DATABASE),
    ownerUrl: urlOf(OWNER, folder.ownerPassword, server.port, DATABASE),
    port: server.port,
    pid: server.pid,
    created,
    adopted: server.adopted,
    folder: folder.base,
    logFile: folder.log,
    lost: held.lost,
    stop: async ({ remove = false } = {}) => {
      stopped ??= held.release().then(() => stopServer(server, folder));
      await stopped;
      if (remove) for (const place of [folder.base, dir]) rmSync(place, { recursive: true, force: true });
    },
  };
}
