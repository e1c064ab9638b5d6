import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  type AddCheckpoint,
  type Checkpoint,
  cosigner,
  ed25519Verifier,
  formatSignature,
  type NoteVerifier,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  verifyConsistency,
} from '#libs/audit';
import { drawnKey, LastWord } from '#libs/custody';

/** An answer of the protocol (C2SP tlog-witness): a status, a text, and its type. */
export interface Answer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
}

export interface WitnessOptions {
  /** Its own: key, and the last checkpoint it cosigned of each log. */
  readonly folder: string;
  readonly name: string;
  /** Verifier keys of the logs it watches; a log whose key was changed has two. */
  readonly logs: readonly string[];
  readonly now?: () => number;
}

/**
 * Cosigns that a log only ever grew: keeps the last head it saw of each log and cosigns another only when a proof shows that
 * the one is a prefix of the other. What it cosigned is on its disk before it says so. Does everything in one turn of the event
 * loop, so two requests cannot be judged against the same head.
 */
export class Witness {
  readonly #cosigner: ReturnType<typeof cosigner>;
  readonly #logs = new Map<string, NoteVerifier[]>();

  constructor(private readonly options: WitnessOptions) {
    this.#cosigner = cosigner(options.name, drawnKey(join(options.folder, 'key')));
    for (const key of options.logs) {
      const verifier = ed25519Verifier(key);
      this.#logs.set(verifier.name, [...(this.#logs.get(verifier.name) ?? []), verifier]);
    }
  }

  /** What others check its cosignatures with. */
  get verifierKey(): string {
    return this.#cosigner.verifierKey;
  }

  /** `POST add-checkpoint`. */
  add(body: string): Answer {
    let asked: AddCheckpoint;
    let head: Checkpoint;
    let text: string;
    try {
      asked = parseAddCheckpoint(body);
      text = parseNote(asked.checkpoint).text;
      head = parseCheckpoint(text);
    } catch (error) {
      return said(400, (error as Error).message);
    }
    const verifiers = this.#logs.get(head.origin);
    if (verifiers === undefined) return said(404, `no log ${head.origin} is watched here`);
    try {
      openNote(asked.checkpoint, verifiers);
    } catch (error) {
      return said(403, (error as Error).message);
    }
    return this.#judge(asked, head, text);
  }

  #judge({ old, proof, checkpoint }: AddCheckpoint, head: Checkpoint, text: string): Answer {
    if (old > head.size) return said(400, `the old size ${old} is larger than ${head.size}`);
    const kept = this.#keptOf(head.origin);
    const before = kept.read();
    const seen = before === null ? undefined : parseCheckpoint(parseNote(before).text);
    const size = seen?.size ?? 0;
    if (old !== size || (size === head.size && seen && !seen.root.equals(head.root)))
      return { status: 409, body: `${size}\n`, type: 'text/x.tlog.size' };
    try {
      if (seen) verifyConsistency({ old, oldRoot: seen.root, size: head.size, root: head.root }, proof);
      else if (proof.length > 0) return said(422, 'a proof from size 0 is empty');
    } catch (error) {
      return said(422, (error as Error).message);
    }
    if (head.size > size) kept.write(checkpoint);
    const seconds = Math.floor((this.options.now ?? Date.now)() / 1000);
    return said(200, formatSignature(this.#cosigner.cosign(text, seconds)));
  }

  /** An origin is whatever its log says; as a file name it is hashed. */
  #keptOf(origin: string): LastWord {
    return new LastWord(join(this.options.folder, 'seen', createHash('sha256').update(origin).digest('hex')));
  }
}

const said = (status: Answer['status'], words: string): Answer => ({
  status,
  body: words.endsWith('\n') ? words : `${words}\n`,
  type: 'text/plain; charset=utf-8',
});
