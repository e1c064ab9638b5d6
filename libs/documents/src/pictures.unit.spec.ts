import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { environment, projectRoot } from '#libs/config';
import { machineHas, temporaryFolder } from '#libs/testing';
import { MATERIAL } from './examples/huitong.spec.js';
import {
  baseDataTable,
  opinionSheet,
  report,
  selfEvaluationTable,
  toDocx,
  toPdf,
  toXlsx,
  trailSheet,
} from './index.js';

const run = promisify(execFile);
const APPROVED = join(projectRoot(), 'docs/pictures/documents');
/** Enough to see a line that moved, and small enough for a repository. */
const DPI = '40';
/** Part of the pixels that may differ: programs of another version draw the edges of letters a little differently. */
const TOLERANCE = 0.02;

const ENTRIES = [
  { type: '退回', data: { version: 1, reason: '公用经费超预算未说明原因。', contentHash: MATERIAL.contentHash } },
  {
    type: '修改草稿',
    data: { changes: [{ path: '/figures/EXP.SANGONG', before: null, after: { value: '0', unit: '万元' } }] },
  },
].map(({ type, data }, position) => ({
  ...{
    position,
    recordedAt: '2022-06-01T02:10:00.000Z',
    person: '龙初审𠮷',
    role: '初审',
    what: type,
    refused: false,
    data,
  },
}));

/** What is printed, by the name of its pictures; Word and Excel are drawn by LibreOffice. */
const PDF: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'report.pdf': () => toPdf(report(MATERIAL)),
  'opinions.pdf': () => toPdf(opinionSheet(MATERIAL)),
  'trail.pdf': () => toPdf(trailSheet(MATERIAL, ENTRIES)),
};
const OFFICE: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'report.docx': () => toDocx(report(MATERIAL)),
  'opinions.docx': () => toDocx(opinionSheet(MATERIAL)),
  'base-data.xlsx': () => toXlsx(baseDataTable(MATERIAL), MATERIAL),
  'self-evaluation.xlsx': () => toXlsx(selfEvaluationTable(MATERIAL), MATERIAL),
};

/** PDFs are drawn by poppler. Word and Excel are compared with OFFICE_PICTURES=1, by `npm run pictures:documents`. */
const PRINTED = Object.entries(environment().OFFICE_PICTURES === '1' ? { ...PDF, ...OFFICE } : PDF);
const installed = spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).status === 0;
const POPPLER = machineHas('pdftoppm', installed, 'REQUIRE_POPPLER', 'pages of documents are not compared');

if (POPPLER)
  describe.each(PRINTED)('The pages of %s', (name, print) => {
    const folder = temporaryFolder();
    afterAll(() => folder.remove());

    it('look as they were approved', async () => {
      writeFileSync(join(folder.path, name), await print());
      if (!name.endsWith('.pdf'))
        await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder.path, join(folder.path, name)]);
      const pdf = join(folder.path, name.replace(/\.\w+$/, '.pdf'));
      await run('pdftoppm', ['-png', '-gray', '-r', DPI, pdf, join(folder.path, name)]);
      const pages = readdirSync(folder.path).filter((file) => file.endsWith('.png'));
      if (environment().APPROVE_PICTURES === '1') approve(folder.path, pages);
      const approved = readdirSync(APPROVED).filter((file) => file.startsWith(name));
      expect(pages.sort()).toEqual(approved.sort());
      const different = pages.map((page) => differing(join(folder.path, page), join(APPROVED, page)));
      expect(different.filter((part) => part > TOLERANCE)).toEqual([]);
    }, 180_000);
  });

function approve(folder: string, pages: readonly string[]): void {
  if (!existsSync(APPROVED)) mkdirSync(APPROVED, { recursive: true });
  for (const page of pages) writeFileSync(join(APPROVED, page), readFileSync(join(folder, page)));
}

/** The part of the pixels that differ. */
function differing(one: string, other: string): number {
  const [a, b] = [PNG.sync.read(readFileSync(one)), PNG.sync.read(readFileSync(other))];
  if (a.width !== b.width || a.height !== b.height) return 1;
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.3 }) / (a.width * a.height);
}
