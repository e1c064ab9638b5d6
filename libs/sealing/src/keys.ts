import { join } from 'node:path';
import { ed25519Signer, ed25519Verifier, type NoteSigner, type NoteVerifier, signersOf } from '#libs/audit';
import { drawnKey, Exposed, keptKey, LastWord } from '#libs/custody';
import { ROTATED, streamOfKey } from './rotation.js';
import { sm2Signer } from './sm2-signer.js';

/** A key that signs heads, and what others check it with. */
export type SealingKey = NoteSigner & { readonly verifierKey: string };

/** What a sealer signs with, and whose heads it takes for its own. */
export interface Keys {
  readonly origin: string;
  readonly signers: readonly SealingKey[];
  /** For others: all keys under which its heads stand, those of before included. */
  readonly verifierKeys: readonly string[];
  readonly verifiers: readonly NoteVerifier[];
  /** Told of every entry before it is sealed. */
  notice(envelope: Buffer): void;
  /** Told of the newest head on the sealer's own disk; null: there is none. */
  settle(note: string | null): void;
}

/**
 * The keys in the sealer's own folder: `key`, drawn at the first start; `key.next`, once a change was ordered; `sm2-key`, when a
 * second signature is asked for. The head that covers the entry of the change is signed by both, and later ones by the new key alone;
 * the old one is then destroyed.
 */
export class OwnKeys implements Keys {
  readonly #second: SealingKey | undefined;
  #turning = false;

  constructor(
    private readonly folder: string,
    readonly origin: string,
    { sm2 = false } = {},
  ) {
    drawnKey(this.#keyFile);
    this.#second = sm2 ? sm2Signer(origin, drawnKey(join(folder, 'sm2-key'))) : undefined;
  }

  get signers(): readonly SealingKey[] {
    const next = this.#turning ? this.#next() : undefined;
    return [this.#current(), next, this.#second].filter((key) => key !== undefined);
  }

  get verifierKeys(): readonly string[] {
    return [...this.signers.map(({ verifierKey }) => verifierKey), ...this.#retired()];
  }

  get verifiers(): readonly NoteVerifier[] {
    const next = this.#next();
    const own = [this.#current(), ...(next ? [next] : [])].map(({ verifierKey }) => verifierKey);
    return [...own, ...this.#retired()].map(ed25519Verifier);
  }

  notice(envelope: Buffer): void {
    if (!envelope.includes(`"${ROTATED}"`)) return;
    const { type, stream } = JSON.parse(envelope.toString('utf8')) as { type?: string; stream?: string };
    const next = this.#next();
    // Whoever writes such an entry without having put the key here changes nothing.
    if (type === ROTATED && next && stream === streamOfKey(next.verifierKey)) this.#turning = true;
  }

  settle(note: string | null): void {
    this.#turning = false;
    const next = this.#next();
    if (note === null || next === undefined) return;
    if (signersOf(note, [ed25519Verifier(next.verifierKey)]).length === 0) return;
    const { verifierKey } = this.#current();
    if (!this.#retired().includes(verifierKey)) this.#past.write([verifierKey, ...this.#retired(), ''].join('\n'));
    new LastWord(this.#keyFile).takeOver(new LastWord(this.#nextFile));
  }

  /** Verifier keys of before: what they signed stays believed. */
  #retired(): readonly string[] {
    return (this.#past.read() ?? '').split('\n').filter((line) => line !== '');
  }

  get #past(): LastWord {
    return new LastWord(join(this.folder, 'retired-keys'));
  }

  get #keyFile(): string {
    return join(this.folder, 'key');
  }

  get #nextFile(): string {
    return join(this.folder, 'key.next');
  }

  /** As the disk has it: a change of the key that broke off is then either done or not. */
  #current(): SealingKey {
    const seed = keptKey(this.#keyFile);
    if (seed === undefined) throw new Exposed(`${this.#keyFile} 不见了 / is gone; put it back, no other is drawn`);
    return ed25519Signer(this.origin, seed);
  }

  /** Looked up each time: it is put here by another process, while this one runs. */
  #next(): SealingKey | undefined {
    const seed = keptKey(this.#nextFile);
    return seed && ed25519Signer(this.origin, seed);
  }
}
