import { parseArgs } from 'node:util';
import { explain } from '#libs/config';
import { control, withDatabase } from '#libs/export';
import { withPool } from './database.js';
import { report } from './report.js';
import { shippedSchemes } from './shipped-schemes.js';

const USAGE = `用法 / usage: npm run check:control -- [--json]
按日志重演一遍，与系统当前的数据比对 / replays the log and compares it with what the system shows`;

/**
 * `npm run check:control`: replays the log in its own database and compares, as the offline verifier does. Exit code 0 when
 * all holds, 1 when something does not, 2 when the log cannot be read. What was sealed is the verifier's to look at.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
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
    console.error(explain(error, USAGE));
    process.exitCode = 2;
  },
);
