import type { Unit } from './answers.js';
import { atOrBelow } from './units.js';

const unit = (id: string, parentId: string | null) => ({ id, parentId }) as Unit;
const units = [
  unit('finance', null),
  unit('bureau', 'finance'),
  unit('station', 'bureau'),
  unit('other', 'finance'),
  unit('one', 'two'),
  unit('two', 'one'),
];
const reached = (...roots: string[]) => atOrBelow(units, roots).map(({ id }) => id);

describe('Units at or below others', () => {
  it('are the unit itself and all of its branch, and no other', () => {
    expect(reached('bureau')).toEqual(['bureau', 'station']);
    expect(reached('finance')).toEqual(['finance', 'bureau', 'station', 'other']);
    expect(reached('station', 'other')).toEqual(['station', 'other']);
    expect(reached()).toEqual([]);
  });

  it('end where units stand in a circle', () => {
    expect(reached('nowhere')).toEqual([]);
  });
});
