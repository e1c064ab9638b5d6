import { changesOf, malformed, NOTHING_TYPED, refused, sent, stateOf, typed } from './draft.js';
import { keptOf, restored } from './kept-draft.js';

const A = '/sections/duties';
const B = '/head/preparer';
const nothing = () => null;
/** Through the browser's storage and back. */
const again = (draft: Parameters<typeof keptOf>[0]): unknown => JSON.parse(JSON.stringify(keptOf(draft)));

describe('A sheet that is left before it was saved', () => {
  it('keeps nothing when everything is on the server', () => {
    expect(keptOf(NOTHING_TYPED)).toBeUndefined();
    expect(keptOf(malformed(NOTHING_TYPED, A))).toBeUndefined();
  });

  it('goes on with what waited and with what was on its way', () => {
    const left = typed(sent(typed(NOTHING_TYPED, A, '旧', '新')), B, null, '杨');
    const back = restored(again(left), (path) => (path === A ? '旧' : null));
    expect(stateOf(back)).toBe('unsaved');
    expect(changesOf(sent(back))).toEqual([
      { path: A, before: '旧', after: '新' },
      { path: B, before: null, after: '杨' },
    ]);
  });

  it('does not send again what arrived after all', () => {
    const left = sent(typed(NOTHING_TYPED, A, null, '新'));
    expect(stateOf(restored(again(left), () => '新'))).toBe('saved');
  });

  it('still shows both values of a field that somebody else wrote', () => {
    const left = refused(sent(typed(NOTHING_TYPED, A, null, '我的')), new Map([[A, '对方的']]));
    const back = restored(again(left), () => '对方又改的');
    expect(back.conflicts.get(A)).toEqual({ mine: '我的', theirs: '对方又改的' });
  });

  it.each([undefined, null, 1, 'x', {}, { edits: 1, conflicts: [] }])('begins afresh with %j', (kept) => {
    expect(restored(kept, nothing)).toEqual(NOTHING_TYPED);
  });
});
