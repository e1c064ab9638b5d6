import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#libs/config';
import type { Figure, Indicator } from '#libs/sheet';
import { type Block, type ReadDocument, readDocument } from './index.js';
import { proseOf } from './prose-of.js';
import type { GridCell } from './table/grid.js';
import { layOut } from './table/lay-out.js';

type MadeCell = string | [string, { across: number; down: number }];
interface Made {
  readonly name: string;
  readonly blocks: readonly (string | readonly (readonly MadeCell[])[])[];
  readonly expected: {
    readonly head: Readonly<Record<string, string>>;
    readonly figures: Readonly<Record<string, string>>;
    readonly shares?: Readonly<Record<string, string>>;
    readonly indicators?: readonly string[];
    readonly conflicts?: readonly string[];
    readonly ignoresShares?: readonly string[];
  };
}

const documents: Made[] = [];
for (const layout of ['tables', 'forms', 'prose', 'later']) {
  const file = join(projectRoot(), `samples/make/documents/${layout}.mjs`);
  documents.push(...(Object.values(await import(pathToFileURL(file).href))[0] as Made[]));
}

/** The document as a reader of files finds it. */
function blocksOf({ blocks }: Pick<Made, 'blocks'>): Block[] {
  const cell = (made: MadeCell) =>
    typeof made === 'string' ? { text: made, across: 1, down: 1 } : { text: made[0], ...made[1] };
  return blocks.map((block) =>
    typeof block === 'string' ? { text: block } : { rows: block.map((row) => row.map(cell)) },
  );
}
const read = (name: string) => readDocument(blocksOf(documents.find((made) => made.name === name)!), { name });
const of = <T>({ changes }: ReadDocument, map: string) =>
  Object.fromEntries(
    changes
      .filter(({ path }) => path.startsWith(`/${map}/`))
      .map(({ path, after }) => [path.split('/')[2]!, after as T]),
  );
const table = (...rows: string[][]) =>
  readDocument(
    [
      { text: '某县某局2022年度部门整体支出绩效自评表' },
      { rows: rows.map((row) => row.map((text) => ({ text, across: 1, down: 1 }))) },
    ],
    { name: 'x' },
  );

describe.each(documents.map((made) => [made.name, made] as const))('The document %s', (name, made) => {
  const report = readDocument(blocksOf(made), { name });

  it('is read with every figure a person finds, and no other', () => {
    const found = Object.entries(of<Figure>(report, 'figures')).map(([id, { value, unit, label }]) => [
      /\.X\d+$/.test(id) ? `${label} ${id.split('.')[0]}` : id,
      `${Number(value)} ${unit}`,
    ]);
    const wanted = Object.entries(made.expected.figures).map(([id, text]) => {
      const [value, unit = '万元'] = text.split(' ');
      return [id, `${Number(value)} ${unit}`];
    });
    const settled = (made.expected.conflicts ?? []).map((path) => path.split('/')[2]);
    const certain = (entries: string[][]) => Object.fromEntries(entries.filter(([id]) => !settled.includes(id!)));
    expect(certain(found as string[][])).toEqual(certain(wanted as string[][]));
  });

  it('is read with the rates it states, its indicators and its head', () => {
    const figures = Object.entries(of<Figure>(report, 'figures'));
    const stated = figures.flatMap(([id, figure]) =>
      figure.stated && !made.expected.ignoresShares?.includes(id)
        ? [[id, `${figure.stated.percent} ${figure.stated.base}`]]
        : [],
    );
    expect(Object.fromEntries(stated)).toEqual(made.expected.shares ?? {});
    const rows = Object.values(of<Indicator>(report, 'indicators')).map(
      ({ level1, level2, name: words, direction, target, actual, maxPoints, points }) =>
        [level1, level2, words, direction, target, actual, maxPoints, points].map((part) => part ?? '').join('|'),
    );
    expect(rows.sort()).toEqual([...(made.expected.indicators ?? [])].sort());
    expect(of<string>(report, 'head')).toMatchObject(made.expected.head);
    expect(report.conflicts.map(({ path }) => path)).toEqual(made.expected.conflicts ?? []);
  });

  it('says of every figure where it stands', () => {
    for (const { source } of Object.values(of<Figure>(report, 'figures')))
      expect(report.text.slice(source!.start, source!.end).trim()).toBe(source!.text);
  });
});

describe('A figure of a table', () => {
  it('names its cell, and how sure the reader is', () => {
    const { 'EXP.TOTAL': figure } = of<Figure>(read('table-02-whole-unit-hunan'), 'figures');
    expect(figure).toMatchObject({
      value: '341.90',
      unit: '万元',
      source: { text: '341.90', cell: { table: 1, row: 3, column: 5 }, sure: 'certain', because: ['row-and-column'] },
    });
  });

  it('is doubtful when no unit is said, and never certain when another place says it', () => {
    const rows = [
      ['项目', '年初预算数', '全年执行数'],
      ['基本支出', '12.5', '12.1'],
      ['项目支出', '3', '2.5'],
      ['合计', '15.5', '14.6'],
    ];
    const { 'EXP.TOTAL': assumed } = of<Figure>(table(...rows), 'figures');
    expect(assumed).toMatchObject({
      unit: '万元',
      source: { sure: 'doubtful', because: ['row-and-column', 'unit-assumed'] },
    });
    const { 'EXP.TOTAL': large } = of<Figure>(
      table(...rows.map((row) => row.map((text) => text.replace('14.6', '1,460,000.55')))),
      'figures',
    );
    expect(large).toMatchObject({ value: '1460000.55', unit: '元', source: { sure: 'doubtful' } });
  });

  it('is kept in the unit it was written in, and converts exactly', () => {
    const { 'PROJECT.EXPENDITURE': figure } = of<Figure>(read('table-03-project-national-yuan'), 'figures');
    expect(figure).toMatchObject({ value: '842800', unit: '元', source: { text: '842800' } });
  });

  it('that nothing names is listed, not guessed', () => {
    const { notUnderstood } = table(
      ['单位：万元', '年初预算数', '全年执行数'],
      ['合计', '15.5', '14.6'],
      ['基本支出', '12.5', '12.1'],
      ['天上人间', '3', '2.5'],
    );
    expect(notUnderstood).toMatchObject([
      { text: '3', why: 'unknown-label', cell: { row: 4, column: 2 } },
      { text: '2.5', why: 'unknown-label', cell: { row: 4, column: 3 } },
    ]);
  });
});

describe('Two values of one document', () => {
  it('are both kept, each with its place: one in a sentence, one in a cell', () => {
    const { conflicts } = read('prose-03-two-values');
    expect(conflicts).toMatchObject([
      {
        path: '/figures/EXP.TOTAL',
        kept: { value: '228.64', source: { cell: { row: 2 } } },
        other: { value: '228.46' },
      },
    ]);
  });
});

describe('What tables leave to the reader of sentences', () => {
  it.each(documents.map((made) => [made.name, made] as const))('keeps its place, in %s', (_, made) => {
    const { text, grids } = layOut(blocksOf(made));
    for (const taken of [new Set<GridCell>(), new Set(grids.flatMap(({ cells }) => cells))]) {
      const prose = proseOf(text, grids, taken);
      expect(prose).toHaveLength(text.length);
      expect([...prose].every((char, at) => char === text[at] || char === ' ' || char === '\n')).toBe(true);
    }
  });
});
