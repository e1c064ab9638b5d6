import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, dirname } from 'node:path';

/** What a call to the disk meets: an error, half a success; or the process dies before it, alone or with its machine. */
export const BLOWS = ['fails', 'takes a part', 'dies', 'loses power'] as const;
export type Blow = (typeof BLOWS)[number];

/** What whoever is dead is told. */
export class Died extends Error {}

const READS = ['existsSync', 'statSync', 'readFileSync'];
const CHANGES = ['mkdirSync', 'rmSync', 'openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync'];
/** Which calls each can fall upon: who dies before a read leaves what he would leave before the next change. */
const FALLS_UPON: Readonly<Record<Blow, readonly string[]>> = {
  ...{ fails: [...READS, ...CHANGES], 'takes a part': ['writeSync'], dies: CHANGES, 'loses power': CHANGES },
};
type Call = (...args: unknown[]) => unknown;
const system = fs as unknown as Record<string, Call>;
const real = { ...system } as Readonly<Record<string, Call>> & Pick<typeof fs, 'existsSync' | 'rmSync'>;

/** A name that was given to a text and would be forgotten if the power went. */
interface Renamed {
  readonly from: string;
  readonly to: string;
  /** What was called so before; null: nothing. */
  readonly before: string | null;
}

/**
 * The disk below one folder, on which each call may go wrong: it takes the place of `node:fs` in this process. Knows what is left when
 * the power goes: a text counts once it was flushed, its name once the folder was.
 */
export class FailingDisk {
  readonly struck: string[] = [];
  #blow: { readonly at: number; readonly how: Blow } | null = null;
  #calls = 0;
  #dead = false;
  readonly #open = new Map<unknown, string>();
  readonly #unflushed = new Set<string>();
  #renamed: Renamed[] = [];

  constructor(folder: string) {
    for (const name of [...READS, ...CHANGES])
      system[name] = (...args) => {
        const path = this.#open.get(args[0]) ?? String(args[0]);
        return path.startsWith(folder) ? this.#asked(name, path, args) : real[name]!(...args);
      };
    syncBuiltinESMExports();
  }

  /** Of the calls that this can fall upon, the one with this number goes wrong from now on. */
  strike(at: number, how: Blow): void {
    this.#blow = { at, how };
    this.#calls = 0;
  }

  /** All is well again, also for who comes after a dead one; answers whether there were so many calls. */
  heal(): boolean {
    const reached = this.#blow !== null && this.#calls > this.#blow.at;
    this.#blow = null;
    this.#dead = false;
    return reached;
  }

  /** Whether the file would say this, whole, if the power went now. */
  isDurable(file: string, text: string): boolean {
    return !this.#unflushed.has(file) && !this.#renamed.some(({ to }) => to === file) && textOf(file) === text;
  }

  #asked(name: string, path: string, args: readonly unknown[]): unknown {
    if (this.#dead) throw new Died();
    const { at, how } = this.#blow ?? { at: Number.POSITIVE_INFINITY };
    const counts = how !== undefined && FALLS_UPON[how].includes(name);
    if (!counts || this.#calls++ !== at) return this.#done(name, path, args);
    this.struck.push(`${how}: ${name} ${basename(path)}`);
    if (how === 'fails') return failed(name);
    if (how === 'takes a part') return this.#done(name, path, halved(args));
    if (how === 'loses power') this.#losePower();
    this.#dead = true;
    throw new Died();
  }

  #done(name: string, path: string, args: readonly unknown[]): unknown {
    const to = String(args[1]);
    const before = name === 'renameSync' ? textOf(to) : null;
    const answer = real[name]!(...args);
    if (name === 'openSync') this.#open.set(answer, path);
    if (name === 'closeSync') this.#open.delete(args[0]);
    if (name === 'writeSync') this.#unflushed.add(path);
    if (name === 'fsyncSync') this.#unflushed.delete(path);
    if (name === 'fsyncSync') this.#renamed = this.#renamed.filter((one) => dirname(one.to) !== path);
    if (name === 'renameSync') this.#renamed.push({ from: path, to, before });
    if (name === 'renameSync' && this.#unflushed.delete(path)) this.#unflushed.add(to);
    return answer;
  }

  /** What was written and not flushed is empty, and what was renamed bears its old name. */
  #losePower(): void {
    for (const file of this.#unflushed) if (real.existsSync(file)) put(file, '');
    for (const { from, to, before } of this.#renamed.reverse()) {
      put(from, textOf(to) ?? '');
      if (before === null) real.rmSync(to);
      else put(to, before);
    }
    this.#unflushed.clear();
    this.#renamed = [];
  }
}

const textOf = (file: string): string | null =>
  real.existsSync(file) ? String(real.readFileSync!(file, 'utf8')) : null;
const put = (file: string, text: string): unknown => real.writeFileSync!(file, text, { mode: 0o600 });

const halved = ([handle, bytes, from = 0]: readonly unknown[]): readonly unknown[] => [
  ...[handle, bytes, from, Math.ceil(((bytes as Buffer).length - Number(from)) / 2)],
];

/** As the system tells it; `existsSync` tells nothing and makes a no of it. */
function failed(name: string): unknown {
  if (name === 'existsSync') return false;
  const code = ['mkdirSync', 'openSync', 'writeSync'].includes(name) ? 'ENOSPC' : 'EIO';
  throw Object.assign(new Error(`${code}: ${name}`), { code });
}
