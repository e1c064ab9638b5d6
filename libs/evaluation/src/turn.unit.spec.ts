import { evaluation } from './evaluation.js';
import { HISTORY } from './examples/history.spec.js';
import { checker, first, head, preparer } from './examples/people.spec.js';
import type { EvaluationEvent } from './facts.js';
import type { Issued, Stage } from './situation.js';
import { turnOf } from './turn.js';

const folded = (...events: readonly EvaluationEvent[]) =>
  events.reduce(evaluation.evolve, evaluation.initial) as Issued;
const UNIT = [preparer, checker, head].map(({ personId }) => personId);

describe('Whose turn it is', () => {
  it.each<[Exclude<Stage, 'NEW'>, string | null, string | null]>([
    ['DRAFT', 'unit', 'unit-preparer'],
    ['UNIT_CHECKED', 'unit', 'unit-head'],
    ['UNIT_SIGNED', 'unit', 'unit-preparer'],
    ['SUBMITTED', 'first-review', 'first-reviewer'],
    ['FIRST_PASSED', 'second-review', 'second-reviewer'],
    ['APPROVED', null, null],
    ['SAMPLED', null, null],
    ['FINAL', null, null],
  ])('in %s: %s, %s', (stage, step, role) => {
    const turn = turnOf(folded(...HISTORY[stage]));
    expect([turn?.step ?? null, turn?.role ?? null]).toEqual([step, role]);
  });

  it('is never the turn of somebody whom E1 or E2 excludes', () => {
    expect(turnOf(folded(...HISTORY.SUBMITTED))?.except).toEqual(expect.arrayContaining(UNIT));
    expect(turnOf(folded(...HISTORY.FIRST_PASSED))?.except).toEqual(expect.arrayContaining([...UNIT, first.personId]));
    expect(turnOf(folded(...HISTORY.UNIT_CHECKED))?.except).toContain(checker.personId);
  });

  it('is the turn of those to whom it was assigned, where reviews are assigned', () => {
    const history = HISTORY.SUBMITTED.map((event) =>
      event.type === 'TaskIssued'
        ? {
            ...event,
            data: {
              ...event.data,
              review: {
                assignment: 'assigned',
                blind: false,
                gates: [],
                gateOrder: 'parallel',
                second: 'overall',
              } as const,
            },
          }
        : event,
    );
    expect(turnOf(folded(...history))?.assigned).toEqual([]);
    const assigned: EvaluationEvent = {
      type: 'ReviewerAssigned',
      data: { by: 'system:assignment', version: 2, step: 'first', personId: first.personId },
    };
    expect(turnOf(folded(...history, assigned))?.assigned).toEqual([first.personId]);
    expect(turnOf(folded(...HISTORY.SUBMITTED))?.assigned).toBeNull();
  });
});
