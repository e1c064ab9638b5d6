import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environment } from '#libs/config';
import { Narrator, type Step } from './narrator.js';
import { playStory } from './story.js';

const START = fileURLToPath(new URL('../../start/src/main.js', import.meta.url));
const REPORT = fileURLToPath(new URL('../../../../samples/huitong-2021/report.txt', import.meta.url));
const json = process.argv.includes('--json');

/** Starts an embedded system in a fresh folder on a free port, plays the story against it, and takes it away again. */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'shuangshen-story-'));
  chmodSync(folder, 0o755); // started by root, PostgreSQL runs as another account, which must get in
  const port = await freePort();
  const system = spawn(process.execPath, [START, '--empty'], {
    env: {
      ...environment(),
      ...{ PORT: String(port), DATA_DIR: folder, DATABASE_URL: undefined, REDIS_URL: undefined },
      ...{ SECOND_FACTOR: 'offered', SECRETS_KEY: undefined, PASSWORD_POLICY: undefined },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => system.once('exit', () => resolve()));
  const narrator = new Narrator(json ? () => undefined : tell);
  try {
    const bootstrapToken = await tokenFrom(system.stdout, gone);
    const base = `http://127.0.0.1:${port}`;
    await playStory({ base, bootstrapToken, report: readFileSync(REPORT, 'utf8') }, narrator);
    finish({ asTold: true, steps: narrator.steps });
    return 0;
  } catch (fault) {
    finish({ asTold: false, steps: narrator.steps, fault: fault instanceof Error ? fault.message : String(fault) });
    return 1;
  } finally {
    system.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The start prints the one-time link once everything answers; its token opens the first account. */
async function tokenFrom(output: NodeJS.ReadableStream, gone: Promise<void>): Promise<string> {
  const lines = createInterface({ input: output });
  const token = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      if (!json) process.stdout.write(`${line}\n`);
      const found = /[#?&]token=([\w-]+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  const died = gone.then(() => {
    throw new Error('the system did not start; its reason stands above');
  });
  return Promise.race([token, died]);
}

function tell({ step, who, what, status, code, rule }: Step): void {
  const refusal = code === undefined ? '' : `  ← ${[code, rule].filter(Boolean).join(' · ')}`;
  process.stdout.write(`${String(step).padStart(3)}  ${status}  ${who}：${what}${refusal}\n`);
}

function finish(result: { asTold: boolean; steps: readonly Step[]; fault?: string }): void {
  if (json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else if (result.asTold)
    process.stdout.write(`\n${result.steps.length} 步，与所述一致 · ${result.steps.length} steps, as told\n`);
  else process.stderr.write(`\n与所述不符 · not as told: ${result.fault}\n`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });
}

process.exitCode = await main();
