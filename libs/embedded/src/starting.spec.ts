import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '#libs/config';
import { temporaryFolder } from '#libs/testing';
import { type Postgres, type StartOptions, startPostgres } from './postgres.js';

/** One folder and what was started on it, taken away by `end`. */
export class Starting {
  readonly folder = temporaryFolder();
  readonly dir = join(this.folder.path, 'postgres');
  private readonly started: Postgres[] = [];
  private readonly children: ChildProcess[] = [];

  async start(options: Partial<StartOptions> = {}): Promise<Postgres> {
    const postgres = await startPostgres({ dir: this.dir, ...options });
    this.started.push(postgres);
    return postgres;
  }

  /** Why it cannot be started; the running server, when it can. */
  refusal(options: Partial<StartOptions> = {}): Promise<unknown> {
    return this.start(options).catch((error: unknown) => error);
  }

  /** Starts in a process of its own, which tells the postmaster's process id and then lives on. */
  elsewhere(): ChildProcess {
    const program = `
      import { startPostgres } from '#libs/embedded';
      console.log((await startPostgres({ dir: ${JSON.stringify(this.dir)} })).pid);
      setInterval(() => {}, 1000);`;
    const typescript = join(projectRoot(), 'libs/testing/jest/typescript.mjs');
    const child = spawn(process.execPath, ['--import', typescript, '--input-type=module', '-e', program], {
      cwd: projectRoot(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    return child;
  }

  async end(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    for (const postgres of this.started) await postgres.stop();
    this.folder.remove();
  }
}

/** The process id that `elsewhere` tells once its server is ready. */
export async function postmasterOf(child: ChildProcess): Promise<number> {
  return await new Promise((resolve) => child.stdout?.once('data', (text) => resolve(Number(text))));
}

/** The rows of one statement, as arrays. */
export async function query(url: string, text: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}
