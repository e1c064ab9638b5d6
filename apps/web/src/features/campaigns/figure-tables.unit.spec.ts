import { ageing, deviation, funnel, scores } from './figure-tables.js';

const figures = {
  funnel: [
    { step: 'issued' as const, count: 3 },
    { step: 'begun' as const, count: 2 },
  ],
  selfScores: [{ from: 90, count: 2 }],
  systemScores: [{ from: 70, count: 1 }],
  deviations: [
    { from: -5, count: 1 },
    { from: 5, count: 4 },
  ],
  waiting: [
    { stage: 'DRAFT' as const, from: 0, count: 1 },
    { stage: 'SUBMITTED' as const, from: 7, count: 2 },
  ],
  freshAsOf: 1,
};
const bare = { ...figures, selfScores: [], systemScores: [], deviations: [], waiting: [] };

describe('The tables behind the pictures of a campaign', () => {
  it('count each step', () => {
    expect(funnel(figures, (step) => step, 'n').rows).toEqual([
      { name: 'issued', counts: [3] },
      { name: 'begun', counts: [2] },
    ]);
  });

  it('leave no band out between the lowest and the highest', () => {
    expect(scores(figures, 'self', 'system').rows).toEqual([
      { name: '70–80', counts: [0, 1] },
      { name: '80–90', counts: [0, 0] },
      { name: '90–100', counts: [2, 0] },
    ]);
    expect(deviation(figures, 'n').rows).toEqual([
      { name: '-5…0', counts: [1] },
      { name: '0…+5', counts: [0] },
      { name: '+5…+10', counts: [4] },
    ]);
  });

  it('set the stages side by side for each time waited', () => {
    const { columns, rows } = ageing(
      figures,
      (stage) => stage,
      (from, to) => `${from}-${to ?? ''}`,
    );
    expect(columns).toEqual(['DRAFT', 'SUBMITTED']);
    expect(rows.map(({ counts }) => counts)).toEqual([
      [1, 0],
      [0, 0],
      [0, 2],
      [0, 0],
      [0, 0],
    ]);
  });

  it('are empty where there is nothing', () => {
    expect([scores(bare, 'a', 'b').rows, deviation(bare, 'n').rows]).toEqual([[], []]);
  });
});
