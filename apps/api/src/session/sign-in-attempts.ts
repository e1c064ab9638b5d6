import { Injectable } from '@nestjs/common';
import type { SignInAttempt } from '#libs/identity';
import { Sealing } from '#libs/identity';

/** An attempt, where the person wanted to go, and until when it can be finished (ms since 1970). */
interface Remembered extends SignInAttempt {
  readonly to: string;
  readonly until: number;
}

const NAME = 'sign-in';
const MINUTES = 10;
const OWN_PATH = /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]{0,300}$/;

/** Attempts to sign in lie sealed at the browser that began them: nobody else's browser can finish one, and knocking fills no table. */
@Injectable()
export class SignInAttempts {
  constructor(private readonly sealing: Sealing) {}

  /** Only a path of our own is gone to afterwards. */
  seal(attempt: SignInAttempt, to: string | undefined): string {
    const own = to !== undefined && OWN_PATH.test(to) ? to : '/';
    const remembered: Remembered = { ...attempt, to: own, until: Date.now() + MINUTES * 60_000 };
    return this.sealing.seal(Buffer.from(JSON.stringify(remembered)), NAME).toString('base64url');
  }

  /** Undefined for what we have not sealed, and for what is too old. */
  open(sealed: string | undefined): Remembered | undefined {
    if (sealed === undefined || sealed.length > 2_000) return undefined;
    try {
      const text = this.sealing.open(Buffer.from(sealed, 'base64url'), NAME).toString();
      const remembered = JSON.parse(text) as Remembered;
      return remembered.until > Date.now() ? remembered : undefined;
    } catch {
      return undefined;
    }
  }
}
