import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { contentHash, EMPTY_SHEET, FIGURES, HEAD_FIELDS, SECTIONS, type Sheet } from '#libs/sheet';
import { MATERIAL } from './examples/huitong.spec.js';
import { baseDataTable, type Material, readFilledForm, selfEvaluationTable, toXlsx } from './index.js';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 16n) + 1n, max: 10n ** 16n - 1n }), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, part]) => (part === '' ? `${whole}` : `${whole}.${part}`));
/** All that a sheet lets through, and what spreadsheets take for formulas or control characters of their own. */
const texts = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 30 })
    .map((text) => text.replace(/(?![\n\t])[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')),
  fc.constantFrom(
    '=1+1',
    '+A1',
    '-cmd|x',
    '@SUM(A1)',
    '\t=1',
    '＝1',
    '_x000D_',
    '_x0041_x',
    ' 两边 ',
    '\ufffe\uffff',
    "'",
  ),
);
const figures = fc.oneof(
  fc.record({ value: decimals, unit: fc.constantFrom('万元' as const, '元' as const) }),
  fc.constant({ value: null, unit: '万元' as const }),
  fc.constant({ value: null, unit: '万元' as const, notApplicable: true }),
);
const indicators = fc.record({
  ...{ level1: texts, level2: texts, name: texts.map((name) => `n${name}`), unitOfMeasure: texts },
  direction: fc.constantFrom('GTE' as const, 'LTE' as const, 'QUALITATIVE' as const),
  ...{ target: fc.option(decimals), actual: fc.option(decimals) },
  ...{ maxPoints: fc.option(decimals), points: fc.option(decimals) },
});
const money = Object.keys(FIGURES).filter((id) => FIGURES[id]?.unit === '万元');
const free = HEAD_FIELDS.filter((field) => ['unitName', 'preparer', 'phone', 'head'].includes(field));
const sheets: fc.Arbitrary<Sheet> = fc.record({
  head: fc.dictionary(fc.constantFrom(...free), texts),
  figures: fc.dictionary(fc.constantFrom(...money), figures, { maxKeys: 30 }),
  indicators: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/), indicators, { maxKeys: 6 }),
  sections: fc.dictionary(fc.constantFrom(...Object.keys(SECTIONS)), texts),
  answers: fc.constant({ 'staff/x': { value: '5.30' } }),
});

const of = (sheet: Sheet): Material => ({ ...MATERIAL, sheet, contentHash: contentHash(sheet) });

/** The form after somebody wrote into it with another program. */
async function refilled(form: Uint8Array, write: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(form) as never);
  write(book.worksheets[0]!);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The cell that stands so many to the right of the first cell with this text. */
function beside(sheet: ExcelJS.Worksheet, text: string, right: number): ExcelJS.Cell {
  let found: ExcelJS.Cell | undefined;
  sheet.eachRow((row) => row.eachCell((cell) => (found ??= String(cell.value).trim() === text ? cell : undefined)));
  return sheet.getCell(found!.row as unknown as number, (found!.col as unknown as number) + right);
}

describe('A form that was exported', () => {
  it('is the same sheet when it is imported again, and nothing in it counts as edited', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, fc.constantFrom(baseDataTable, selfEvaluationTable), async (sheet, layout) => {
        const material = of(sheet);
        const back = await readFilledForm(await toXlsx(layout(material), material));
        expect(back.sheet).toEqual({ ...EMPTY_SHEET, ...sheet });
        expect(back.contentHash).toBe(contentHash(sheet));
        expect(back.edited).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('takes in what somebody wrote into its cells: amounts, an emptied one, 不适用, texts', async () => {
    const form = await refilled(await toXlsx(baseDataTable(MATERIAL), MATERIAL), (sheet) => {
      beside(sheet, '三公经费', 2).value = 0.2;
      beside(sheet, '政府采购金额', 4).value = '不适用';
      beside(sheet, '政府采购金额', 5).value = null;
      beside(sheet, '2、出国经费', 5).value = '1,234.50';
      beside(sheet, '填表人', 1).value = '杨经办';
    });
    const { sheet, edited, notUnderstood } = await readFilledForm(form);
    expect(sheet.figures['BUD.SANGONG.PRIOR']).toEqual({ unit: '万元', value: '0.2' });
    expect(sheet.figures['PROC.BUDGET']).toMatchObject({ value: null, notApplicable: true });
    expect(sheet.figures['PROC.ACTUAL']).toMatchObject({ value: null });
    expect(sheet.figures['EXP.SANGONG.OVERSEAS']).toMatchObject({ value: '1234.50' });
    expect(sheet.head.preparer).toBe('杨经办');
    expect(edited).toHaveLength(5);
    expect(notUnderstood).toEqual([]);
    expect(sheet.figures['EXP.TOTAL']).toEqual(MATERIAL.sheet.figures['EXP.TOTAL']);
  });

  it('leaves a field as it was when the cell says nothing it could hold, and tells', async () => {
    const form = await refilled(await toXlsx(baseDataTable(MATERIAL), MATERIAL), (sheet) => {
      beside(sheet, '项目支出', 5).value = '约六万';
    });
    const { sheet, notUnderstood } = await readFilledForm(form);
    expect(sheet).toEqual(MATERIAL.sheet);
    expect(notUnderstood).toMatchObject([{ path: '/figures/EXP.PROJECT', text: '约六万' }]);
  });

  it('changes an indicator row by row part, and knows no row that the sheet has not', async () => {
    const form = await refilled(await toXlsx(selfEvaluationTable(MATERIAL), MATERIAL), (sheet) => {
      beside(sheet, '参保单位满意度', 2).value = 93.5;
    });
    const { sheet } = await readFilledForm(form);
    expect(sheet.indicators['3']).toEqual({ ...MATERIAL.sheet.indicators['3'], actual: '93.5' });
  });
});

describe('What is no form of ours', () => {
  const refusal = async (bytes: Uint8Array) =>
    readFilledForm(bytes).catch((error: unknown) => (error instanceof DomainError ? error.code : error));

  it.each([
    ['nothing', new Uint8Array()],
    ['a text', Buffer.from('单位,金额\n会同县,1')],
    ['a broken archive', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(40, 7)])],
  ])('is refused: %s', async (_, bytes) => {
    expect(await refusal(new Uint8Array(bytes))).toBe('form.not-a-form');
  });

  it('is refused: a workbook of somebody else', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Sheet1').addRow(['单位', '金额']);
    expect(await refusal(new Uint8Array(await book.xlsx.writeBuffer()))).toBe('form.not-a-form');
  });

  it('is refused: a form whose content no longer has its hash', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await toXlsx(baseDataTable(MATERIAL), MATERIAL)) as never);
    const part = book.getWorksheet('shuangshen')!;
    part.eachRow((row) => {
      const cell = row.getCell(2);
      if (String(cell.value).includes('"EXP.TOTAL"')) cell.value = String(cell.value).replace('72.92', '72.93');
    });
    expect(await refusal(new Uint8Array(await book.xlsx.writeBuffer()))).toBe('form.damaged');
  });
});
