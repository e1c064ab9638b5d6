import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#libs/config';
import { readDocument } from '#libs/intake';
import { readSource } from '#libs/sources';
import { batch } from './intake-batch.js';
import { compared, type Expected, type Tally, tallied } from './intake-compare.js';

// How well documents are read: precision and recall for each layout and kind of figure, over every document that a person
// has read beside (samples/documents), apart for those that no rule was written with in view. And how fast; `--batch 200` takes
// the time of so many that come in one ZIP.

const FOLDER = join(projectRoot(), 'samples/documents');
const KINDS = ['amounts', 'counts', 'percentages', 'indicators', 'head', 'conflicts'] as const;

interface Line {
  readonly layout: string;
  readonly kind: string;
  readonly documents: 'all' | 'held out';
  readonly precision: number;
  readonly recall: number;
  readonly expected: number;
}

const many = process.argv.indexOf('--batch');
if (many > 0) {
  await batch(FOLDER, Number(process.argv[many + 1] ?? 200));
  process.exit();
}

const json = process.argv.includes('--json');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);
const tallies: { layout: string; heldOut: boolean; found: Readonly<Record<string, Tally>> }[] = [];
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.expected.json'))) {
  if (only && !file.includes(only)) continue;
  const expected = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Expected;
  const { blocks } = await readSource(readFileSync(join(FOLDER, expected.file)), { ms: 60_000 });
  const report = readDocument(blocks, { name: expected.file });
  const found = compared(report, expected);
  tallies.push({ layout: expected.layout, heldOut: expected.heldOut, found });
  if (json) continue;
  const faults = Object.entries(found).flatMap(([kind, { wrong, missed }]) => [
    ...wrong.map((what) => `${kind}: + ${what}`),
    ...missed.map((what) => `${kind}: − ${what}`),
  ]);
  if (faults.length > 0) console.log([expected.file, ...faults].join('\n    '));
  if (only) console.log(report.notUnderstood.map(({ text, why }) => `    ? ${text} ${why}`).join('\n'));
}

const lines: Line[] = ['prose', 'form', 'table', 'all'].flatMap((layout) =>
  ([false, true] as const).flatMap((heldOut) =>
    [...KINDS, 'figures'].map((kind) => {
      const those = tallies.filter((one) => (layout === 'all' || one.layout === layout) && (!heldOut || one.heldOut));
      const kinds = kind === 'figures' ? ['amounts', 'counts', 'percentages', 'indicators'] : [kind];
      const { right, wrong, missed } = tallied(those.flatMap(({ found }) => kinds.map((one) => found[one]!)));
      return {
        ...{ layout, kind, documents: heldOut ? ('held out' as const) : ('all' as const), expected: right + missed },
        ...{ precision: part(right, right + wrong), recall: part(right, right + missed) },
      };
    }),
  ),
);
const speed = only ? undefined : await thirtyPages();
if (json) console.log(JSON.stringify({ documents: tallies.length, lines, thirtyPageDocxMedianMs: speed }, null, 2));
else {
  for (const { layout, documents, kind, precision, recall, expected } of lines)
    if (expected > 0)
      console.log(
        `${layout.padEnd(6)}${documents.padEnd(9)}${kind.padEnd(12)} precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  of ${expected}`,
      );
  console.log(`${tallies.length} documents; a .docx of 30 pages is read in ${speed} ms (median)`);
}

function part(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}

/** The median time to read a .docx of 30 pages, its process included, as an upload does. */
async function thirtyPages(): Promise<number> {
  const { WRITERS } = await import(pathToFileURL(join(projectRoot(), 'samples/make/write.mjs')).href);
  const report = readFileSync(join(projectRoot(), 'samples/huitong-2021/report.txt'), 'utf8').split('\n');
  const filler = Array.from(
    { length: 330 },
    (_, n) =>
      `（${n + 1}）深入学习贯彻落实各项工作要求，扎实开展业务工作，全年未发生重大事故。${'强化内部管理，压实工作责任，'.repeat(5)}`,
  );
  const bytes: Buffer = await WRITERS.docx([...report, '八、其他工作', ...filler]);
  const times: number[] = [];
  for (let n = 0; n < 7; n++) {
    const began = performance.now();
    readDocument((await readSource(bytes)).blocks, { name: `thirty${extname('.docx')}` });
    times.push(performance.now() - began);
  }
  return Math.round(times.sort((a, b) => a - b)[3]!);
}
