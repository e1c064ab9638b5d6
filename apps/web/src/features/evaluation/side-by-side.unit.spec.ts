import type { Evaluation, Figure, Indicator, Sheet } from '../../api/evaluation-answers.js';
import {
  figureLines,
  findingLines,
  indicatorLines,
  type Line,
  pointLines,
  scoreLines,
  sectionLines,
} from './side-by-side.js';

const money = (value: string | null, more: Partial<Figure> = {}): Figure => ({ value, unit: '万元', ...more });
const sheet = (parts: Partial<Sheet>): Sheet => ({
  ...{ head: {}, figures: {}, indicators: {}, sections: {}, answers: {} },
  ...parts,
});
const row = (name: string, points: string, more: Partial<Indicator> = {}): Indicator => ({
  ...{ level1: '产出', level2: '数量', name, direction: 'GTE', target: '100', actual: '98', unitOfMeasure: '%' },
  ...{ maxPoints: '10', points },
  ...more,
});
const scored = (
  total: string | null,
  indicators: readonly [id: string, points: string | null][],
): Evaluation['score'] => ({
  ...{ version: 1, inputHash: 'h', scheme: { id: 's', version: '1' } },
  score: {
    total,
    indicators: indicators.map(([id, points]) => ({
      ...{ id, points, name: `指标 ${id}`, maxPoints: '5', explanation: '', missing: [] },
    })),
  },
});
const told = (lines: readonly Line<unknown>[]) => lines.map(({ name, differs }) => [name, differs]);

const KNOWN = [
  { id: 'BUD.TOTAL', label: '预算合计', unit: '万元', parent: null },
  { id: 'BUD.BASIC', label: '基本支出', unit: '万元', parent: 'BUD.TOTAL' },
];

describe('Evaluations side by side', () => {
  it('compare figures as numbers, in their tree, and say where one says nothing', () => {
    const [area] = figureLines(KNOWN, [
      sheet({ figures: { 'BUD.TOTAL': money('40.50'), 'BUD.BASIC': money('1') } }),
      sheet({ figures: { 'BUD.TOTAL': money('40.5') } }),
    ]);
    expect(told(area!.lines)).toEqual([
      ['预算合计', false],
      ['基本支出', true],
    ]);
    expect(area!.lines.map(({ depth }) => depth)).toEqual([0, 1]);
    expect(area!.lines[1]!.values).toEqual([money('1'), undefined]);
  });

  it('tell an empty figure, one of another unit and one that does not apply from the same number', () => {
    const differs = (...figures: Figure[]) =>
      figureLines(
        KNOWN,
        figures.map((figure) => sheet({ figures: { 'BUD.TOTAL': figure } })),
      )[0]!.lines[0]!.differs;
    expect(differs(money('0'), money(null))).toBe(true);
    expect(differs(money('1'), { value: '1', unit: '元' })).toBe(true);
    expect(differs(money(null), money(null, { notApplicable: true }))).toBe(true);
    expect(differs(money('1'), money('1'), money('2'))).toBe(true);
    expect(differs(money('1'), money('1.0'), money('1.00'))).toBe(false);
  });

  it('let figures of the units’ own meet by their names, not by their ids', () => {
    const own = (label: string) => money('3', { label, parent: 'BUD.BASIC' });
    const areas = figureLines(KNOWN, [
      sheet({ figures: { x1: own('工伤康复'), x2: own('宣传') } }),
      sheet({ figures: { x1: own('宣传'), ['__proto__']: own('培训') } }),
    ]);
    const lines = areas.flatMap((area) => area.lines);
    expect(told(lines.filter(({ key }) => key.startsWith('own:')))).toEqual(
      expect.arrayContaining([
        ['工伤康复', true],
        ['宣传', false],
      ]),
    );
    expect(lines.find(({ name }) => name === '宣传')?.depth).toBe(2);
  });

  it('let indicators meet by place and name, each as often as it is named', () => {
    const lines = indicatorLines([
      sheet({ indicators: { i1: row('发放率', '9.0'), i2: row('发放率', '8'), i3: row('满意度', '5') } }),
      sheet({ indicators: { i7: row('发放率', '9'), i8: row('满意度', '5', { level2: '质量' }) } }),
    ]);
    expect(told(lines)).toEqual([
      ['发放率', false],
      ['发放率', true],
      ['满意度', true],
      ['满意度', true],
    ]);
    expect(lines[1]!.values[1]).toBeUndefined();
  });

  it('compare points, scores and findings', () => {
    const a = {
      score: scored('90.50', [
        ['p1', '5'],
        ['p2', null],
      ]),
      sheet: sheet({ head: { selfScore: '95' } }),
    };
    const b = { score: scored('90.5', [['p1', '4']]), sheet: sheet({ head: { selfScore: '96' } }) };
    const none = { score: null, sheet: sheet({}) };
    expect(told(pointLines([a, b]))).toEqual([
      ['指标 p1', true],
      ['指标 p2', true],
    ]);
    expect(told(scoreLines([a, b], { self: '自评', system: '测算' }))).toEqual([
      ['自评', true],
      ['测算', false],
    ]);
    expect(scoreLines([a, none], { self: '自评', system: '测算' })[0]!.values).toEqual(['95', undefined]);
    const finding = (severity: string, open: boolean) => ({ severity, open }) as Evaluation['findings'][number];
    const lines = findingLines([
      { findings: [finding('ERROR', true), finding('ERROR', false)] },
      { findings: [finding('ERROR', false), finding('WARN', true)] },
    ]);
    expect(lines.find(({ key }) => key === 'ERROR')?.values).toEqual([
      { all: 2, open: 1 },
      { all: 1, open: 0 },
    ]);
    expect(told(lines)).toEqual([
      ['BLOCK', false],
      ['ERROR', true],
      ['WARN', true],
      ['INFO', false],
    ]);
  });

  it('compare the narrative part by part, and leave out what nobody wrote', () => {
    const order = ['duties', 'problems', 'measures'].map((id) => ({ id, name: id }));
    const lines = sectionLines(order, [
      sheet({ sections: { duties: '职责', problems: '问题' } }),
      sheet({ sections: { duties: '职责', problems: '' } }),
    ]);
    expect(told(lines)).toEqual([
      ['duties', false],
      ['problems', true],
    ]);
  });
});
