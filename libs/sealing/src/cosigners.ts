import { cosignatureVerifier, formatAddCheckpoint, type Hash, type NoteVerifier, signersOf } from '#libs/audit';

/** A witness that is asked: its verifier key, and where it takes checkpoints. */
export interface WitnessAt {
  readonly key: string;
  readonly url: string;
}

/** What a witness last said. */
export interface WitnessState {
  readonly name: string;
  readonly key: string;
  /** The largest size it cosigned in answer to us; null: none since the sealer was started. */
  readonly size: number | null;
  /** Why it did not cosign the last time it was asked; null: it did, or was not asked yet. */
  readonly refusal: 'silent' | 'refused' | 'ahead' | 'conflict' | null;
}

/** A head to be cosigned, with what proves that it grew. */
export interface Head {
  readonly size: number;
  readonly note: string;
  consistency(from: number): Promise<readonly Hash[]>;
}

/** How long a witness may take. */
const PATIENCE_MS = 4_000;

/** The witnesses of a log and how many of them have to cosign before a checkpoint counts (k of n). */
export class Cosigners {
  readonly #witnesses: readonly Cosigner[];

  /** Throws RangeError on a key that is no witness's, or a quorum that cannot be met. */
  constructor(
    witnesses: readonly WitnessAt[],
    readonly quorum: number,
  ) {
    this.#witnesses = witnesses.map((witness) => new Cosigner(witness));
    if (!(Number.isInteger(quorum) && quorum >= 0 && quorum <= witnesses.length))
      throw new RangeError(`${quorum} of ${witnesses.length} witnesses cannot cosign`);
  }

  get states(): readonly WitnessState[] {
    return this.#witnesses.map(({ state }) => state);
  }

  /** The head with the cosignatures of those who gave one, and whether they are enough. Asks all of them at once. */
  async cosigned(head: Head): Promise<{ readonly note: string; readonly met: boolean }> {
    const lines = await Promise.all(this.#witnesses.map((witness) => witness.ask(head)));
    const given = lines.filter((line) => line !== undefined);
    return { note: head.note + given.join(''), met: given.length >= this.quorum };
  }
}

class Cosigner {
  readonly #verifier: NoteVerifier;
  /** What it said it has seen; a guess is corrected by its answer. */
  #seen = 0;
  #size: number | null = null;
  #refusal: WitnessState['refusal'] = null;

  constructor(private readonly at: WitnessAt) {
    this.#verifier = cosignatureVerifier(at.key);
  }

  get state(): WitnessState {
    return { name: this.#verifier.name, key: this.at.key, size: this.#size, refusal: this.#refusal };
  }

  /** Its signature lines; undefined when it gives none. What it says is believed only as far as its signature reaches. */
  async ask(head: Head): Promise<string | undefined> {
    try {
      for (let tries = 0; tries < 2; tries += 1) {
        const { status, body } = await this.#post(head);
        if (status === 200) return this.#accept(head, body);
        const size = status === 409 ? Number(/^(0|[1-9]\d{0,15})\n$/.exec(body)?.[1]) : Number.NaN;
        if (size > head.size) return this.#refuse('ahead');
        if (Number.isNaN(size) || size === this.#seen) return this.#refuse(status < 500 ? 'conflict' : 'silent');
        this.#seen = size;
      }
      return this.#refuse('conflict');
    } catch {
      return this.#refuse('silent');
    }
  }

  #accept(head: Head, lines: string): string | undefined {
    // Of what it sent only its own line is kept.
    const own = lines
      .split('\n')
      .map((line) => `${line}\n`)
      .find((line) => signedBy(this.#verifier, head.note, line));
    if (own === undefined) return this.#refuse('refused');
    this.#seen = head.size;
    this.#size = head.size;
    this.#refusal = null;
    return own;
  }

  async #post(head: Head): Promise<{ status: number; body: string }> {
    const old = Math.min(this.#seen, head.size);
    const proof = await head.consistency(old);
    const response = await fetch(`${this.at.url.replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body: formatAddCheckpoint({ old, proof, checkpoint: head.note }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: (await response.text()).slice(0, 10_000) };
  }

  #refuse(refusal: NonNullable<WitnessState['refusal']>): undefined {
    this.#refusal = refusal;
    return undefined;
  }
}

function signedBy(verifier: NoteVerifier, note: string, line: string): boolean {
  try {
    return signersOf(note + line, [verifier]).length > 0;
  } catch {
    return false;
  }
}
