import { DomainError } from '#libs/kernel';
import { checkChanges, checkField } from './check-field.js';

const source = { document: 'a'.repeat(64), start: 3, end: 9, text: '40.77万元' };
const figure = { value: '40.77', unit: '万元', source };
const row = {
  level1: '产出',
  level2: '数量',
  name: '参保人数',
  direction: 'GTE',
  target: '12000',
  actual: '12976',
  unitOfMeasure: '人',
  maxPoints: '10',
  points: null,
};

function refusal(act: () => unknown): { code: string; pointer: unknown } {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: error.details.pointer };
    throw error;
  }
  throw new Error('was accepted');
}

describe('A field from outside', () => {
  it.each<[string, unknown]>([
    ['/head/unitName', '会同县工伤保险服务中心'],
    ['/head/fiscalYear', '2021'],
    ['/head/selfScore', '92'],
    ['/head/preparedOn', '2022-02-28'],
    ['/figures/BUD.TOTAL', figure],
    ['/figures/PROC.ACTUAL', { value: '0', unit: '元' }],
    ['/figures/EXP.TOTAL', { value: null, unit: '万元', notApplicable: true }],
    ['/figures/EXP.BASIC', { ...figure, stated: { percent: '92.2', base: 'EXP.TOTAL', source } }],
    ['/figures/X.1', { value: '-0.000001', unit: '万元', label: '劳模慰问', parent: 'EXP.PROJECT' }],
    ['/indicators/i1', row],
    ['/indicators/i1', { ...row, direction: 'QUALITATIVE', target: '按时', actual: '按时' }],
    ['/sections/duties', '第一行\n\t第二行'],
    ['/sections/duties', null],
  ])('is accepted as it is: %s', (path, value) => {
    expect(checkField(path, value)).toEqual(value);
  });

  it.each<[string, string, unknown, string]>([
    ['sheet.unknown-field', '/figures/bud', figure, '/figures/bud'],
    ['sheet.unknown-field', '/head/salary', 'x', '/head/salary'],
    ['sheet.unknown-field', '/sections/__proto__', 'x', '/sections/__proto__'],
    ['sheet.unknown-key', '/figures/BUD.TOTAL', { ...figure, note: 'x' }, '/figures/BUD.TOTAL'],
    [
      'sheet.unknown-key',
      '/figures/BUD.TOTAL',
      JSON.parse('{"value":"1","unit":"元","__proto__":{}}'),
      '/figures/BUD.TOTAL',
    ],
    ['sheet.missing-key', '/figures/BUD.TOTAL', { unit: '元' }, '/figures/BUD.TOTAL'],
    ['sheet.wrong-type', '/figures/BUD.TOTAL', '40.77', '/figures/BUD.TOTAL'],
    ['sheet.wrong-type', '/figures/BUD.TOTAL', [figure], '/figures/BUD.TOTAL'],
    ['sheet.wrong-type', '/figures/BUD.TOTAL', { ...figure, value: 40.77 }, '/figures/BUD.TOTAL/value'],
    ['sheet.wrong-type', '/sections/duties', { toString: 'x' }, '/sections/duties'],
    ['sheet.not-a-decimal', '/figures/BUD.TOTAL', { ...figure, value: '1e3' }, '/figures/BUD.TOTAL/value'],
    ['sheet.not-a-decimal', '/figures/BUD.TOTAL', { ...figure, value: '４０' }, '/figures/BUD.TOTAL/value'],
    ['sheet.not-a-decimal', '/figures/BUD.TOTAL', { ...figure, value: '1,000' }, '/figures/BUD.TOTAL/value'],
    ['sheet.not-a-decimal', '/figures/BUD.TOTAL', { ...figure, value: '0.0000001' }, '/figures/BUD.TOTAL/value'],
    ['sheet.not-a-decimal', '/figures/BUD.TOTAL', { ...figure, value: '1\n' }, '/figures/BUD.TOTAL/value'],
    ['sheet.wrong-unit', '/figures/STAFF.QUOTA', figure, '/figures/STAFF.QUOTA/unit'],
    ['sheet.not-a-choice', '/figures/BUD.TOTAL', { ...figure, unit: '美元' }, '/figures/BUD.TOTAL/unit'],
    ['sheet.label-required', '/figures/X.1', figure, '/figures/X.1'],
    [
      'sheet.value-of-not-applicable',
      '/figures/BUD.TOTAL',
      { ...figure, notApplicable: true },
      '/figures/BUD.TOTAL/value',
    ],
    ['sheet.not-a-figure', '/figures/BUD.TOTAL', { ...figure, parent: 'x' }, '/figures/BUD.TOTAL/parent'],
    [
      'sheet.not-a-hash',
      '/figures/BUD.TOTAL',
      { ...figure, source: { ...source, document: 'A' } },
      '/figures/BUD.TOTAL/source/document',
    ],
    [
      'sheet.empty-span',
      '/figures/BUD.TOTAL',
      { ...figure, source: { ...source, end: 3 } },
      '/figures/BUD.TOTAL/source',
    ],
    [
      'sheet.wrong-type',
      '/figures/BUD.TOTAL',
      { ...figure, source: { ...source, start: -1 } },
      '/figures/BUD.TOTAL/source/start',
    ],
    ['sheet.not-a-decimal', '/indicators/i1', { ...row, target: '按时' }, '/indicators/i1/target'],
    ['sheet.too-short', '/indicators/i1', { ...row, name: '' }, '/indicators/i1/name'],
    ['sheet.too-long', '/sections/duties', '字'.repeat(20_001), '/sections/duties'],
    ['sheet.too-long', '/head/unitName', '字'.repeat(201), '/head/unitName'],
    ['sheet.control-character', '/sections/duties', 'a\u0000b', '/sections/duties'],
    ['sheet.control-character', '/sections/duties', 'a\rb', '/sections/duties'],
    ['sheet.control-character', '/sections/duties', '\ud800', '/sections/duties'],
    ['sheet.control-character', '/head/unitName', 'abc\u202edcb', '/head/unitName'],
    ['sheet.not-a-year', '/head/fiscalYear', '21', '/head/fiscalYear'],
    ['sheet.not-a-date', '/head/preparedOn', '2021-02-30', '/head/preparedOn'],
  ])('is refused with %s: %s', (code, path, value, pointer) => {
    expect(refusal(() => checkField(path, value))).toEqual({ code, pointer });
  });

  it('keeps the Unicode form it was written in', () => {
    const decomposed = 'e\u0301';
    expect(checkField('/sections/duties', decomposed)).toBe(decomposed);
  });
});

describe('A list of changes from outside', () => {
  const change = { path: '/figures/BUD.TOTAL', before: null, after: figure };

  it('may leave out what stood before', () => {
    expect(checkChanges([{ path: change.path, after: null }])).toEqual([{ ...change, after: null }]);
  });

  it.each<[string, unknown, string]>([
    ['sheet.wrong-type', { 0: change }, ''],
    ['sheet.missing-key', [{ path: change.path }], '/0'],
    ['sheet.unknown-key', [{ ...change, by: 'me' }], '/0'],
    ['sheet.repeated-field', [change, change], '/1/path'],
    ['sheet.too-many-changes', Array.from({ length: 1_201 }, () => change), ''],
  ])('is refused with %s', (code, value, pointer) => {
    expect(refusal(() => checkChanges(value))).toEqual({ code, pointer });
  });
});
