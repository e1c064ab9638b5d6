import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Kept, keptIn, keysIn, openFolder, trustOf, Unreadable, verify } from '#libs/export';
import { givenFile } from './given-file.js';
import { checkReceipt, receiptReport } from './receipt.js';
import { report } from './report.js';

const USAGE = `用法 / usage: node shuangshen-verify.mjs <folder> [options]

  --keys FILE        日志的验证公钥，每行一个（应从别处取得，不用导出中自带的）
                     verifier keys of the log, one a line (from elsewhere, not from the export itself)
  --witnesses FILE   见证人的公钥，每行一个 / keys of the witnesses, one a line
  --quorum N         至少几个见证人联署；缺省为全部 / how many have to cosign; all of them by default
  --seen FILE        以前保存的检查点、回执，或另一次导出的 checkpoints.jsonl，可多次给出
                     a checkpoint or receipt kept from earlier, or another export's checkpoints.jsonl; repeatable
  --receipt FILE     只核验一份回执（.tlog-proof，或扫描二维码所得文本），须有 --keys，不需要文件夹
                     one receipt alone (.tlog-proof, or what was scanned from its QR codes); needs --keys, no folder
  --json             机器可读 / for machines

退出码 / exit code: 0 一切相符 all holds · 1 发现不符 something does not hold · 2 无法核验 cannot be verified
`;

/**
 * Verifies the folder of an export without the system that made it: this program is built into one file that needs nothing
 * but Node, no network and no database.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      witnesses: { type: 'string' },
      quorum: { type: 'string' },
      seen: { type: 'string', multiple: true, default: [] },
      receipt: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [folder, ...more] = positionals;
  if (values.receipt !== undefined && !values.help) return receiptAlone(values.receipt, values);
  if (values.help || folder === undefined || more.length > 0) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const evidence = await openFolder(folder);
  const quorum = values.quorum === undefined ? undefined : quorumIn(values.quorum);
  const brought = {
    ...(values.keys !== undefined && { keys: keysIn(await givenFile(values.keys)) }),
    ...(values.witnesses !== undefined && { witnesses: keysIn(await givenFile(values.witnesses)) }),
    ...(quorum !== undefined && { quorum }),
  };
  const kept: Kept[] = [];
  for (const file of [...values.seen, ...(await receiptsIn(folder))])
    kept.push(...keptIn(basename(file), await givenFile(file)));
  const verdict = await verify(evidence, { trust: trustOf(evidence.manifest, brought), kept, progress });
  const own = { keys: values.keys !== undefined, witnesses: values.witnesses !== undefined, kept: values.seen.length };
  console.log(values.json ? JSON.stringify({ ...verdict, brought: own }, null, 2) : report(verdict, own));
  return verdict.holds ? 0 : 1;
}

/** The receipts in a bundle of evidence: each proves one of its events. */
async function receiptsIn(folder: string): Promise<readonly string[]> {
  const proofs = join(folder, 'proofs');
  if (!existsSync(proofs)) return [];
  return (await readdir(proofs)).filter((name) => name.endsWith('.tlog-proof')).map((name) => join(proofs, name));
}

async function receiptAlone(
  file: string,
  given: { readonly keys?: string; readonly witnesses?: string; readonly quorum?: string; readonly json: boolean },
): Promise<number> {
  if (given.keys === undefined) throw new Unreadable('--keys: 须另行取得日志的公钥 / the keys of the log are needed');
  const witnesses = given.witnesses === undefined ? [] : keysIn(await givenFile(given.witnesses));
  const quorum = given.quorum === undefined ? witnesses.length : quorumIn(given.quorum);
  const keys = keysIn(await givenFile(given.keys));
  const verdict = checkReceipt(await givenFile(file), { keys, witnesses, quorum });
  console.log(given.json ? JSON.stringify(verdict, null, 2) : receiptReport(verdict));
  return verdict.holds ? 0 : 1;
}

function quorumIn(text: string): number {
  const quorum = Number(text);
  if (!(Number.isInteger(quorum) && quorum >= 0)) throw new Unreadable('--quorum: 0, 1, 2 …');
  return quorum;
}

function progress(events: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${events} / ${of}${events === of ? '\n' : ''}`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: NodeJS.ErrnoException) => {
    const known = error instanceof Unreadable || error.code !== undefined;
    console.error(known ? `无法核验 / cannot be verified: ${error.message}` : error);
    if (error.code?.startsWith('ERR_PARSE_ARGS')) console.error(`\n${USAGE}`);
    process.exitCode = 2;
  },
);
