import { Frontier, type Hash, leafHash, logVerifier, openNextKey } from '#libs/audit';
import type { Entry, Evidence, Head } from '../evidence.js';
import type { Faults } from './faults.js';
import { TileCheck } from './tile-check.js';
import { cosignaturesOf, type Kept, openHead, type Seen, seenIn, type Trust } from './trust.js';

/** What was found out about the sealed part of a log. */
export interface Sealed {
  readonly checkpoints: number;
  /** Checkpoints that fewer witnesses cosigned than are asked for; of the newest that is a fault. */
  readonly withoutQuorum: number;
  /** The newest checkpoint that holds, with its root in hex. */
  readonly newest: { readonly size: number; readonly root: string; readonly witnesses: number } | null;
}

const NOTHING: Hash = Buffer.alloc(32);

/**
 * The tree over the log, built leaf by leaf, against what was sealed: each entry against its leaf in the tiles, the root
 * at the size of every checkpoint against the signed one (INV-A2), and against what others saw. That all checkpoints are
 * roots of one sequence of leaves is more than consistency between each two of them (INV-A3).
 */
export class SealedCheck {
  readonly #tree = new Frontier();
  readonly #tiles: TileCheck;
  readonly #heads: AsyncIterator<Head>;
  readonly #size: number;
  #head: Head | undefined;
  #agreed = 0;
  #agreedWithOthers = 0;
  #broken = false;
  #checkpoints = 0;
  #withoutQuorum = 0;
  #newest: Sealed['newest'] = null;
  #last: Head | undefined;
  #seen: Seen[] = [];

  private constructor(
    evidence: Evidence,
    private trust: Trust,
    private readonly faults: Faults,
  ) {
    this.#size = evidence.manifest.size;
    this.#tiles = new TileCheck(evidence, this.#size, faults);
    this.#heads = evidence.heads()[Symbol.asyncIterator]();
  }

  static async begin(evidence: Evidence, trust: Trust, kept: readonly Kept[], faults: Faults): Promise<SealedCheck> {
    const check = new SealedCheck(evidence, trust, faults);
    check.#seen = check.#read(kept);
    await check.#nextHead();
    return check;
  }

  /** An entry of the log; entries come in order, and between them some may be missing. */
  async entry({ position, envelope }: Pick<Entry, 'position' | 'envelope'>): Promise<void> {
    if (position >= this.#size || position < this.#tree.size) return;
    await this.#upTo(position);
    await this.#leaf(position, envelope === null ? null : leafHash(envelope));
  }

  /** A change of the log's key: the new one is believed from here on when one that is believed signed it. */
  follow({ payload }: Pick<Entry, 'payload'>): void {
    const { origin, log } = this.trust;
    try {
      const { note } = JSON.parse(payload?.toString('utf8') ?? '{}') as { note: string };
      this.trust = { ...this.trust, log: [...log, logVerifier(openNextKey(note, origin ?? '', log))] };
    } catch {
      // It changes nothing: what is signed by an unknown key will not be believed, and said so.
    }
  }

  /** After the last entry. */
  async end(): Promise<Sealed> {
    await this.#upTo(this.#size);
    await this.#tiles.end();
    // What was signed beyond the size that is said to be sealed; roots cannot be compared there.
    for (; this.#head !== undefined; await this.#nextHead()) this.#open(this.#head);
    for (const { size, from } of this.#seen)
      if (size > this.#size) this.faults.add('seen.ahead', { position: this.#size, size, from });
    if (this.#last === undefined) this.faults.add('head.missing');
    else this.#judgeNewest(this.#last);
    return { checkpoints: this.#checkpoints, withoutQuorum: this.#withoutQuorum, newest: this.#newest };
  }

  #judgeNewest({ size, note }: Head): void {
    if (size !== this.#size)
      this.faults.add('head.not-newest', { position: Math.min(size, this.#size), size: this.#size, newest: size });
    const cosigned = this.#cosigned(note);
    const { quorum } = this.trust;
    if (cosigned < quorum) this.faults.add('head.few-witnesses', { size, cosigned, quorum });
  }

  async #upTo(position: number): Promise<void> {
    while (this.#tree.size < Math.min(position, this.#size)) await this.#leaf(this.#tree.size, null);
  }

  async #leaf(position: number, found: Hash | null): Promise<void> {
    const sealed = await this.#tiles.leaf(position);
    if (found && sealed && !found.equals(sealed)) this.faults.add('leaf.differs', { position });
    for (const { leaf, from } of this.#seen)
      if (leaf?.index === position && !leaf.hash.equals(found ?? sealed ?? NOTHING))
        this.faults.add('seen.leaf-differs', { position, from });
    const counted = sealed ?? found ?? NOTHING;
    await this.#tiles.count(position, counted);
    this.#tree.add(counted);
    const { size } = this.#tree;
    if (this.#head?.size === size || this.#seen.some((seen) => seen.size === size)) await this.#compareAt(size);
  }

  async #compareAt(size: number): Promise<void> {
    const root = this.#tree.root();
    for (const seen of this.#seen.filter((one) => one.size === size)) {
      if (seen.root.equals(root)) this.#agreedWithOthers = size;
      else this.faults.add('seen.differs', { position: this.#agreedWithOthers, size, from: seen.from });
    }
    for (; this.#head?.size === size; await this.#nextHead()) {
      const signed = this.#open(this.#head);
      if (signed === null) continue;
      if (signed.equals(root)) {
        if (!this.#broken) this.#agreed = size;
        this.#newest = { size, root: root.toString('hex'), witnesses: this.#cosigned(this.#head.note) };
        continue;
      }
      // Every later one differs as well: the first tells where.
      if (!this.#broken) this.faults.add('head.differs', { position: this.#agreed, size });
      this.#broken = true;
    }
  }

  /** The root in a checkpoint that the log signed. */
  #open({ size, note }: Head): Hash | null {
    this.#checkpoints += 1;
    const refused = (reason: string) => this.faults.add('head.refused', { position: this.#agreed, size, reason });
    try {
      const checkpoint = openHead(note, this.trust);
      if (cosignaturesOf(note, this.trust) < this.trust.quorum) this.#withoutQuorum += 1;
      if (checkpoint.origin !== this.trust.origin) refused(`${checkpoint.origin} ≠ ${this.trust.origin}`);
      else if (checkpoint.size !== size) refused(`${checkpoint.size} ≠ ${size}`);
      else return checkpoint.root;
    } catch (error) {
      refused((error as Error).message);
    }
    return null;
  }

  #cosigned(note: string): number {
    try {
      return cosignaturesOf(note, this.trust);
    } catch {
      return 0;
    }
  }

  async #nextHead(): Promise<void> {
    const before = this.#head;
    const { value, done } = await this.#heads.next();
    this.#head = done ? undefined : value;
    if (this.#head === undefined) return;
    this.#last = this.#head;
    // A head that lies behind what was counted would never be compared.
    if (before && this.#head.size <= before.size) {
      this.faults.add('head.order', { position: this.#head.size, size: this.#head.size, before: before.size });
      if (this.#head.size < this.#tree.size) await this.#nextHead();
    }
  }

  #read(kept: readonly Kept[]): Seen[] {
    return kept.flatMap((one) => {
      try {
        return [seenIn(one, this.trust)];
      } catch (error) {
        this.faults.add('seen.refused', { from: one.from, reason: (error as Error).message });
        return [];
      }
    });
  }
}
