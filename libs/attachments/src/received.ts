import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '#libs/kernel';
import { LOOKED_AT, mediaTypeOf } from './media-type.js';

/** A file that came in and lies in a folder of its own until somebody decides about it. */
export interface Received {
  readonly path: string;
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  readonly size: number;
  readonly type: string;
  discard(): Promise<void>;
}

/**
 * Takes a file in as it comes, hashing it on the way: memory does not grow with it. Refuses, and forgets, what is longer than
 * allowed, empty, or of a kind that is not taken.
 */
export async function receive(stream: Readable, folder: string, mostBytes: number): Promise<Received> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const discard = () => rm(path, { force: true });
  const hash = createHash('sha256');
  let size = 0;
  let beginning = Buffer.alloc(0);
  try {
    await pipeline(
      async function* () {
        // What is refused is left unread, and not destroyed: the connection it comes by has an answer to carry.
        for await (const piece of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
          size += piece.length;
          if (size > mostBytes) throw tooLarge(mostBytes);
          if (beginning.length < LOOKED_AT) beginning = Buffer.concat([beginning, piece]).subarray(0, LOOKED_AT);
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    );
    if (size === 0) throw new DomainError('invalid', 'attachment.empty');
    const type = mediaTypeOf(beginning);
    if (type === undefined) throw new DomainError('invalid', 'attachment.of-a-kind-not-taken');
    return { path, hash: hash.digest('hex'), size, type, discard };
  } catch (error) {
    await discard();
    throw error;
  }
}

export const tooLarge = (mostBytes: number): DomainError =>
  new DomainError('invalid', 'attachment.too-large', { most: Math.floor(mostBytes / MEGABYTE) });

export const MEGABYTE = 1_048_576;
