import { specification } from '#libs/testing';
import { evaluation } from './evaluation.js';
import { amount, issued } from './examples/history.spec.js';
import { edit } from './examples/orders.spec.js';
import { preparer } from './examples/people.spec.js';
import { DECIDER_REFUSALS, REFUSALS } from './refusals.js';
import { CONCLUDING } from './told/conclusion.spec.js';
import { IN_THE_UNIT } from './told/draft.spec.js';
import { RETURNING } from './told/returns.spec.js';
import { IN_REVIEW } from './told/review.spec.js';
import { IN_SEATS } from './told/seats.spec.js';
import { WHO_AND_WHEN } from './told/who-may-act.spec.js';

/** Every reason the decider has to refuse, told once or more. */
const TOLD = [...WHO_AND_WHEN, ...IN_THE_UNIT, ...IN_REVIEW, ...IN_SEATS, ...RETURNING, ...CONCLUDING];
const total = { path: '/figures/BUD.TOTAL', before: null, after: amount('40.77') };

describe('The evaluation refuses', () => {
  const given = specification(evaluation);
  for (const [sentence, code, history, command, details] of TOLD) {
    it(`${command.type} because ${sentence} (${code})`, () =>
      given(...history)
        .when(command)
        .thenRefused(code, details));
  }

  it('a value that is none of the field’s', () =>
    given(issued)
      .when(edit(preparer, { ...total, after: 'forty' }))
      .thenRefused('sheet.wrong-type'));
});

describe('The table of refusals', () => {
  it('holds no code that is not told above', () => {
    const told = new Set<string>(TOLD.map(([, code]) => code));
    // in campaign.unit.spec.ts and delegating.unit.spec.ts
    const elsewhere = (code: string) => /^(?:campaign|delegation)\./.test(code);
    expect(Object.keys(DECIDER_REFUSALS).filter((code) => !told.has(code) && !elsewhere(code))).toEqual([]);
  });

  it('gives every code a kebab-case, dotted name', () => {
    for (const code of Object.keys(REFUSALS)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
  });
});
