import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Settings } from '#libs/config';
import { LastWord } from '#libs/custody';
import { Cosigners, OwnKeys, type WitnessAt } from '#libs/sealing';

/** What the sealer keeps to itself, in SEALER_DIR: its keys, its last word, the name of the log, and whom it asks to cosign. */
export class OwnFolder {
  readonly path: string;
  readonly own: LastWord;

  constructor(private readonly settings: Readonly<Settings>) {
    this.path = settings.sealerDir;
    this.own = new LastWord(join(this.path, 'checkpoint'));
  }

  /** The name of the log for ever: as it was set at the first start, or drawn then. */
  get origin(): string {
    const kept = new LastWord(join(this.path, 'origin'));
    const before = kept.read()?.trim();
    const { sealerOrigin } = this.settings;
    if (before !== undefined && sealerOrigin !== undefined && sealerOrigin !== before)
      throw new Error(`SEALER_ORIGIN: 日志已名为 ${before}，不能改名 / the log is called ${before} and keeps its name`);
    if (before !== undefined) return before;
    const name = sealerOrigin ?? `shuangshen-${randomBytes(8).toString('hex')}/log`;
    kept.write(`${name}\n`);
    return name;
  }

  keys(): OwnKeys {
    return new OwnKeys(this.path, this.origin, { sm2: this.settings.secondSignature === 'sm2' });
  }

  cosigners(): Cosigners {
    const witnesses = this.#witnesses();
    return new Cosigners(witnesses, this.settings.witnessQuorum ?? witnesses.length);
  }

  /** The file `witnesses`: a verifier key and a URL on each line; empty lines and lines that begin with `#` are passed over. */
  #witnesses(): readonly WitnessAt[] {
    const file = join(this.path, 'witnesses');
    const lines = (new LastWord(file).read() ?? '').split('\n').map((line) => line.trim());
    return lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [key = '', url = '', ...more] = line.split(/\s+/);
        if (!/^https?:\/\//.test(url) || more.length > 0)
          throw new Error(`${file}: <verifier key> <URL>, not "${line}"`);
        return { key, url };
      });
  }
}
