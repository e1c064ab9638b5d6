import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { applyChanges, decimal, EMPTY_SHEET, type Figure, toWan } from '#libs/sheet';
import { readReport } from './index.js';

interface Expected {
  readonly unitName: string;
  readonly fiscalYear: string;
  readonly selfScore: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly percentages: Readonly<Record<string, { readonly percent: string; readonly base: string }>>;
  readonly counts: Readonly<Record<string, string>>;
  readonly fund: Readonly<Record<string, string>>;
  /** Labels of figures that the catalogue does not know. */
  readonly ownLabels?: Readonly<Record<string, string>>;
}

const SAMPLES = join(projectRoot(), 'samples');
const folders = readdirSync(SAMPLES).filter((name) => existsSync(join(SAMPLES, name, 'report.txt')));
const sample = (folder: string) => readFileSync(join(SAMPLES, folder, 'report.txt'), 'utf8');
const inWan = ({ value, unit }: Figure) => Number(unit === '元' ? toWan(decimal(value!)!) : value);

describe.each(folders)('The report %s', (folder) => {
  const text = sample(folder);
  const expected: Expected = JSON.parse(readFileSync(join(SAMPLES, folder, 'expected.json'), 'utf8'));
  const report = readReport(text, { name: `${folder}.txt` });
  const sheet = applyChanges(EMPTY_SHEET, report.changes);

  it('is read with every amount and count a person finds, and no other', () => {
    const found = Object.fromEntries(Object.entries(sheet.figures).map(([id, figure]) => [id, inWan(figure)]));
    const wanted = { ...expected.amounts, ...expected.counts, ...expected.fund };
    expect(found).toEqual(Object.fromEntries(Object.entries(wanted).map(([id, value]) => [id, Number(value)])));
  });

  it('names what the catalogue does not know in its own words', () => {
    const own = Object.entries(sheet.figures).filter(([id]) => /\.X\d+$/.test(id));
    expect(Object.fromEntries(own.map(([id, { label }]) => [id, label]))).toEqual(expected.ownLabels ?? {});
  });

  it('is read with every stated percentage and its base, and no other', () => {
    const stated = Object.entries(sheet.figures).flatMap(([id, figure]) =>
      figure.stated ? [[id, { percent: figure.stated.percent, base: figure.stated.base }]] : [],
    );
    expect(Object.fromEntries(stated)).toEqual(expected.percentages);
  });

  it('says of every figure and percentage where it stands, in the text as it was given', () => {
    for (const [id, figure] of Object.entries(sheet.figures))
      for (const source of [figure.source, ...(figure.stated ? [figure.stated.source] : [])]) {
        expect([id, source && text.slice(source.start, source.end)]).toEqual([id, source?.text]);
        const digits = source!.text
          .normalize('NFKC')
          .replace(/\s/g, '')
          .match(/[\d.,]+/)?.[0]
          ?.replaceAll(',', '');
        const said = source === figure.source ? figure.value : figure.stated?.percent;
        if (digits && !/没有|无/.test(source!.text)) expect([id, Number(digits)]).toEqual([id, Number(said)]);
        else expect([id, figure.value]).toEqual([id, '0']);
      }
  });

  it('names the unit, the year and the score', () => {
    const { unitName, fiscalYear, selfScore } = expected;
    expect(sheet.head).toMatchObject({ unitName, fiscalYear, selfScore });
  });

  it('contradicts itself nowhere', () => expect(report.conflicts).toEqual([]));
});

