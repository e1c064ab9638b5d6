import { specification } from '#libs/testing';
import { evaluation } from './evaluation.js';
import { amount, edited, HISTORY, imported, issued, OPEN_ITEM, returned } from './examples/history.spec.js';
import { answer, DOCUMENT, edit, importing, issue, TASK } from './examples/orders.spec.js';
import { colleague, manager, preparer, system } from './examples/people.spec.js';
import type { EvaluationEvent } from './facts.js';
import type { Issued } from './situation.js';

const given = specification(evaluation);
const fold = (...history: readonly EvaluationEvent[]) =>
  history.reduce(evaluation.evolve, evaluation.initial) as Issued;

const basic = { path: '/figures/EXP.BASIC', before: amount('67.26'), after: amount('66.88') };
const total = { path: '/figures/BUD.TOTAL', before: null, after: amount('40.77') };

describe('A task', () => {
  it('is issued by the campaign’s manager, or by the system for him', () => {
    given().when(issue(manager)).then(issued);
    given().when(issue(system)).then(issued);
  });

  it('opens an empty draft of version 1', () =>
    expect(fold(issued)).toMatchObject({ stage: 'DRAFT', version: 1, task: TASK, participants: [], writers: [] }));
});

describe('A draft', () => {
  it('records what stood in a field before and after', () =>
    given(issued, imported).when(edit(preparer, basic)).then(edited('li', basic)));

  it('merges two editors of different fields', () => {
    const mine = edited('zhou', total);
    given(issued, imported, mine).when(edit(preparer, basic)).then(edited('li', basic));
  });

  it('compares what the editor saw by content, not by the order of its keys', () =>
    given(issued, imported)
      .when(edit(preparer, { ...basic, before: { unit: '万元', value: '67.26' } }))
      .then(edited('li', basic)));

  it('leaves out the fields that stay as they are', () =>
    given(issued, imported)
      .when(edit(preparer, total, { ...basic, after: basic.before }))
      .then(edited('li', total)));

  it('records nothing when nothing changes, such as at a double click', () => {
    given(issued, imported, edited('li', basic)).when(edit(preparer, basic)).thenNothing();
    given(issued, imported).when(edit(preparer)).thenNothing();
    given(issued, imported).when(importing(preparer, [])).thenNothing();
  });

  it('tells an empty field from 0 and from an absent one', () => {
    const emptied = { ...basic, after: amount(null) };
    const removed = { ...basic, after: null };
    given(issued, imported).when(edit(preparer, emptied)).then(edited('li', emptied));
    given(issued, imported).when(edit(preparer, removed)).then(edited('li', removed));
    expect(fold(issued, imported, edited('li', removed)).sheet.figures).toEqual({});
  });

  it('names every field in conflict', () => {
    const seen = { ...total, before: amount('1') };
    given(issued, imported)
      .when(edit(preparer, { ...basic, before: null }, seen))
      .thenRefused('draft.field-conflict', {
        conflicts: [
          { pointer: '/figures/EXP.BASIC', current: amount('67.26') },
          { pointer: '/figures/BUD.TOTAL', current: null },
        ],
      });
  });

  it('takes a second import', () =>
    given(issued, imported)
      .when(importing(colleague, [basic]))
      .then({ type: 'DraftImported', data: { by: 'zhou', document: DOCUMENT, changes: [basic] } }));

  it('excludes nobody for what the system imported', () => {
    const event: EvaluationEvent = {
      type: 'DraftImported',
      data: { by: 'system:demo', document: DOCUMENT, changes: [total] },
    };
    given(issued)
      .when(importing({ ...system, personId: 'system:demo' }, [total]))
      .then(event);
    expect(fold(issued, event)).toMatchObject({ participants: [], writers: [] });
  });
});

describe('An item of a return', () => {
  it('is settled by an answer', () => {
    const event: EvaluationEvent = {
      type: 'ItemAnswered',
      data: { by: 'li', itemId: 'v1-1', answer: '已核对，无误。' },
    };
    given(...OPEN_ITEM)
      .when(answer(preparer, 'v1-1', '已核对，无误。'))
      .then(event);
    expect(fold(...OPEN_ITEM, event).returned).toMatchObject([{ id: 'v1-1', answer: '已核对，无误。', fixed: false }]);
  });

  it('is settled when its field changes, and not when another does', () => {
    expect(fold(...OPEN_ITEM, edited('li', total)).returned).toMatchObject([{ fixed: false }]);
    expect(fold(...OPEN_ITEM, edited('li', basic)).returned).toMatchObject([{ fixed: true }]);
    expect(fold(...OPEN_ITEM, edited('li', { ...total, path: '/figures/EXP.BASIC.PERSONNEL' })).returned).toMatchObject(
      [{ fixed: false }],
    );
  });

  it('that speaks of a whole part is settled by any field in it', () => {
    const item = { id: 'v1-1', path: '/figures', text: '数据请全面核对' };
    const history = [...OPEN_ITEM.slice(0, -1), returned(1, 'first-review', 'chen', [item])];
    expect(fold(...history, edited('li', total)).returned).toMatchObject([{ fixed: true }]);
  });

  it('can be answered anew', () =>
    given(...HISTORY.DRAFT)
      .when(answer(preparer, 'v1-1'))
      .then({
        type: 'ItemAnswered',
        data: { by: 'li', itemId: 'v1-1', answer: '已与决算核对，差额为上年结余。' },
      }));
});
