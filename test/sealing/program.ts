import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, projectRoot } from '#libs/config';

/** What node is told to run one of our programs from its sources. */
export const fromSources = (file: string): readonly string[] => [
  ...['--import', pathToFileURL(join(projectRoot(), 'libs/testing/jest/typescript.mjs')).href],
  join(projectRoot(), file),
];

/** A sealer in a process of its own, and what it wrote. */
export class Program {
  said = '';
  readonly #child: ChildProcess;

  /** `limited`: no file of its own may hold a byte more, as on a disk that is full. */
  constructor(env: Readonly<Record<string, string>>, { limited = false } = {}) {
    const { PATH = '' } = environment();
    const node = [process.execPath, ...fromSources('apps/sealer/src/main.ts')];
    const [command = '', ...args] = limited ? ['/bin/sh', '-c', 'ulimit -f 0; exec "$@"', 'sh', ...node] : node;
    this.#child = spawn(command, args, { env: { PATH, ...env } });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (piece: Buffer) => {
        this.said += piece.toString();
      });
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async end(): Promise<number | null> {
    if (this.#child.exitCode !== null) return this.#child.exitCode;
    this.#child.kill('SIGTERM');
    return (await once(this.#child, 'exit'))[0];
  }
}
