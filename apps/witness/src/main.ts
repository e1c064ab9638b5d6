import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, needed, settings } from '#libs/config';
import { Exposed } from '#libs/custody';
import { stopWithParent } from '#libs/embedded';
import { serveWitness, Witness } from '#libs/witness';

/** Watches the logs whose verifier keys stand in the file `logs` of WITNESS_DIR, until it is asked to stop. Needs no database. */
async function main(): Promise<void> {
  const known = settings();
  const { witnessDir: folder, host, witnessPort: port } = known;
  const witness = new Witness({ folder, name: needed(known, 'witnessName'), logs: logsIn(join(folder, 'logs')) });
  const server = await serveWitness(witness, { host, port });
  console.log(`见证中 / witnessing: http://${host}:${port}\n${witness.verifierKey}`);
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  stopWithParent(stop);
}

function logsIn(file: string): readonly string[] {
  if (!existsSync(file)) {
    console.error(`${file}: 请写入日志的验证公钥，每行一个 / put the verifier keys of the logs there, one a line`);
    return [];
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

main().catch((error: unknown) => {
  const known = error instanceof Exposed || error instanceof RangeError;
  console.error(known ? (error as Error).message : explain(error));
  process.exit(1);
});
