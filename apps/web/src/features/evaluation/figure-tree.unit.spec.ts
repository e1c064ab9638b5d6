import { figureTree, type Known } from './figure-tree.js';

const known: Known[] = [
  { id: 'BUD.TOTAL', label: '年初预算', unit: '万元', parent: null },
  { id: 'BUD.BASIC', label: '基本支出', unit: '万元', parent: 'BUD.TOTAL' },
  { id: 'BUD.BASIC.WAGE', label: '工资福利', unit: '万元', parent: 'BUD.BASIC' },
  { id: 'BUD.PROJECT', label: '项目支出', unit: '万元', parent: 'BUD.TOTAL' },
  { id: 'STAFF.QUOTA', label: '编制数', unit: '人', parent: null },
];
const given = (value: string, more: object = {}) => ({ value, unit: '万元', ...more });
const shape = (areas: ReturnType<typeof figureTree>) =>
  areas.map(({ id, rows }) => [id, rows.map((row) => `${' '.repeat(row.depth)}${row.id}`)]);

describe('The table of figures', () => {
  it('shows what was given and all that stands above it, in the order of print', () => {
    const areas = figureTree(known, { 'STAFF.QUOTA': { value: '6', unit: '人' }, 'BUD.BASIC.WAGE': given('1') });
    expect(shape(areas)).toEqual([
      ['BUD', ['BUD.TOTAL', ' BUD.BASIC', '  BUD.BASIC.WAGE']],
      ['STAFF', ['STAFF.QUOTA']],
    ]);
    expect(areas[0]?.rows[0]?.figure).toBeUndefined();
  });

  it('shows everything that could be given when asked', () => {
    expect(figureTree(known, {}, 'everything').flatMap(({ rows }) => rows)).toHaveLength(known.length);
    expect(figureTree(known, {})).toEqual([]);
    expect(shape(figureTree(known, {}, new Set(['STAFF.QUOTA'])))).toEqual([['STAFF', ['STAFF.QUOTA']]]);
  });

  it('puts a figure of the unit’s own below the parent it names, and what names none apart', () => {
    const areas = figureTree(known, {
      'BUD.PROJECT.X1': given('2', { label: '扶贫', parent: 'BUD.PROJECT' }),
      'X.ODD': given('3', { label: '其他' }),
    });
    expect(shape(areas)).toEqual([
      ['BUD', ['BUD.TOTAL', ' BUD.PROJECT', '  BUD.PROJECT.X1']],
      ['OTHER', ['X.ODD']],
    ]);
  });

  it('does not run in circles where figures name each other as parents', () => {
    const circle = { 'X.A': given('1', { parent: 'X.B' }), 'X.B': given('1', { parent: 'X.A' }) };
    expect(figureTree(known, circle)).toEqual([]);
  });
});
