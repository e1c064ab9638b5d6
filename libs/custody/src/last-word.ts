import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * A small text on a disk of one's own that outlives every crash: what `write` returned from is what `read` tells, whole or as it
 * was before. Readable by our account alone.
 */
export class LastWord {
  constructor(readonly file: string) {}

  /** Null when nothing was ever written. */
  read(): string | null {
    return existsSync(this.file) ? readFileSync(this.file, 'utf8') : null;
  }

  write(text: string): void {
    const folder = dirname(this.file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${this.file}.draft`;
    rmSync(draft, { force: true }); // of a crash, and perhaps with other rights
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, this.file);
    if (process.platform !== 'win32') sync(folder);
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
