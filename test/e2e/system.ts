import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { environment, projectRoot } from '#libs/config';
import { freePort, ownerUrlOfRunning } from '#libs/embedded';
import { eventually, temporaryFolder } from '#libs/testing';

const run = join(projectRoot(), 'apps/start/run.mjs');

/** The whole product with its demonstration bureau, as `npm start` begins it, in a folder of its own. */
export class Demonstration {
  output = '';
  readonly #ended: Promise<unknown[]>;

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: ReturnType<typeof temporaryFolder>,
  ) {
    this.#ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
  }

  /** `named`: people reach it at localhost, which security keys need; with these variables besides. */
  static async begin({
    named = false,
    env = {},
  }: {
    readonly named?: boolean;
    readonly env?: Readonly<Record<string, string>>;
  } = {}): Promise<Demonstration> {
    const built = spawnSync(process.execPath, [run, 'build'], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    const port = await freePort();
    const folder = temporaryFolder();
    const url = `http://${named ? 'localhost' : '127.0.0.1'}:${port}`;
    const child = spawn(process.execPath, [run, 'start'], {
      cwd: folder.path,
      env: {
        ...environment(),
        ...{ PORT: String(port), DATA_DIR: join(folder.path, 'data'), LOG_LEVEL: 'warn' },
        ...{ DATABASE_URL: '', REDIS_URL: '', PUBLIC_URL: url },
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const system = new Demonstration(url, child, folder);
    await eventually(() => {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${system.output}`);
      return system.output.includes(`is ready: ${system.url}`);
    }, 120_000);
    return system;
  }

  /** The owner's URL of its database, for what would otherwise have to be waited for. */
  async database(): Promise<string> {
    const url = await ownerUrlOfRunning(join(this.folder.path, 'data', 'postgres'));
    if (url === undefined) throw new Error('its database does not run');
    return url;
  }

  /** The one-time passwords it printed, by log-in. */
  passwords(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.output.matchAll(/^ {2}(\w+)\s+((?:\w{4}-){3}\w{4})/gm)].map(([, login, password]) => [login, password]),
    );
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null) this.child.kill('SIGTERM');
    await this.#ended;
    this.folder.remove();
  }
}
