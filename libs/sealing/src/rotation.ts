import { type NoteSigner, parseVerifierKey, signNextKey } from '#libs/audit';
import type { Event } from '#libs/kernel';

/** Streams `sealer-<key id>`, named after the new key: from the entry on, heads are signed with it. */
export type SealerEvent = Event<'SealerKeyRotated', SealerKeyRotated>;

export interface SealerKeyRotated {
  readonly origin: string;
  /** The new verifier key. */
  readonly key: string;
  /** The new key, signed by the one before: who believes that one can believe this one (C2SP signed-note). */
  readonly note: string;
}

/** The type of the entry, for those who look for it in the log. */
export const ROTATED = 'SealerKeyRotated';

/** What the entry says of a new key that the key before it vouches for. */
export const rotate = (origin: string, key: string, by: NoteSigner): SealerKeyRotated => ({
  origin,
  key,
  note: signNextKey(origin, key, by),
});

/** The stream that a change to this key stands in. */
export const streamOfKey = (key: string): string =>
  `sealer-${parseVerifierKey(key).keyId.toString(16).padStart(8, '0')}`;
