import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { zipSync } from 'fflate';
import { type Addressee, addresseeOf } from '#libs/intake';
import { examineFile, filesOf } from '#libs/sources';

/** How long so many of the sample documents take that come in one ZIP: unpacked, read one after the other, and matched. */
export async function batch(folder: string, many: number): Promise<void> {
  const samples = readdirSync(folder).filter((name) => /\.(?:docx?|xlsx?|pdf|txt)$/.test(name));
  const code = (n: number) => String(117_001 + n);
  const files = Object.fromEntries(
    Array.from({ length: many }, (_, n) => {
      const sample = samples[n % samples.length]!;
      return [`${code(n)}${extname(sample)}`, readFileSync(join(folder, sample))];
    }),
  );
  const all = Array.from({ length: many }, (_, n): Addressee => {
    const unit = { unitCode: code(n), unitName: `会同县第${code(n)}中心` };
    return { evaluationId: `431225-${code(n)}-2021-unit`, ...unit, project: null };
  });
  const home = mkdtempSync(join(tmpdir(), 'intake-'));
  const tally: Record<string, number> = {};
  let [slowest, figures] = [0, 0];
  try {
    const path = join(home, 'reports.zip');
    writeFileSync(path, zipSync(files));
    const began = performance.now();
    for await (const { name, content } of filesOf(path)) {
      const started = performance.now();
      const outcome = await examineFile(name, await buffer(content)).then(
        ({ report }) => {
          figures += report.changes.filter(({ path: field }) => field.startsWith('/figures/')).length;
          const found = addresseeOf({ name, text: report.text }, all);
          return 'to' in found ? 'read' : found.why;
        },
        (error: { code?: string }) => error.code ?? 'failed',
      );
      tally[outcome] = (tally[outcome] ?? 0) + 1;
      slowest = Math.max(slowest, performance.now() - started);
    }
    const seconds = (performance.now() - began) / 1_000;
    console.log(
      `${many} documents in one ZIP: ${seconds.toFixed(1)} s, ${Math.round((1_000 * seconds) / many)} ms each, the slowest ${Math.round(slowest)} ms; ${figures} figures; ${Object.entries(
        tally,
      )
        .map(([outcome, n]) => `${outcome} ${n}`)
        .join(', ')}`,
    );
  } finally {
    rmSync(home, { recursive: true });
  }
}
