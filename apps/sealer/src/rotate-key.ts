import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ed25519Signer } from '#libs/audit';
import { explain, needed, settings } from '#libs/config';
import { drawnKey } from '#libs/custody';
import { createPool } from '#libs/database';
import { ownerUrlOfRunning } from '#libs/embedded';
import { PgEventStore } from '#libs/event-store';
import { rotate, type SealerEvent, streamOfKey } from '#libs/sealing';
import { OwnFolder } from './own-folder.js';

const OPERATOR = { personId: 'system:operator', accountId: 'system:operator', role: 'system', memberOf: [] };

/**
 * `npm run sealer:rotate-key`, on the sealer's machine: draws the next key, has the old one sign it, and appends that to the log.
 * The sealer takes it from the head on that covers the entry. Asked again before that, it says the same.
 */
async function main(): Promise<void> {
  const known = settings();
  const folder = new OwnFolder(known);
  const { origin, signers } = folder.keys();
  const next = ed25519Signer(origin, drawnKey(join(folder.path, 'key.next')));
  const url = known.databaseUrl ?? (await ownerUrlOfRunning(join(known.dataDir, 'postgres')));
  const pool = createPool(url ?? needed(known, 'databaseUrl'), { max: 1, applicationName: 'shuangshen sealer' });
  const store = new PgEventStore(pool);
  try {
    const stream = streamOfKey(next.verifierKey);
    const data = rotate(origin, next.verifierKey, signers[0]!);
    const event: SealerEvent = { type: 'SealerKeyRotated', data };
    if ((await store.read(stream)).version === 0)
      await store.append(stream, 0, [event], { actor: OPERATOR, commandId: randomUUID(), correlationId: randomUUID() });
    console.log(
      `新公钥，请交给审计方和见证人 / the new verifier key, for auditors and witnesses:\n${next.verifierKey}\n\n${data.note}`,
    );
  } finally {
    await store.close();
    await pool.end();
  }
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
