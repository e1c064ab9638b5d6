import type { Evaluation } from '../../api/evaluation-answers.js';
import { figuresNamed, openAt, unansweredAt } from './said-of-field.js';

const TOTAL = '/figures/EXP.TOTAL';
const finding = (id: string, open: boolean, ...pointers: string[]) => ({
  ...{ id, open, at: pointers.map((pointer) => ({ pointer })) },
});
const item = (id: string, path: string, more = {}) => ({ id, path, answer: null, fixed: false, ...more });
const findings = [
  finding('a', true, TOTAL, '/figures/EXP.BASIC'),
  finding('b', false, TOTAL),
  finding('c', true, '/sections/problems'),
] as unknown as Evaluation['findings'];
const returned = [
  item('1', TOTAL),
  item('2', TOTAL, { answer: '已更正' }),
  item('3', TOTAL, { fixed: true }),
  item('4', '/figures/INC.TOTAL'),
] as unknown as Evaluation['returned'];

describe('Beside a field', () => {
  it('stands every open finding that names it, and no settled one', () => {
    expect(openAt(findings, TOTAL).map(({ id }) => id)).toEqual(['a']);
    expect(openAt(findings, '/figures/EXP.BASIC').map(({ id }) => id)).toEqual(['a']);
    expect(openAt(findings, '/figures/EXP')).toEqual([]);
  });

  it('stands what was returned until it is answered or set right', () => {
    expect(unansweredAt(returned, TOTAL).map(({ id }) => id)).toEqual(['1']);
  });
});

describe('A figure that was not given', () => {
  it('is shown when a finding or a returned item names it', () => {
    expect([...figuresNamed(findings, returned)]).toEqual(['EXP.TOTAL', 'EXP.BASIC', 'INC.TOTAL']);
  });
});