describe('The sample report', () => {
  const report = readReport(sample('huitong-2021'), { name: 'report.txt' });

  it('has 41 amounts of the unit’s budget and 26 percentages', () => {
    const figures = report.changes.filter(({ path }) => path.startsWith('/figures/'));
    const amounts = figures.filter(({ path }) => !/STAFF|FUND\./.test(path));
    const stated = figures.filter(({ after }) => (after as Figure).stated);
    expect([amounts.length, stated.length]).toEqual([41, 26]);
  });

  it('lists the percentages that are of nothing', () => {
    expect(report.notUnderstood.map(({ text, why }) => `${text} ${why}`)).toEqual([
      '0% no-base',
      '50% no-base',
      '20% no-base',
      '100% no-base',
      '100% no-base',
    ]);
  });

  it('cites its legal bases as they are printed', () => {
    expect(report.legalBases.map(({ text }) => text)).toEqual(['湘办发[2019]10号', '会财绩[2022］11号']);
  });

  it('has its preface and seven sections, in its own words', () => {
    const sections = report.changes.flatMap(({ path, after }) =>
      path.startsWith('/sections/') ? [[path, after]] : [],
    );
    expect(sections.map(([path]) => path)).toEqual(
      ['preface', 'duties', 'overview', 'budget', 'execution', 'performance', 'benefits', 'conclusion'].map(
        (id) => `/sections/${id}`,
      ),
    );
    const { '/sections/preface': preface, '/sections/execution': execution } = Object.fromEntries(sections);
    expect(preface).toMatch(/^为加强预算绩效管理.*（会财绩\[2022］11号）.*自评如下：$/);
    expect(execution).toContain('“三公”经费控制情况');
    expect(execution).toContain('\n[bookmark: _GoBack]二、项目支出');
  });
});

describe('The words before the first heading', () => {
  it.each([
    ['prose-hydrology', '市财政局：\n按照有关要求，东河市水文监测中心对2020年部门整体支出开展了绩效自评，现报告如下。'],
    ['prose-supervision', '按照县财政局统一部署，我局认真开展了2021年度整体支出绩效自评工作。'],
    ['prose-kindergarten', null],
    ['prose-library', null],
  ])('are the preface, without the title: %s', (folder, preface) => {
    const { changes } = readReport(sample(folder), { name: 'x' });
    expect(changes.find(({ path }) => path === '/sections/preface')?.after ?? null).toBe(preface);
  });
});

describe('Two values for one figure', () => {
  it('are both kept: the first in the draft, the second as a conflict for the preparer', () => {
    const text = `${sample('prose-library')}\n七、其他\n2022年全年支出1325600元。\n`;
    const { changes, conflicts } = readReport(text, { name: 'x' });
    expect(changes.find(({ path }) => path === '/figures/EXP.TOTAL')?.after).toMatchObject({ value: '1325500' });
    expect(conflicts).toMatchObject([{ path: '/figures/EXP.TOTAL', other: { value: '1325600' } }]);
  });
});

describe('A text that is not such a report', () => {
  it.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t ', 'empty'],
    ['English', 'Lorem ipsum dolor sit amet. '.repeat(50), 'no-chinese'],
    ['a recipe', '红烧肉：五花肉500克，冰糖30克，小火慢炖一小时。'.repeat(20), 'no-self-evaluation'],
    ['a novel with money in it', '他欠了3万元，又借了5万元，心里很不是滋味。'.repeat(50), 'no-self-evaluation'],
    ['an essay on budgets', '绩效自评是预算管理的重要环节，支出应当有效。'.repeat(50), 'too-few-figures'],
    ['bytes', `\0\u0001\u0002${'绩效'.repeat(10)}`, 'binary'],
    ['two megabytes', '绩效自评'.repeat(200_000), 'too-long'],
  ])('is refused: %s', (_, text, why) => {
    expect(() => readReport(text, { name: 'x' })).toThrow(
      expect.objectContaining({
        code: 'intake.not-a-report',
        details: expect.objectContaining({ why: expect.arrayContaining([why]) }),
      }),
    );
  });

  it.each([
    ['digits', '1'.repeat(100_000)],
    ['separators', '1,'.repeat(50_000)],
    ['labels without numbers', '其中包括'.repeat(25_000)],
    ['brackets', '（'.repeat(50_000) + '）'.repeat(50_000)],
    ['amounts', '支出1万元，'.repeat(15_000)],
    ['negations', '没有无'.repeat(30_000)],
    ['lines', '支\n'.repeat(50_000)],
  ])(
    'is refused or read in bounded work when it is hostile: %s',
    (_, hostile) => {
      const text = `绩效自评 预算支出\n${hostile}`;
      expect(() => {
        try {
          readReport(text, { name: 'x' });
        } catch (error) {
          if ((error as { code?: string }).code !== 'intake.not-a-report') throw error;
        }
      }).not.toThrow();
    },
    10_000,
  );
});
