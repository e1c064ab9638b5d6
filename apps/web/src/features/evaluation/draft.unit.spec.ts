import {
  arrived,
  changesOf,
  isDue,
  lost,
  malformed,
  NOTHING_TYPED,
  refused,
  sent,
  settled,
  stateOf,
  typed,
  unsaved,
} from './draft.js';

const A = '/sections/duties';
const B = '/head/preparer';

describe('What is typed into a sheet', () => {
  it('is saved when it arrived', () => {
    const once = typed(NOTHING_TYPED, A, null, '职责');
    expect(stateOf(once)).toBe('unsaved');
    const going = sent(once);
    expect(stateOf(going)).toBe('saving');
    expect(changesOf(going)).toEqual([{ path: A, before: null, after: '职责' }]);
    expect(stateOf(arrived(going))).toBe('saved');
  });

  it('goes out once for a pause, with what stood there at first and what stands there at last', () => {
    const twice = typed(typed(NOTHING_TYPED, A, '旧', '新'), A, '旧', '更新');
    expect(changesOf(sent(twice))).toEqual([{ path: A, before: '旧', after: '更新' }]);
  });

  it('needs no saving when it is back where it began', () => {
    expect(stateOf(typed(typed(NOTHING_TYPED, A, '旧', '新'), A, '旧', '旧'))).toBe('saved');
  });

  it('goes on from what is under way when typing does not wait for it', () => {
    const during = typed(sent(typed(NOTHING_TYPED, A, null, '一')), A, null, '一二');
    expect(sent(during)).toEqual(during);
    expect(changesOf(sent(arrived(during)))).toEqual([{ path: A, before: '一', after: '一二' }]);
  });

  it('is kept when it gets lost, and goes out again together with what came later', () => {
    const going = sent(typed(typed(NOTHING_TYPED, A, null, '一'), B, null, '杨'));
    const back = lost(typed(going, A, null, '一二'));
    expect(stateOf(back)).toBe('failed');
    expect(changesOf(sent(back))).toEqual([
      { path: A, before: null, after: '一二' },
      { path: B, before: null, after: '杨' },
    ]);
  });
});

describe('A field that somebody else wrote meanwhile', () => {
  const clash = refused(sent(typed(typed(NOTHING_TYPED, A, '旧', '我的'), B, null, '杨')), new Map([[A, '对方的']]));

  it('is shown with both values, and holds up no other field', () => {
    expect(stateOf(clash)).toBe('conflict');
    expect(clash.conflicts.get(A)).toEqual({ mine: '我的', theirs: '对方的' });
    expect(isDue(clash)).toBe(true);
    expect(changesOf(sent(clash))).toEqual([{ path: B, before: null, after: '杨' }]);
    expect(isDue(arrived(sent(clash)))).toBe(false);
    expect(unsaved(clash).get(A)).toBe('我的');
  });

  it('takes mine over theirs when I say so', () => {
    expect(changesOf(sent(settled(clash, A, 'mine')))).toContainEqual({ path: A, before: '对方的', after: '我的' });
  });

  it('is left as theirs when I say so', () => {
    const left = settled(clash, A, 'theirs');
    expect([left.conflicts.size, unsaved(left).has(A)]).toEqual([0, false]);
  });
});

describe('A number half typed', () => {
  it('is said to be malformed and is not sent', () => {
    const half = malformed(NOTHING_TYPED, '/figures/BUD.TOTAL');
    expect([stateOf(half), changesOf(sent(half))]).toEqual(['malformed', []]);
    expect([isDue(half), isDue(typed(half, B, null, '杨')), isDue(lost(typed(half, B, null, '杨')))]).toEqual([
      ...[false, true, false],
    ]);
    expect(stateOf(typed(half, '/figures/BUD.TOTAL', null, { value: '1', unit: '万元' }))).toBe('unsaved');
  });
});
