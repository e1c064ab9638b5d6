import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The disk did not do as it was told: it is full, broken, read-only or gone. */
export class DiskFails extends Error {
  override readonly name = 'DiskFails';
  /** What the system calls it, as ENOSPC. */
  readonly reason: string;

  constructor(file: string, cause: NodeJS.ErrnoException) {
    super(`${file} 无法读写 / cannot be read or written: ${cause.message}`, { cause });
    this.reason = cause.code ?? cause.message;
  }
}

/**
 * A small text on a disk of one's own that outlives every crash: what `write` returned from is what `read` tells, whole or as it
 * was before. Readable by our account alone. Throws DiskFails.
 */
export class LastWord {
  constructor(readonly file: string) {}

  /** Null when nothing was ever written. */
  read(): string | null {
    return this.#told(() => {
      try {
        return readFileSync(this.file, 'utf8');
      } catch (error) {
        // Only what is not there was never written; a disk that does not answer says nothing of the kind.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    });
  }

  /** Whether accounts other than ours may read it; Windows has no such rights. */
  isOpenToOthers(): boolean {
    return process.platform !== 'win32' && this.#told(() => (statSync(this.file).mode & 0o077) !== 0);
  }

  write(text: string): void {
    this.#told(() => {
      mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
      const draft = `${this.file}.draft`;
      rmSync(draft, { force: true }); // of a crash, and perhaps with other rights
      const handle = openSync(draft, 'wx', 0o600);
      try {
        const bytes = Buffer.from(text);
        // A disk that is filling up takes a part first, and says so only when it is given the rest.
        for (let taken = 0; taken < bytes.length; ) taken += writeSync(handle, bytes, taken);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      this.#put(draft);
    });
  }

  /** Takes the text of another file, which is gone then. */
  takeOver(other: LastWord): void {
    this.#told(() => this.#put(other.file));
  }

  #put(file: string): void {
    renameSync(file, this.file);
    if (process.platform !== 'win32') sync(dirname(this.file));
  }

  #told<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new DiskFails(this.file, error as NodeJS.ErrnoException);
    }
  }
}

/** Makes the rename itself durable; Windows has no way to ask for that. */
function sync(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
