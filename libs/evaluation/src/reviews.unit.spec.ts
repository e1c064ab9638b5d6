import {
  amount,
  edited,
  HASH_2,
  HISTORY,
  passedFirst,
  passedSecond,
  returned,
  revoked,
} from './examples/history.spec.js';
import type { EvaluationEvent } from './facts.js';
import { enclosedFor, reviewsFor } from './reviews.js';

const dated = (...history: readonly EvaluationEvent[]) =>
  history.map((event) => ({ ...event, recordedAt: '2022-04-01T08:00:00.000Z' }));
const sealed = passedFirst(2, HASH_2, 'chen', { sealed: true, reviewerScore: '70', gate: 'business' });
const opinionOf = (reader: string, ...history: readonly EvaluationEvent[]) =>
  reviewsFor(reader, dated(...history)).find(({ kind }) => kind === 'first-pass');

describe('What reviewers said', () => {
  it('is read by everybody in a review that is not blind', () => {
    expect(opinionOf('lin', passedFirst(2, HASH_2))).toEqual({
      ...{ kind: 'first-pass', version: 2, by: 'chen', at: '2022-04-01T08:00:00.000Z', revoked: false },
      ...{ sealed: false, opinion: { opinion: '数据与决算一致，同意。' }, reason: null, items: [] },
    });
  });

  it('is its giver’s alone in a blind one, with gate, remarks and points', () => {
    expect(opinionOf('lin', sealed)).toMatchObject({ sealed: true, opinion: null });
    expect(opinionOf('chen', sealed)).toMatchObject({ sealed: false, opinion: { reviewerScore: '70' } });
  });

  it('encloses files, those of a sealed opinion for its giver alone until its version is decided', () => {
    const file = (name: string) => ({ hash: 'ab'.repeat(32), name, size: 9, type: 'application/pdf' });
    const place = { path: '/figures/EXP.BASIC', text: '请补附件' };
    const pass = passedFirst(2, HASH_2, 'chen', {
      sealed: true,
      remarks: [
        { ...place, severity: 'minor', attachments: [file('批文.pdf')] },
        { ...place, severity: 'note' },
      ],
    });
    const back = returned(2, 'second-review', 'lin', [{ ...place, id: 'v2-1', attachments: [file('决算.pdf')] }]);
    const names = (reader: string, ...history: readonly EvaluationEvent[]) =>
      enclosedFor(reader, dated(...history)).map(({ name }) => name);
    expect(names('lin', pass)).toEqual([]);
    expect(names('chen', pass)).toEqual(['批文.pdf']);
    expect(names('lin', pass, back)).toEqual(['批文.pdf', '决算.pdf']);
  });

  it.each<[string, EvaluationEvent, boolean]>([
    ['decided', passedSecond(2, HASH_2), true],
    ['returned by a reviewer', returned(2, 'second-review', 'lin'), true],
    ['passed by one of two second reviewers', passedSecond(2, HASH_2, 'lin', { openGates: ['audit'] }), false],
    ['taken back', revoked(2), false],
  ])('may be read once its version is %s: %s', (_, event, read) => {
    expect(opinionOf('lin', sealed, event)?.opinion !== null).toBe(read);
  });

  it('of a second reviewer who decides is read at once', () => {
    const reviews = reviewsFor('lin', dated(sealed, passedSecond(2, HASH_2, 'wu', { sealed: true })));
    expect(reviews.map(({ opinion }) => opinion !== null)).toEqual([true, true]);
  });

  it('is marked when it was taken back, and not when it was given again', () => {
    const reviews = reviewsFor('lin', dated(passedFirst(2, HASH_2), revoked(2), passedFirst(2, HASH_2)));
    expect(reviews.map((review) => review.revoked)).toEqual([true, false]);
  });

  it('stands beside what the unit replied and changed at that place, from what it was to what it is', () => {
    const again = { path: '/figures/EXP.BASIC', before: amount('66.88'), after: amount('66.90') };
    const elsewhere = { path: '/figures/EXP.BASIC.GOODS', before: null, after: amount('1') };
    const answered: EvaluationEvent = {
      type: 'ItemAnswered',
      data: { by: 'li', itemId: 'v1-1', answer: '已更正' },
    };
    const [review] = reviewsFor('lin', dated(...HISTORY.DRAFT, edited('li', again, elsewhere), answered));
    expect(review).toMatchObject({
      kind: 'return',
      items: [
        {
          id: 'v1-1',
          answer: '已更正',
          changes: [{ path: '/figures/EXP.BASIC', before: amount('67.26'), after: amount('66.90') }],
        },
      ],
    });
  });

  it('keeps what belongs to an earlier return with that return', () => {
    const later = returned(2, 'first-review', 'chen', [{ id: 'v2-1', path: '/figures/EXP.BASIC', text: '仍不一致' }]);
    const reviews = reviewsFor('lin', dated(...HISTORY.SUBMITTED, later));
    expect(reviews.map(({ items }) => items[0]!.changes.length)).toEqual([1, 0]);
  });
});
