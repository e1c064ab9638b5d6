import { join } from 'node:path';
import { ed25519Signer } from '#libs/audit';
import { environment } from '#libs/config';
import { DiskFails, drawnKey } from '#libs/custody';
import { OwnKeys, rotate, type Sealer, streamOfKey } from '#libs/sealing';
import { BLOWS, type Blow, Died, FailingDisk } from './failing-disk.js';
import { ORIGIN, type Place, SealedLog } from './sealed-log.js';

/** What the sealer did to its own disk was struck at every call, and what came of it. */
export interface Struck {
  /** Each call that was struck, and how. */
  readonly struck: readonly string[];
  /** What the sealer did that it must not, in words. */
  readonly wrong: readonly string[];
}

/**
 * A program of its own, because it takes the place of `node:fs`. A log is sealed by a sealer whose disk goes wrong at one
 * call; the next time at the next one, until there is none left. Prints what it found as JSON.
 */
class Faults {
  readonly #disk: FailingDisk;
  readonly #log: SealedLog;
  readonly #wrong: string[] = [];
  /** What was signed of each size. */
  readonly #signed = new Map<number, string>();

  constructor(
    place: Place,
    private readonly folder: string,
  ) {
    this.#disk = new FailingDisk(folder);
    this.#log = new SealedLog(place, folder, 'commit');
  }

  async run(): Promise<Struck> {
    await this.#log.append(1);
    await this.#goOn(this.#sealer());
    for (const how of BLOWS) {
      for (let at = 0; this.#firstStart(how, at); at += 1);
      let at = 0;
      while (await this.#strike(how, at)) at += 1;
      // A change of the key begins with the same calls; what follows on them is struck as well.
      while (await this.#strike(how, at, 'under a new key')) at += 1;
    }
    await this.#log.end();
    return { struck: this.#disk.struck, wrong: this.#wrong };
  }

  /** A key is drawn on a disk that goes wrong; whoever comes then finds that one or draws another, and no half one. */
  #firstStart(how: Blow, at: number): boolean {
    const folder = join(this.folder, `${how} ${at}`);
    const key = () => new OwnKeys(folder, ORIGIN).verifierKeys[0]!;
    this.#disk.strike(at, how);
    const first = this.#survived(key);
    const reached = this.#disk.heal();
    const then = key();
    if ((first !== undefined && first !== then) || then !== key())
      this.#says('another key was drawn over one that was used');
    return reached;
  }

  /** One head that is struck at one call; answers whether there was such a call. */
  async #strike(how: Blow, at: number, signed?: 'under a new key'): Promise<boolean> {
    await this.#log.append(1);
    if (signed) await this.#orderNextKey();
    this.#disk.strike(at, how);
    const sealer = await this.#struckOne();
    const reached = this.#disk.heal();
    await this.#goOn(how === 'fails' || how === 'takes a part' ? (sealer ?? this.#sealer()) : this.#sealer());
    return reached;
  }

  /** The sealer after it was struck; undefined when it did not come so far. */
  async #struckOne(): Promise<Sealer | undefined> {
    const sealer = this.#survived(() => this.#sealer());
    await sealer?.step().catch((error: Error) => this.#expected(error));
    return sealer;
  }

  /** With a disk that is well, all that is in the log comes under a head which everybody sees. */
  async #goOn(sealer: Sealer): Promise<void> {
    const all = await this.#log.size();
    for (let steps = 0; steps < 4 && (await sealer.step().catch((error: Error) => this.#says(`${error}`))) !== 'idle'; )
      steps += 1;
    const published = await this.#log.published();
    if (sealer.size !== all || published.at(-1) !== this.#log.own.read())
      this.#says(`${sealer.size} of ${all} are sealed`);
  }

  #sealer(): Sealer {
    const { own, sealing } = this.#log;
    const write = (note: string) => {
      const [text, size] = [note.slice(0, note.lastIndexOf('\n\n')), Number(note.split('\n')[1])];
      if ((this.#signed.get(size) ?? text) !== text) this.#says(`two heads of size ${size} were signed`);
      this.#signed.set(size, text);
      own.write(note);
    };
    const query = (asked: string, values?: unknown[]) => {
      if (String(asked).includes('audit.publish') && !this.#disk.isDurable(own.file, String(values?.[3])))
        this.#says(`a head of size ${values?.[1]} was shown that is not on its own disk`);
      return sealing.query(asked, values);
    };
    return this.#log.anotherSealer({ own: { read: () => own.read(), write }, pool: { query } as never });
  }

  /** As `npm run sealer:rotate-key` does. */
  async #orderNextKey(): Promise<void> {
    const { signers } = new OwnKeys(this.folder, ORIGIN);
    const next = ed25519Signer(ORIGIN, drawnKey(join(this.folder, 'key.next')));
    const data = rotate(ORIGIN, next.verifierKey, signers[0]!);
    await this.#log.record(streamOfKey(next.verifierKey), { type: 'SealerKeyRotated', data });
  }

  #survived<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#expected(error as Error);
      return undefined;
    }
  }

  #expected(error: Error): void {
    const died = error instanceof Died || (error instanceof DiskFails && error.cause instanceof Died);
    if (!died && !(error instanceof DiskFails)) this.#says(`${error}`);
  }

  #says(what: string): void {
    this.#wrong.push(`after ${this.#disk.struck.at(-1)}: ${what}`);
  }
}

const { PLACE = '', FOLDER = '' } = environment();
console.log(JSON.stringify(await new Faults(JSON.parse(PLACE), FOLDER).run()));
