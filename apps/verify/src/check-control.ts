import { parseArgs } from 'node:util';
import { InvalidSettings } from '#libs/config';
import { CannotStart } from '#libs/embedded';
import { control, withDatabase } from '#libs/export';
import { withPool } from './database.js';
import { report } from './report.js';
import { shippedSchemes } from './shipped-schemes.js';

/**
 * `npm run check:control`: replays the log in its own database and compares, as the offline verifier does. Exit code 0 when
 * all holds, 1 when something does not, 2 when the log cannot be read. What was sealed is the verifier's to look at.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const beside = {
    ...{ madeAt: new Date().toISOString(), scope: { of: 'log' } as const, keys: [] },
    ...{ witnesses: { keys: [], quorum: 0 }, schemes: await shippedSchemes() },
  };
  const verdict = await withPool('shuangshen check:control', (pool) =>
    withDatabase(pool, beside, (evidence) =>
      control(evidence, (done, of) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${of}${done === of ? '\n' : ''}`);
      }),
    ),
  );
  console.log(values.json ? JSON.stringify(verdict, null, 2) : report(verdict));
  return verdict.holds ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = [InvalidSettings, CannotStart].some((kind) => error instanceof kind);
    console.error(known ? (error as Error).message : error);
    process.exitCode = 2;
  },
);
