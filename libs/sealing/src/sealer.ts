import type { Pool } from 'pg';
import {
  type Checkpoint,
  EMPTY_ROOT,
  type Frontier,
  formatCheckpoint,
  leafHash,
  openNote,
  parseCheckpoint,
  signNote,
  TiledTree,
  verifyConsistency,
} from '#libs/audit';
import { Alarm } from './alarm.js';
import type { Cosigners, Head } from './cosigners.js';
import { frontierOf, GrowingTree } from './growing-tree.js';
import type { Keys } from './keys.js';
import { Fenced, Lease } from './lease.js';
import { type Published, StoredLog } from './stored-log.js';

/** A text on the sealer's own disk; null: never written. */
export interface OwnWord {
  read(): string | null;
  write(text: string): void;
}

export interface SealerOptions {
  readonly pool: Pool;
  readonly keys: Keys;
  /** The last checkpoint it signed, where no database administrator can reach it. */
  readonly own: OwnWord;
  readonly cosigners: Pick<Cosigners, 'cosigned'>;
  /** How many entries may be sealed now. */
  readonly sealable: () => Promise<number>;
  /** Names this process and no other. */
  readonly holder: string;
  /** Most entries under one new checkpoint; a longer backlog gets several. */
  readonly batch?: number;
}

/** How a step ended. */
export type Step = 'sealed' | 'idle' | 'unwitnessed' | 'standing-by';

const PAGE = 2_048;
const BATCH = 10 * PAGE;

/**
 * Seals the log: signs, in order of size, heads of the tree over the events as they are stored. Two paths lead to each root, the
 * leaf hashes that PostgreSQL stored and the bytes that it gives back, and a head is signed only when both agree, when it is
 * consistent with the one signed before, and when that one is still on the sealer's own disk. Every rule is in the README.
 */
export class Sealer {
  readonly #log: StoredLog;
  #lease: Lease | undefined;
  #tree: { readonly tiles: GrowingTree; readonly frontier: Frontier } | undefined;
  #signed: Checkpoint | undefined;
  /** Signed and on our disk, not yet published: there were too few witnesses, or we were interrupted. */
  #unpublished: string | undefined;
  #behind = false;

  constructor(private readonly options: SealerOptions) {
    this.#log = new StoredLog(options.pool);
  }

  /** Entries under the newest head it signed. */
  get size(): number {
    return this.#signed?.size ?? 0;
  }

  /** Whether there may be more to seal at once: the backlog was longer than a batch. */
  get behind(): boolean {
    return this.#behind;
  }

  get lease(): Lease | undefined {
    return this.#lease;
  }

