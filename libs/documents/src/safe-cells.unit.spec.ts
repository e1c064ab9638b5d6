import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { toDocx, toXlsx } from './index.js';
import { type SummaryLine, summaryBook } from './summary.js';

interface SecondReading {
  readonly t: string;
  readonly v: unknown;
  readonly f?: string;
  readonly w?: string;
}

/** What another program finds in the cells. */
const cellsOf = (book: Uint8Array, name: string): readonly SecondReading[] =>
  Object.entries(read(book, { type: 'array' }).Sheets[name] ?? {}).flatMap(([address, cell]) =>
    address.startsWith('!') ? [] : [cell as SecondReading],
  );

const FORMULAS = ['=1+1', '+A1', '-2+3', '@SUM(A1)', '\t=1', '＝1', '－1', '＠x', "=cmd|' /C calc'!A0", '_x000D_=1'];
const dangerous = fc
  .tuple(fc.constantFrom(...FORMULAS), fc.stringMatching(/^[\w=+@ 会同]{0,12}$/))
  .map((two) => two.join(''));
const decimals = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, part]) => (part === '' ? `${whole}` : `${whole}.${part}`));

const printed = (texts: readonly string[], amounts: readonly string[]) => ({
  ...{ title: texts[0] ?? '', foot: texts[1] ?? '', mark: 'x' },
  blocks: [
    {
      ...{ kind: 'table' as const, columns: [1], headRows: 0 },
      rows: [...texts.map((text) => [{ text }]), ...amounts.map((text) => [{ text, number: true as const }])],
    },
  ],
});

async function all(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of pieces) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

const LINE: SummaryLine = {
  ...{ unitName: '会同县工伤保险服务中心', kind: '部门整体支出', stage: '待初审', version: 1, selfScore: '92.50' },
  ...{ systemScore: null, firstReviewer: null, secondReviewer: null, openErrors: 0, due: '2022-05-31', overdue: false },
};

describe('A workbook, read by another program', () => {
  it('holds no formula, whatever people wrote, and every text as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dangerous, { minLength: 2, maxLength: 8 }), async (texts) => {
        const cells = cellsOf(await toXlsx(printed(texts, [])), '表格');
        expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
        const said = cells.filter(({ v }) => v !== undefined);
        expect(new Set(said.map(({ t }) => t))).toEqual(new Set(['s']));
        expect(said.map(({ v }) => v)).toEqual(expect.arrayContaining(texts));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('holds amounts as numbers that show exactly their digits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decimals, { minLength: 1, maxLength: 8 }), async (amounts) => {
        const cells = cellsOf(await toXlsx(printed(['', ''], amounts)), '表格').filter(({ t }) => t === 'n');
        // SheetJS shows −0.00 of a number as it shows it of 0.
        expect(cells.map(({ w }) => w?.replace(/^-(?=[0.]+$)/, ''))).toEqual(
          amounts.map((text) => text.replace(/^-(?=[0.]+$)/, '')),
        );
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('leaves an amount with more digits than a binary number holds a text', async () => {
    const cells = cellsOf(await toXlsx(printed(['', ''], ['9007199254740993.123456'])), '表格');
    expect(cells.at(-2)).toMatchObject({ t: 's', v: '9007199254740993.123456' });
  });

  it('summarises ten thousand units within 100 MB, names that look like formulas included', async () => {
    async function* pages() {
      for (let n = 0; n < 50; n += 1) yield Array<SummaryLine>(200).fill({ ...LINE, unitName: '=HYPERLINK("x")' });
    }
    const before = process.memoryUsage().rss;
    let most = 0;
    const parts: Uint8Array[] = [];
    for await (const part of summaryBook('=汇总', pages())) {
      parts.push(part);
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect((most - before) / 1e6).toBeLessThan(100);
    expect(Buffer.concat(parts).subarray(0, 2).toString()).toBe('PK');
  }, 60_000);

  it('of a summary holds texts as texts, scores as numbers, and nothing where there is nothing', async () => {
    async function* page() {
      yield [{ ...LINE, unitName: '=1+1' }];
    }
    const cells = read(await all(summaryBook('汇总', page())), { type: 'array' }).Sheets.汇总表!;
    expect([cells.B3?.t, cells.B3?.v, cells.B3?.f]).toEqual(['s', '=1+1', undefined]);
    expect([cells.F3?.t, cells.F3?.w, cells.G3?.v]).toEqual(['n', '92.50', undefined]);
  });
});

describe('A Word document', () => {
  it('is written whatever people wrote', async () => {
    const bytes = await toDocx(printed(FORMULAS, ['1.50']));
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK');
  });
});
