import { parseArgs } from 'node:util';
import { explain } from '#libs/config';
import { keysIn, type Scope, Unreadable, withDatabase, writeExport } from '#libs/export';
import { withPool } from './database.js';
import { givenFile } from './given-file.js';
import { shippedSchemes } from './shipped-schemes.js';

const USAGE = `用法 / usage: npm run export -- --out FOLDER [--campaign ID | --evaluation ID] [--keys FILE] [--witnesses FILE --quorum N]
把日志连同证明导出到一个空文件夹，供 shuangshen-verify.mjs 离线核验
writes the log with its proofs into an empty folder, to be verified offline by shuangshen-verify.mjs`;

/** `npm run export`: the evidence in the database as a folder that can be verified without it. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      campaign: { type: 'string' },
      evaluation: { type: 'string' },
      keys: { type: 'string' },
      witnesses: { type: 'string' },
      quorum: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { out, campaign, evaluation } = values;
  if (values.help || out === undefined || (campaign !== undefined && evaluation !== undefined)) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const scope = scopeOf(campaign, evaluation);
  const listed = async (file: string | undefined) => (file === undefined ? [] : keysIn(await givenFile(file)));
  const witnesses = await listed(values.witnesses);
  const keys = await listed(values.keys);
  const beside = {
    ...{ madeAt: new Date().toISOString(), scope, keys, schemes: await shippedSchemes() },
    witnesses: { keys: witnesses, quorum: Number(values.quorum ?? witnesses.length) },
  };
  await withPool('shuangshen export', (pool) =>
    withDatabase(pool, beside, async (evidence) => {
      await writeExport(evidence, out, (done, of) => process.stderr.write(`\r${done} / ${of}`));
      const { size, head } = evidence.manifest;
      process.stderr.write(`\n已导出 / exported: ${out} · ${head} 个事件 / events · 已封存 / sealed: ${size}\n`);
    }),
  );
  return 0;
}

function scopeOf(campaign: string | undefined, evaluation: string | undefined): Scope {
  if (campaign !== undefined) return { of: 'campaign', id: campaign };
  return evaluation === undefined ? { of: 'log' } : { of: 'evaluation', id: evaluation };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Unreadable ? error.message : explain(error, USAGE));
    process.exitCode = 2;
  },
);