  /**
   * Seals what may be sealed, one checkpoint at most. Throws Alarm when something must not be signed over, Fenced when another
   * sealer took over, and what the database throws; after each of them the next step begins from what is stored.
   */
  async step(): Promise<Step> {
    try {
      if (!(await this.#hold())) return 'standing-by';
      if (!(await this.#stands())) await this.#open();
      this.#behind = true; // a head that was signed earlier says nothing of what came since
      if (this.#unpublished !== undefined) return await this.#publish(this.#unpublished);
      const sealable = await this.options.sealable();
      const target = Math.min(sealable, this.size + (this.options.batch ?? BATCH));
      this.#behind = target < sealable;
      if (target <= this.size) return 'idle';
      return await this.#publish(await this.#seal(target));
    } catch (error) {
      this.#forget(error);
      throw error;
    }
  }

  /** Only keeps the lease, so that no other seals over what this one found. */
  async stand(): Promise<Step> {
    return (await this.#hold()) ? 'idle' : 'standing-by';
  }

  /** Lets another seal at once. */
  async leave(): Promise<void> {
    await this.#lease?.leave();
    this.#lease = undefined;
  }

  /** Whether this one may seal. */
  async #hold(): Promise<boolean> {
    try {
      await this.#lease?.keep();
    } catch (error) {
      if (error instanceof Fenced) this.#lease = undefined;
      throw error;
    }
    this.#lease ??= await Lease.take(this.options.pool, this.options.holder);
    return this.#lease !== undefined;
  }

  #forget(error: unknown): void {
    if (error instanceof Fenced) this.#lease = undefined; // what was written last told so
    this.#tree = undefined;
    this.#unpublished = undefined;
  }

  /**
   * Whether what we hold in memory is still what is stored. A standby that had fallen behind, or an older copy, may take the
   * database's place while we run; and one of us that was stopped while it wrote may write on when it is continued.
   */
  async #stands(): Promise<boolean> {
    if (this.#tree === undefined || this.#unpublished !== undefined) return false;
    return ((await this.#log.newest())?.size ?? 0) === this.size && this.#isOurs();
  }

  /** Whether our disk says what we signed last. */
  #isOurs(): boolean {
    const own = this.#believed(this.options.own.read());
    return own.size === this.size && own.root.equals(this.#signed!.root);
  }

  /**
   * Begins from what is stored, in O(log n): the last head on our own disk and the newest published one. Where they are not the
   * same, the way from the one to the other is read again and has to lead to it.
   */
  async #open(): Promise<void> {
    this.#unpublished = undefined;
    const own = this.#believed(this.options.own.read());
    const newest = await this.#log.newest();
    const published = this.#believed(newest?.note ?? null, newest);
    this.options.keys.settle(this.options.own.read());
    const size = await this.#log.size();
    const most = Math.max(own.size, published.size);
    if (size < most) throw new Alarm('log.behind', { head: size, size: most });
    const base = own.size < published.size ? own : published;
    if (own.size === published.size && !own.root.equals(published.root))
      throw new Alarm('head.differs', { size: own.size });

    const frontier = await frontierOf(base.size, this.#log.tile);
    if (!frontier.root().equals(base.root))
      throw new Alarm('tiles.differ', { size: base.size, reason: frontier.root().toString('base64') });
    this.#tree = { tiles: await GrowingTree.from(base.size, this.#log.tile), frontier };
    this.#signed = own;
    if (base.size === most) return;
    const ahead = own.size > published.size ? own : published;
    await this.#advance(ahead.size);
    if (!frontier.root().equals(ahead.root)) throw new Alarm('log.fork', { size: ahead.size });
    if (ahead === own) {
      // Perhaps we were interrupted while it was written: it is on our disk for certain before anybody sees it.
      const note = this.options.own.read()!;
      this.options.own.write(note);
      this.#unpublished = note;
    } else {
      // Our disk is older than what we published: somebody put back a copy of it. What was published stands.
      this.options.own.write(newest!.note);
      this.#signed = published;
    }
  }

  /** A head that we signed. */
  #believed(note: string | null, published?: Published): Checkpoint {
    const { origin, verifiers } = this.options.keys;
    if (note === null) return { origin, size: 0, root: EMPTY_ROOT };
    try {
      const checkpoint = parseCheckpoint(openNote(note, verifiers).text);
      if (checkpoint.origin !== origin) throw new Error(`${checkpoint.origin} ≠ ${origin}`);
      if (published && published.size !== checkpoint.size) throw new Error(`${published.size} ≠ ${checkpoint.size}`);
      return checkpoint;
    } catch (error) {
      throw new Alarm('head.refused', { size: published?.size ?? '?', reason: (error as Error).message });
    }
  }

  /** Takes entries into the tree up to `size` and stores its tiles. */
  async #advance(size: number): Promise<void> {
    const { tiles, frontier } = this.#tree!;
    for await (const { stored, envelopes } of this.#pages(tiles.size, size)) {
      for (const [n, leaf] of stored.entries()) {
        tiles.add(leaf);
        frontier.add(leafHash(envelopes[n]!));
        this.options.keys.notice(envelopes[n]!);
      }
      await this.#store(tiles);
    }
  }

  /** Both paths' bytes of the entries from `from` up to `size`. The database reads a page while the one before is hashed. */
  async *#pages(from: number, size: number) {
    const endAfter = (start: number) => Math.min(size, start - (start % PAGE) + PAGE);
    const read = (start: number) => {
      const range = [start, endAfter(start)] as const;
      const page = Promise.all([this.#log.leafHashes(...range), this.#log.envelopes(...range)]);
      page.catch(() => undefined); // after an alarm nobody awaits the page behind it
      return page;
    };
    let coming = from < size ? read(from) : undefined;
    for (let start = from; coming !== undefined; ) {
      const [stored, envelopes] = await coming;
      start = endAfter(start);
      coming = start < size ? read(start) : undefined;
      yield { stored, envelopes };
    }
  }

  async #store(tiles: GrowingTree): Promise<void> {
    const grown = tiles.grown();
    try {
      await this.#lease!.write('store_tiles($1, $2, $3, $4)', [
        grown.map(({ level }) => level),
        grown.map(({ n }) => n),
        grown.map(({ hashes }) => hashes),
      ]);
    } catch (error) {
      if ((error as { code?: string }).code === '23000')
        throw new Alarm('tiles.differ', { size: tiles.size, reason: (error as Error).message });
      throw error;
    }
  }

  /** Signs the head of `size` entries once everything agrees, and keeps it on our own disk before anybody else sees it. */
  async #seal(size: number): Promise<string> {
    const before = this.#signed!;
    await this.#advance(size);
    const root = this.#tree!.frontier.root();
    // What was stored is read back: the tree that others will read, against the one computed from the bytes.
    const stored = new TiledTree(size, this.#log.tile);
    const reason = (why: unknown) => new Alarm('tiles.differ', { size, reason: (why as Error).message });
    if (!(await stored.root()).equals(root)) throw new Alarm('leaf.differs', { from: before.size, to: size - 1 });
    const proof = await stored.consistency(before.size);
    try {
      verifyConsistency({ old: before.size, oldRoot: before.root, size, root }, proof);
    } catch (error) {
      throw reason(error);
    }
    if (!this.#isOurs()) throw new Error('the last word on our own disk has changed meanwhile');

    const { origin, signers } = this.options.keys;
    const checkpoint = { origin, size, root };
    const note = signNote(formatCheckpoint(checkpoint), signers);
    this.options.own.write(note);
    this.#signed = checkpoint;
    this.options.keys.settle(note);
    return note;
  }

  /** Shows a signed head to the witnesses, and to everybody when enough of them cosigned. */
  async #publish(note: string): Promise<Step> {
    const { size, root } = this.#signed!;
    this.#unpublished = note;
    const tree = new TiledTree(size, this.#log.tile);
    const head: Head = { size, note, consistency: (from) => tree.consistency(from) };
    const { note: cosigned, met } = await this.options.cosigners.cosigned(head);
    if (!met) return 'unwitnessed';
    await this.#lease!.write('publish($1, $2, $3, $4)', [size, root, cosigned]);
    this.#unpublished = undefined;
    return 'sealed';
  }
}
