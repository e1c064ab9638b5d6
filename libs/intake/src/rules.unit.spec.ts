import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { projectRoot } from '#libs/config';
import { DomainError } from '#libs/kernel';
import { applyChanges, checkField, EMPTY_SHEET, type Figure } from '#libs/sheet';
import { readReport } from './index.js';

const TITLE = '某县水利局2021年度部门整体支出绩效自评报告\n';
const BUDGET = '二、年初预算安排情况\n年初预算100万元，其中基本支出80万元，项目支出20万元。\n';

/** What is read from a sentence in the section on execution, beside the budget's own three amounts. */
function reading(sentence: string) {
  const { changes, ...rest } = readReport(`${TITLE}${BUDGET}三、预算执行情况\n${sentence}`, { name: 'x' });
  const figures = Object.entries(applyChanges(EMPTY_SHEET, changes).figures).filter(
    ([id]) => !['BUD.TOTAL', 'BUD.BASIC', 'BUD.PROJECT'].includes(id),
  );
  return {
    ...rest,
    values: Object.fromEntries(figures.map(([id, { value, unit }]) => [id, `${value}${unit}`])),
    stated: Object.fromEntries(
      figures.flatMap(([id, { stated }]) => (stated ? [[id, `${stated.percent} ${stated.base}`]] : [])),
    ),
    skipped: rest.notUnderstood.map(({ text, why }) => `${text} ${why}`),
  };
}

describe('An amount', () => {
  it.each<[string, string, Record<string, string>]>([
    ['in 亿元, exactly in 万元', '全年支出1.23456亿元。', { 'EXP.TOTAL': '12345.6万元' }],
    ['in 元, as it is', '全年支出1,000,000.01元。', { 'EXP.TOTAL': '1000000.01元' }],
    ['below zero', '预算调整数为-3.5万元。', { 'ADJ.TOTAL': '-3.5万元' }],
    [
      'of another column of the same figure',
      '三公经费预算5万元，实际支出2万元。',
      { 'BUD.SANGONG': '5万元', 'EXP.SANGONG': '2万元' },
    ],
    ['of last year', '2020年支出90万元。', { 'EXP.TOTAL.PRIOR': '90万元' }],
    [
      'in a list of parts',
      '项目支出9万元，包括办公费4万元、水费5万元。',
      { 'EXP.PROJECT': '9万元', 'EXP.PROJECT.30201': '4万元', 'EXP.PROJECT.30205': '5万元' },
    ],
    [
      'with a label of the unit’s own',
      '项目支出9万元，其中堤防巡查9万元。',
      { 'EXP.PROJECT': '9万元', 'EXP.PROJECT.X1': '9万元' },
    ],
    [
      'told for several labels at once',
      '基本支出、项目支出分别为80万元和9万元。',
      { 'EXP.BASIC': '80万元', 'EXP.PROJECT': '9万元' },
    ],
    ['that is nothing', '未发生公务接待费。', { 'EXP.SANGONG.RECEPTION': '0万元' }],
    ['of a fund', '全县养老保险基金收入500万元。', { 'FUND.COLLECTED': '500万元' }],
  ])('is read: %s', (_, sentence, values) => {
    expect(reading(sentence)).toMatchObject({ values, skipped: [], conflicts: [] });
  });

  it.each([
    ['of another label', '慰问老党员3万元。', '3万元 unknown-label'],
    ['that compares', '支出比上年增加3万元。', '3万元 a-comparison'],
    ['of a year further back', '2018年支出3万元。', '3万元 another-year'],
    ['that is a rate', '差旅费标准180元/人。', '180元 a-rate'],
    ['that is too exact to be money', '全年支出1.2345678万元。', '1.2345678万元 too-many-digits'],
    ['of one of several figures', '办公费3万元。', '3万元 ambiguous-label'],
    ['in a column of what is not known', '慰问费3万元，预算数5万元。', '5万元 ambiguous-label'],
    ['of an insurance, not of the unit', '失业保险支出3万元。', '3万元 unknown-label'],
  ])('is left to a person: %s', (_, sentence, skipped) => {
    const { values, skipped: all } = reading(sentence);
    expect(values).toEqual({});
    expect(all).toContain(skipped);
  });

  it('that is told twice alike is one figure, and a second value is a conflict', () => {
    expect(reading('全年支出90万元。全年支出900000元。').conflicts).toEqual([]);
    expect(reading('全年支出90万元。全年支出91万元。').conflicts).toMatchObject([
      { path: '/figures/EXP.TOTAL', kept: { value: '90' }, other: { value: '91', source: { text: '91万元' } } },
    ]);
  });
});

