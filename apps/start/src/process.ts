import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessOptions {
  readonly name: string;
  /** A built program. */
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where it writes; without, on our terminal. */
  readonly log?: string;
}

const POLITE_MS = 10_000;
const LAST_WORDS = 15;

/**
 * A child of the supervisor, in a group of its own so that Ctrl-C reaches only us. It stops when the channel to us
 * closes (`stopWithParent`): when we ask, and when we are killed.
 */
export class Process {
  readonly name: string;
  /** Resolves when it has ended, whoever wanted it. */
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private readonly logFrom: number;

  constructor(private readonly options: ProcessOptions) {
    this.name = options.name;
    const output = options.log ? openLog(options.log) : undefined;
    this.logFrom = output?.size ?? 0;
    this.child = spawn(process.execPath, ['--enable-source-maps', options.file], {
      env: { ...options.env },
      stdio: ['ignore', output?.handle ?? 'inherit', output?.handle ?? 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
    });
    if (output) closeSync(output.handle);
    this.child.on('error', () => {}); // a channel that breaks while the child ends
    this.ended = new Promise((resolve) => this.child.once('exit', () => resolve()));
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Asks, then insists, then kills; resolves when it has ended. */
  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (await this.endsWithin(POLITE_MS)) return;
      this.child.kill(signal);
    }
    await this.ended;
  }

  /** How it ended and the end of what it wrote since it was started. */
  lastWords(): string {
    const how = this.child.signalCode ?? `exit ${this.child.exitCode}`;
    if (!this.options.log) return how;
    const said = readFileSync(this.options.log).subarray(this.logFrom).toString().trim().split('\n');
    return [how, ...said.slice(-LAST_WORDS)].join('\n  ');
  }

  private async endsWithin(ms: number): Promise<boolean> {
    const cancel = new AbortController();
    const late = pause(ms, false, { signal: cancel.signal }).catch(() => false);
    const done = await Promise.race([this.ended.then(() => true), late]);
    cancel.abort();
    return done;
  }
}

function openLog(file: string): { handle: number; size: number } {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a');
  return { handle, size: statSync(file).size };
}
