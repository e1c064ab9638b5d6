import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { DomainError } from '#libs/kernel';

interface Bounds {
  readonly ms: number;
  readonly megabytes: number;
}

type Answer = { readonly refused?: { readonly code: string; readonly details: Readonly<Record<string, unknown>> } };

/** Longest answer: the text of a file of 20 MB. */
const MOST_ANSWER = 64 * 1_048_576;
const LOOK_EVERY_MS = 50;

/**
 * Has a file read by a process of its own: an empty environment, no files but the program's own, no process or thread
 * of its own, no network, and so much time and memory. Whatever it does, this process only sees an answer or none.
 */
export async function inAChild(bytes: Uint8Array, { ms, megabytes }: Bounds): Promise<unknown> {
  const root = projectRoot();
  const child = spawn(process.execPath, [...sealed(root, megabytes), join(root, 'libs/sources/child/main.mjs')], {
    env: {},
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let tooMuch = false;
  const kill = () => {
    tooMuch = true;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(kill, ms);
  const watch = setInterval(
    () => void residentMegabytes(child.pid).then((used) => used > megabytes && kill()),
    LOOK_EVERY_MS,
  );
  try {
    child.stdin.on('error', () => {}); // the child may have ended before it read everything
    child.stdin.end(bytes);
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_ANSWER) kill();
      else chunks.push(chunk);
    });
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null));
      child.once('close', resolve);
    });
    if (tooMuch || code !== 0) throw new DomainError('invalid', 'source.too-much-work');
    return accepted(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

function accepted<T extends Answer>(answer: T): T {
  if (answer.refused) throw new DomainError('invalid', answer.refused.code, answer.refused.details);
  return answer;
}

function sealed(root: string, megabytes: number): readonly string[] {
  const known = process.allowedNodeEnvironmentFlags;
  const permission = known.has('--permission') ? '--permission' : '--experimental-permission';
  return [
    '--no-warnings',
    `--max-old-space-size=${megabytes}`,
    permission,
    ...['libs/sources/child', 'node_modules', 'package.json'].map((own) => `--allow-fs-read=${join(root, own)}`),
  ];
}

/** What the process holds in memory, buffers included; 0 where the system does not tell, and the heap's own cap holds. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024;
}
