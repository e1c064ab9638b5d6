import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#libs/config';

/** Where the peers live; they are never dependencies of the product. */
export const PEERS = join(projectRoot(), 'bench/peers');

/** Installs the peers from their own lockfile when they are missing. Throws when the registry does not answer. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(join(PEERS, 'node_modules'))) return;
  say('installing the peers from bench/peers/package-lock.json');
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`the peers could not be installed: ${done.stderr}`);
}

/** A contestant in a process of its own (see peers/run.mjs). */
export class Contestant {
  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {}

  /** `module` exports `open(url)`; `url` is the contestant's own database. */
  static async start(name: string, module: string, url: string): Promise<Contestant> {
    const child = fork(join(PEERS, 'run.mjs'), [pathToFileURL(module).href, url], {
      execArgv: ['--expose-gc', '--enable-source-maps'],
    });
    const contestant = new Contestant(name, child);
    await contestant.#answer();
    return contestant;
  }

  async ask<Result>(what: 'append' | 'replay', how: object = {}): Promise<Result> {
    this.child.send({ what, ...how });
    return (await this.#answer()) as Result;
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.send({ what: 'end' });
    await ended;
  }

  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const heard = ({ result, error }: { result?: unknown; error?: string }): void => {
        this.child.off('exit', ended);
        if (error === undefined) resolve(result);
        else reject(new Error(`${this.name}: ${error}`));
      };
      const ended = (code: number | null): void => reject(new Error(`${this.name} ended with ${code}`));
      this.child.once('message', heard);
      this.child.once('exit', ended);
    });
  }
}