describe('A percentage', () => {
  it.each([
    ['whose base is named', '全年支出90万元，其中基本支出81万元，占全年支出的90%。', '90 EXP.TOTAL'],
    ['of the same figure’s budget', '基本支出81万元，完成年初预算的101.25%。', '101.25 BUD.BASIC'],
    ['without a base, that fits one whole', '全年支出90万元，其中基本支出81万元（占比90%）。', '90 EXP.TOTAL'],
  ])('is read: %s', (_, sentence, stated) => {
    expect(reading(sentence)).toMatchObject({ stated: { 'EXP.BASIC': stated }, skipped: [] });
  });

  it.each([
    ['without a base, that fits none', '全年支出90万元，其中基本支出81万元（占比70%）。', '70% no-base'],
    ['of a base without an amount', '政府采购支出5万元，占采购预算的50%。', '50% base-without-amount'],
    ['of nothing', '群众满意度96%。', '96% no-base'],
    ['after an amount that was not understood', '基本支出81万元，慰问老党员3万元，占全年支出的3.3%。', '3.3% no-base'],
    [
      'told otherwise before',
      '全年支出90万元，基本支出81万元，占全年支出的90%。基本支出81万元，占全年支出的91%。',
      '91% stated-twice',
    ],
  ])('is left to a person: %s', (_, sentence, skipped) => {
    expect(reading(sentence).skipped).toContain(skipped);
  });
});

describe('Every place of the sample', () => {
  const folder = join(projectRoot(), 'samples', 'huitong-2021');
  const text = readFileSync(join(folder, 'report.txt'), 'utf8');
  const places: Record<string, readonly string[]> = JSON.parse(readFileSync(join(folder, 'places.json'), 'utf8'));
  const { figures } = applyChanges(EMPTY_SHEET, readReport(text, { name: 'x' }).changes);

  it.each(Object.entries(places))('is where a person found it: %s', (id, words) => {
    const sources = [figures[id]?.source, figures[id]?.stated?.source].filter((source) => source !== undefined);
    expect(sources.map(({ start }) => text.slice(Math.max(0, start - 12), start))).toEqual(words);
  });
});

describe('A damaged report', () => {
  const text = readFileSync(join(projectRoot(), 'samples', 'huitong-2021', 'report.txt'), 'utf8');
  const cut = fc.tuple(
    fc.nat(text.length),
    fc.nat(60),
    fc.constantFrom('', '\n', '（', '。', '9', '万元', '\ud83d', '\u202e'),
  );

  it('is refused or read into accepted fields whose sources stand in it, wherever it was cut or mended', () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 12 }), (cuts) => {
        const damaged = cuts.reduce((was, [at, length, put]) => was.slice(0, at) + put + was.slice(at + length), text);
        try {
          for (const { path, after } of readReport(damaged, { name: 'x' }).changes) {
            checkField(path, after);
            const source = path.startsWith('/figures/') ? (after as Figure).source : undefined;
            if (source) expect(damaged.slice(source.start, source.end)).toContain(source.text.slice(0, 1));
          }
        } catch (error) {
          if (!(error instanceof DomainError) || error.code !== 'intake.not-a-report') throw error;
        }
      }),
      { numRuns: 100 },
    );
  });
});
