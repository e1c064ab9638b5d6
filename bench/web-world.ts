import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, projectRoot } from '#libs/config';
import { createPool } from '#libs/database';
import { freePort, ownerUrlOfRunning } from '#libs/embedded';

/** The product with its demonstration, as `npm start` begins it. */
export interface WebWorld {
  readonly url: string;
  readonly passwords: ReadonlyMap<string, string>;
  readonly evaluation: string;
  end(): Promise<void>;
}

const EVALUATION = '431225-117003-2021-unit';

/** Begins it in a folder of its own and writes so many more rows like the sample's into the lists; they have no history. */
export async function webWorld(evaluations: number): Promise<WebWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'shuangshen-bench-web-'));
  chmodSync(folder, 0o755); // started by root, PostgreSQL runs as another account, which must get in
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const data = join(folder, 'data');
  const child = spawn(process.execPath, [join(projectRoot(), 'apps/start/run.mjs'), 'start'], {
    cwd: folder,
    env: {
      ...environment(),
      ...{ PORT: String(port), DATA_DIR: data, LOG_LEVEL: 'warn', DATABASE_URL: '', REDIS_URL: '', PUBLIC_URL: url },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = async (): Promise<void> => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const output = await ready(child, url);
    const passwords = new Map(
      [...output.matchAll(/^ {2}(\w+)\s+((?:\w{4}-){3}\w{4})/gm)].map(([, login = '', password = '']) => [
        login,
        password,
      ]),
    );
    await seed((await ownerUrlOfRunning(join(data, 'postgres'))) ?? '', evaluations);
    return { url, passwords, evaluation: EVALUATION, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** All it printed until it said that it is ready. */
function ready(child: ChildProcess, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes(`is ready: ${url}`)) resolve(output);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
}

async function seed(owner: string, evaluations: number): Promise<void> {
  const pool = createPool(owner, { max: 1 });
  try {
    await pool.query(
      `insert into read.evaluation
       select (jsonb_populate_record(e, jsonb_build_object('id', '431225-' || 200000 + n || '-2021-unit', 'unit_name', '会同县第' || n || '单位'))).*
       from read.evaluation e, generate_series(1, $2::int) n where e.id = $1`,
      [EVALUATION, evaluations],
    );
    await pool.query('analyze read.evaluation');
  } finally {
    await pool.end();
  }
}
