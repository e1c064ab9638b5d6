import { join } from 'node:path';
import { asEnvironment, environment, needed, SETTINGS, type Settings } from '#libs/config';
import { migrate } from '#libs/database';
import { type Postgres, startPostgres } from '#libs/embedded';
import { migrateQueues } from '#libs/queue';
import { refuseBusyPort, untilReady } from './listening.js';
import { Process } from './process.js';
import { type Say, Stopped } from './say.js';
import { secretsKeyIn } from './secrets-key.js';

/** A program the supervisor runs beside the database. */
export interface Program {
  readonly name: string;
  readonly file: string;
  /** The API: it listens on the port, and the start is over when it says that it is ready. */
  readonly serves?: boolean;
  /** The sealer: it logs in as itself, knows none of the others' secrets, and none of them its log-in. */
  readonly seals?: boolean;
}

export interface SupervisorOptions {
  readonly settings: Readonly<Settings>;
  readonly programs: readonly Program[];
  readonly say: Say;
  /** Fills a new database, between the migrations and the first request. */
  readonly prepare: (database: Database) => Promise<void>;
}

/** How the database is reached: by the programs, by the sealer where there is a log-in for it, and by its owner. */
interface Database {
  readonly url: string;
  readonly sealerUrl?: string;
  readonly ownerUrl: string;
  readonly embedded: boolean;
}

const urlsOf = ({ url, sealerUrl, ownerUrl }: Postgres) => ({ url, sealerUrl, ownerUrl });

/** The whole system on one machine: PostgreSQL unless one is given, migrations, then the programs. */
export class Supervisor {
  private readonly processes: Process[] = [];
  private postgres?: Postgres;
  private booting?: Promise<void>;
  private stopping?: Promise<void>;
  private fall!: (reason: Stopped) => void;
  /** Rejects with `Stopped` when a part ends that nobody asked to end. */
  readonly fallen: Promise<never>;

  constructor(private readonly options: SupervisorOptions) {
    this.fallen = new Promise((_, reject) => {
      this.fall = reject;
    });
    this.fallen.catch(() => {}); // whoever waits for the end hears of it; nobody else has to
  }

  /** Resolves when the system answers, or early when it was stopped meanwhile; throws `Stopped` or `CannotStart` and then has stopped what it had started. */
  async start(): Promise<void> {
    try {
      this.booting = this.boot();
      await Promise.race([this.booting, this.fallen]);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Programs first, then the database they use. Once; a second call waits for the same end. */
  async stop(): Promise<void> {
    this.stopping ??= this.end();
    await this.stopping;
  }

  private async end(): Promise<void> {
    // What is being started must have a name before it can be stopped.
    await this.booting?.catch(() => {});
    await Promise.all(this.processes.map((child) => child.stop()));
    await this.postgres?.stop();
  }

  private async boot(): Promise<void> {
    const { settings, programs, say, prepare } = this.options;
    await refuseBusyPort(settings);
    const database = await this.database();
    if (this.stopping) return;
    const applied = await migrate(database.ownerUrl);
    await migrateQueues(database.ownerUrl);
    if (applied.length > 0)
      say(`数据库结构已更新（${applied.length} 项）`, `schema updated (${applied.length} migrations)`);
    await prepare(database);

    for (const program of programs) {
      if (this.stopping) return;
      if (program.seals && database.sealerUrl === undefined)
        say('未设置 SEALER_DATABASE_URL：日志不封存', 'SEALER_DATABASE_URL is not set: the log is not sealed');
      else this.run(program, database);
    }
    if (programs.some(({ serves }) => serves)) await untilReady(settings, () => this.stopping !== undefined);
  }

  private async database(): Promise<Database> {
    const { settings, say } = this.options;
    const { databaseUrl, databaseOwnerUrl, sealerDatabaseUrl: sealerUrl } = settings;
    if (databaseUrl && databaseOwnerUrl) {
      needed(settings, 'secretsKey'); // before anything is started: the API would not
      const { host } = new URL(databaseUrl);
      say(`数据库：使用 ${host} 上的 PostgreSQL`, `database: PostgreSQL at ${host}`);
      return { url: databaseUrl, ownerUrl: databaseOwnerUrl, ...(sealerUrl && { sealerUrl }), embedded: false };
    }
    this.postgres = await startPostgres({ dir: join(settings.dataDir, 'postgres') });
    const { port, pid, adopted, folder, lost } = this.postgres;
    say(
      `数据库：PostgreSQL 已${adopted ? '接管' : '启动'}，127.0.0.1:${port}（进程 ${pid}），数据在 ${folder}`,
      `database: PostgreSQL ${adopted ? 'taken over' : 'started'} on 127.0.0.1:${port} (process ${pid}), data in ${folder}`,
    );
    lost.then(
      () => this.part('PostgreSQL', `see ${this.postgres?.logFile}`),
      () => {},
    );
    return { ...urlsOf(this.postgres), embedded: true };
  }

  private run({ name, file, serves, seals }: Program, { url, sealerUrl, embedded }: Database): void {
    const { settings } = this.options;
    const child = new Process({
      name,
      file,
      env: {
        ...environment(),
        ...asEnvironment(settings),
        [SETTINGS.databaseUrl.variable]: seals ? undefined : url,
        [SETTINGS.sealerDatabaseUrl.variable]: seals ? sealerUrl : undefined,
        // The API seals with it, the worker opens the addresses of webhooks.
        [SETTINGS.secretsKey.variable]: seals ? undefined : (settings.secretsKey ?? secretsKeyIn(settings.dataDir)),
        [SETTINGS.oidcClientSecret.variable]: serves ? settings.oidcClientSecret : undefined,
        // The processes run as the app role; the owner's password is not theirs to know.
        [SETTINGS.databaseOwnerUrl.variable]: undefined,
      },
      ...(embedded ? { log: join(settings.dataDir, 'log', `${name}.log`) } : {}),
    });
    this.processes.push(child);
    child.ended.then(
      () => this.part(name, child.lastWords()),
      () => {},
    );
  }

  private part(name: string, lastWords: string): void {
    if (this.stopping) return;
    this.fall(
      new Stopped(
        `${name} 意外结束，整个系统随之停止。它最后说：`,
        `${name} ended unexpectedly, so the whole system stops. Its last words:`,
        lastWords,
      ),
    );
  }
}
