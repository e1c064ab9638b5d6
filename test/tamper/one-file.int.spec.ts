import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { receiptParts } from '#libs/audit';
import { projectRoot } from '#libs/config';
import { createPool } from '#libs/database';
import type { Verdict } from '#libs/export';
import { receiptOf } from '#libs/sealing';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { IMPOSTOR, SEALER, seal, WITNESS } from './sealing.js';
import { exported, live, shippedScheme } from './world.js';

const run = promisify(execFile);

describe('The verifier in one file', () => {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  let database: TestDatabase;
  let receipt: string;

  /** Runs it where there is nothing but the file. */
  async function verify(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    try {
      return {
        code: 0,
        ...(await run(process.execPath, ['shuangshen-verify.mjs', ...args], { cwd: folder.path, env: {} })),
      };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, stdout, stderr };
    }
  }
  const OWN = ['--keys', at('keys'), '--witnesses', at('witnesses')];
  const tampered = async (name: string, file: string, change: (text: string) => string) => {
    await cp(at('export'), at(name), { recursive: true });
    await writeFile(at(`${name}/${file}`), change(await readFile(at(`${name}/${file}`), 'utf8')));
    return at(name);
  };

  beforeAll(async () => {
    await run(process.execPath, [join(projectRoot(), 'apps/verify/build.mjs'), folder.path]);
    database = await testDatabase();
    const owner = createPool(database.ownerUrl, { max: 1 });
    const scheme = await shippedScheme(database.pool);
    await live(database, ['a0', 'a1', 'b2'], scheme);
    await seal(owner, { every: 7 });
    await exported(owner, at('export'), scheme);
    receipt = (await receiptOf(owner, 8))!.text;
    await owner.end();
    await writeFile(at('keys'), `# the log\n${SEALER.verifierKey}\n`);
    await writeFile(at('witnesses'), `${WITNESS.verifierKey}\n`);
    await writeFile(at('impostor'), IMPOSTOR.verifierKey);
  }, 60_000);
  afterAll(async () => {
    await database.drop();
    folder.remove();
  });

  it('imports nothing but Node', async () => {
    const text = await readFile(at('shuangshen-verify.mjs'), 'utf8');
    const imported = [...text.matchAll(/^import .* from "([^"]+)"/gm)].map(([, from]) => from);
    expect(imported.filter((from) => !from?.startsWith('node:'))).toEqual([]);
  });

  it('finds that all holds, and says so in two languages', async () => {
    const { code, stdout } = await verify(
      'export',
      ...OWN,
      '--seen',
      'export/checkpoint',
      '--seen',
      'export/checkpoints.jsonl',
    );
    expect(stdout).toContain('核验通过 / everything holds');
    expect(stdout).toContain('2021 年一事双审：办结 2 件，其中 2 件由两名');
    expect(stdout).toContain('2022: 1 matters decided, 1 of them each by two distinct persons');
    expect(stdout).not.toContain('note:');
    expect(code).toBe(0);
  });

  it('says that keys out of the export itself prove less', async () => {
    const { code, stdout } = await verify('export');
    expect(stdout).toContain('give keys from elsewhere with --keys');
    expect(code).toBe(0);
  });

  it('tells machines the same', async () => {
    const { stdout } = await verify('export', ...OWN, '--json');
    const verdict: Verdict = JSON.parse(stdout);
    expect(verdict).toMatchObject({ holds: true, events: 27, sealed: { checkpoints: 4, newest: { size: 27 } } });
  });

  it.each([
    ['a changed word', 'events.jsonl', (text: string) => text.replace('66.88', '66.89'), /第 1 号事件的内容/],
    ['a lost line', 'events.jsonl', (text: string) => text.replace(/^\{"position":4,.*\n/m, ''), /第 4 号位置缺失/],
    ['a moved line', 'events.jsonl', swapped, /第 4 号位置缺失/],
    [
      'another score',
      'statements.jsonl',
      (text: string) => text.replace('"systemScore":"', '"systemScore":"1'),
      /systemScore/,
    ],
    ['a lost statement', 'statements.jsonl', (text: string) => text.replace(/^.*\n/, ''), /公布数据中没有/],
    ['a lost checkpoint', 'checkpoints.jsonl', (text: string) => text.replace(/.*\n$/, ''), /最新检查点是 21/],
  ] as const)('finds %s', async (name, file, change, words) => {
    const { code, stdout } = await verify(await tampered(name.replaceAll(' ', '-'), file, change), ...OWN);
    expect(stdout).toMatch(words);
    expect(code).toBe(1);
  });

  it('does not believe the key of an impostor, nor too few witnesses', async () => {
    expect(await verify('export', '--keys', 'impostor')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('head.refused'),
    });
    expect(await verify('export', ...OWN, '--quorum', '2')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('head.few-witnesses'),
    });
  });

  it('checks a receipt alone, as a file and as it was scanned from paper in any order', async () => {
    await writeFile(at('a.tlog-proof'), receipt);
    await writeFile(at('scanned'), [...receiptParts(receipt)].reverse().join('\r\n'));
    for (const file of ['a.tlog-proof', 'scanned']) {
      const { code, stdout } = await verify('--receipt', file, ...OWN);
      expect(stdout).toContain('第 8 号，共 27 条');
      expect(stdout).toContain('SecondReviewPassed · evaluation-a0');
      expect(code).toBe(0);
    }
  });

  it('does not believe a receipt that was changed, signed by another, or witnessed by too few', async () => {
    await writeFile(at('a.tlog-proof'), receipt);
    await writeFile(at('b.tlog-proof'), receipt.replace('index 8', 'index 7'));
    for (const args of [
      ['--receipt', 'b.tlog-proof', ...OWN],
      ['--receipt', 'a.tlog-proof', '--keys', 'impostor'],
      ['--receipt', 'a.tlog-proof', ...OWN, '--quorum', '2'],
      ['--receipt', 'keys', ...OWN],
    ])
      expect(await verify(...args)).toMatchObject({ code: 1, stdout: expect.stringContaining('✗ 回执不成立') });
    expect(await verify('--receipt', 'a.tlog-proof')).toMatchObject({ code: 2 });
  });

  it.each([
    ['a folder that is no export', ['.']],
    ['a folder that is not there', ['nowhere']],
    ['an option that it does not know', ['export', '--what']],
    ['no folder', []],
  ] as const)('ends with 2 for %s', async (_, args) => {
    const { code, stdout } = await verify(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('ends with 2 for a file that is no list of events', async () => {
    const { code, stderr } = await verify(await tampered('spoilt', 'events.jsonl', (text) => text.slice(0, -20)));
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('events.jsonl:27') });
  });
});

function swapped(text: string): string {
  const lines = text.split('\n');
  [lines[4], lines[5]] = [lines[5]!, lines[4]!];
  return lines.join('\n');
}
