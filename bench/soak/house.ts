import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environment, projectRoot } from '#libs/config';
import { freePort } from '#libs/embedded';

export interface HousePlace {
  /** As the processes log in. */
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
  /** Where two sealers log in, and the folder that they have between them; without it nothing is sealed. */
  readonly sealing?: { readonly databaseUrl: string; readonly folder: string };
  /** What node is told before the program, and the program: the built one unless told. */
  readonly run?: (program: string) => readonly string[];
}

const built = (program: string): readonly string[] => [join(projectRoot(), 'dist', `${program}.js`)];

const PROGRAMS = {
  ...{ api: 'apps/api/src/main', worker: 'apps/worker/src/main' },
  ...{ sealer: 'apps/sealer/src/main', 'second sealer': 'apps/sealer/src/main' },
} as const;
export type Part = keyof typeof PROGRAMS;
const READY_WITHIN_MS = 300_000;
const ENDS_WITHIN_MS = 30_000;

/** The API, the worker and perhaps sealers as processes of their own, which may be killed and come back. */
export class House {
  readonly #running = new Map<Part, ChildProcess>();
  #said = '';

  private constructor(
    readonly url: string,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly run: (program: string) => readonly string[],
  ) {}

  static async begin({ databaseUrl, redisUrl = '', sealing, run = built }: HousePlace): Promise<House> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const variables = {
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, PORT: `${port}`, HOST: '127.0.0.1', PUBLIC_URL: url },
      ...(sealing && { SEALER_DATABASE_URL: sealing.databaseUrl, SEALER_DIR: sealing.folder }),
      ...{ SECOND_FACTOR: 'offered', LOG_LEVEL: 'error', SECRETS_KEY: Buffer.alloc(32, 'soak').toString('base64') },
    };
    const house = new House(url, variables, run);
    process.setMaxListeners(0); // one for each process that is started again after a kill
    for (const part of ['api', 'worker', ...(sealing ? (['sealer'] as const) : [])] as const) house.start(part);
    await house.ready();
    // By now the first has drawn the key that they have between them.
    if (sealing) house.start('second sealer');
    return house;
  }

  start(part: Part): void {
    const child = spawn(process.execPath, [...this.run(PROGRAMS[part])], {
      cwd: projectRoot(),
      env: { ...environment(), ...this.variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#said = (this.#said + text).slice(-8_000);
      });
    this.#running.set(part, child);
    // Whatever ends us, nothing of ours goes on.
    process.once('exit', () => child.kill('SIGKILL'));
  }

  /** What the processes said last: shown with a fault. */
  get said(): string {
    return this.#said;
  }

  /** kill -9, and up again. */
  async kill(part: Part): Promise<void> {
    await this.#end(part, 'SIGKILL');
    this.start(part);
  }

  /** Resolves when the API can serve. */
  async ready(): Promise<void> {
    const until = performance.now() + READY_WITHIN_MS;
    while (performance.now() < until) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      // A process that could not reach its database at once has ended: whoever supervises it starts it again.
      for (const [part, child] of this.#running) if (child.exitCode !== null) this.start(part);
      await pause(100);
    }
    throw new Error(`the API does not answer; ${this.#said}`);
  }

  /** Tells everything of ours to end; answers which parts did not, and had to be killed. */
  async end(): Promise<readonly Part[]> {
    const parts = [...this.#running.keys()];
    const ended = await Promise.all(parts.map((part) => this.#end(part, 'SIGTERM')));
    return parts.filter((_, n) => !ended[n]);
  }

  /** Whether the process ended by the signal. */
  async #end(part: Part, signal: NodeJS.Signals): Promise<boolean> {
    const child = this.#running.get(part);
    if (!child || child.exitCode !== null || child.signalCode !== null) return true;
    const ended = once(child, 'exit');
    child.kill(signal);
    const patience = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    await ended;
    clearTimeout(patience);
    return signal === 'SIGKILL' || child.signalCode !== 'SIGKILL';
  }
}
