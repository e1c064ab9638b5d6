import fc from 'fast-check';
import { type Candidate, choose } from './assignment.js';
import type { Seat } from './review-rules.js';

const FIRST: Seat = { step: 'first', gate: null };
const SECOND: Seat = { step: 'second', gate: null };
const nobodyElse = () => null;
const can = (personId: string, step: 'first' | 'second', open = 0, more: Partial<Candidate> = {}): Candidate => ({
  ...{ personId, step, open, from: 'department' },
  ...more,
});
const chosen = (seats: readonly Seat[], candidates: readonly Candidate[], seed = '5eed') =>
  choose(seats, candidates, nobodyElse, seed).map((choice) => choice.chosen);

describe('Choosing reviewers', () => {
  it('takes whoever has least to do', () => {
    expect(chosen([FIRST], [can('chen', 'first', 4), can('sun', 'first', 1), can('lin', 'first', 2)])).toEqual(['sun']);
  });

  it('lets the seed decide between equals, the same seed the same way and all of them now and then', () => {
    const equals = ['chen', 'sun', 'lin'].map((person) => can(person, 'first'));
    const draws = Array.from({ length: 60 }, (_, n) => chosen([FIRST], equals, `seed ${n}`)[0]);
    expect(new Set(draws)).toEqual(new Set(['chen', 'sun', 'lin']));
    expect(chosen([FIRST], equals, 'seed 7')).toEqual(chosen([FIRST], [...equals].reverse(), 'seed 7'));
  });

  it('gives nobody two seats, and moves a person over when only so both are filled', () => {
    const both = [can('chen', 'first', 0), can('chen', 'second', 0), can('sun', 'first', 9)];
    expect(chosen([FIRST, SECOND], both)).toEqual(['sun', 'chen']);
  });

  it('says of a seat that nobody is left for it, why, and how many could be borrowed', () => {
    const [, second] = choose(
      [FIRST, SECOND],
      [
        can('chen', 'first'),
        can('chen', 'second'),
        can('guo', 'second', 0, { conflict: 'unit-member' }),
        can('li', 'second'),
        can('wu', 'second', 0, { from: 'above' }),
        can('he', 'second', 0, { from: 'above', conflict: 'declared' }),
      ],
      ({ personId }) => (personId === 'li' ? 'participant' : null),
      '5eed',
    );
    expect(second).toEqual({
      seat: SECOND,
      chosen: null,
      lawful: [{ personId: 'chen', open: 0 }],
      excluded: [
        { personId: 'guo', reason: 'unit-member' },
        { personId: 'li', reason: 'participant' },
        { personId: 'he', reason: 'declared' },
        { personId: 'chen', reason: 'other-seat' },
      ],
      borrowable: 1,
    });
  });

  it('fills as many seats as any way of choosing could, and none unlawfully', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.constantFrom('first' as const, 'second' as const);
    const candidates = fc.uniqueArray(fc.record({ person, step, open: fc.nat(3), conflict: fc.boolean() }), {
      selector: ({ person, step }) => `${person} ${step}`,
    });
    const seats: readonly Seat[] = [
      { step: 'first', gate: 'business' },
      { step: 'first', gate: 'audit' },
      { step: 'second', gate: null },
    ];
    fc.assert(
      fc.property(candidates, fc.string(), (asked, seed) => {
        const all = asked.map(({ person, step, open, conflict }) =>
          can(person, step, open, conflict ? { conflict: 'declared' } : {}),
        );
        const lawful = (seat: Seat) =>
          all.filter((one) => one.step === seat.step && one.conflict === undefined).map(({ personId }) => personId);
        const given = chosen(seats, all, seed);
        const persons = given.filter((one) => one !== null);
        expect(new Set(persons).size).toBe(persons.length);
        for (const [n, one] of given.entries()) if (one !== null) expect(lawful(seats[n]!)).toContain(one);
        expect(persons).toHaveLength(most(seats.map(lawful), []));
      }),
    );
  });
});

/** By trying everything. */
function most([wishes, ...others]: readonly (readonly string[])[], taken: readonly string[]): number {
  if (wishes === undefined) return 0;
  const filled = wishes.filter((one) => !taken.includes(one)).map((one) => 1 + most(others, [...taken, one]));
  return Math.max(most(others, taken), ...filled);
}
