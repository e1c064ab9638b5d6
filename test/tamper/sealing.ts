import type { Pool } from 'pg';
import { cosigner, ed25519Signer, ed25519Verifier, formatSignature, parseNote } from '#libs/audit';
import { Sealer, type SealingKey } from '#libs/sealing';

export const ORIGIN = 'huitong.example/log';
export const SEALER = ed25519Signer(ORIGIN, Buffer.alloc(32, 1));
/** Somebody who has no key of the sealer's and signs in his name. */
export const IMPOSTOR = ed25519Signer(ORIGIN, Buffer.alloc(32, 9));
export const WITNESS = cosigner('audit.example/witness', Buffer.alloc(32, 2));

/**
 * Seals what the log holds now, with a checkpoint after every `every` entries, by a sealer that has never sealed anything. What
 * was sealed before is thrown away, as only a superuser can who took the guards away. Answers the newest checkpoint.
 */
export async function seal(owner: Pool, how: Sealing = {}): Promise<string> {
  const { rows } = await owner.query('select exists (select from audit.checkpoint) as sealed');
  if (rows[0].sealed) await owner.query('truncate audit.tile, audit.checkpoint');
  return sealerOf(owner, how)();
}

interface Sealing {
  readonly by?: SealingKey;
  readonly every?: number;
}

/** A sealer that goes on where it stopped: each call seals what the log holds by then, and answers the newest checkpoint. */
export function sealerOf(owner: Pool, { by = SEALER, every = 100 }: Sealing = {}): () => Promise<string> {
  const sealable = async () => (await owner.query('select count(*)::int as size from log.position')).rows[0].size;
  const how = { cosigners: WITNESSED, sealable, holder: 'test', batch: every };
  const sealer = new Sealer({ pool: owner, ...keptBy(by), ...how });
  return async () => {
    while ((await sealer.step()) === 'sealed');
    return (await owner.query('select note from audit.checkpoint order by size desc limit 1')).rows[0].note;
  };
}

/** Cosigned by a witness that believes everything: it is not the witness that these tests are about. */
const WITNESSED = {
  cosigned: async ({ note }: { readonly note: string }) => ({
    note: note + formatSignature(WITNESS.cosign(parseNote(note).text, 1_800_000_000)),
    met: true,
  }),
};

/** One key and a disk that knows nothing yet. */
function keptBy(key: SealingKey) {
  let last: string | null = null;
  const own = {
    read: () => last,
    write: (text: string) => {
      last = text;
    },
  };
  const verifiers = [ed25519Verifier(key.verifierKey)];
  const nothing = () => undefined;
  const keys = { signers: [key], verifiers, verifierKeys: [key.verifierKey], notice: nothing, settle: nothing };
  return { own, keys: { origin: ORIGIN, ...keys } };
}
