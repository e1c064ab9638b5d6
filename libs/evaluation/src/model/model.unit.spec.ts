import fc from 'fast-check';
import { soak } from '#libs/testing';
import { evaluation } from '../evaluation.js';
import { keepsTheInvariants, play } from './play.spec.js';
import { replayed } from './replayed.spec.js';
import { laterWishes, wishes } from './wishes.spec.js';

describe('Whoever wants whatever in whatever order', () => {
  it('no reachable history breaks INV-D1, D2 or D5, nor E1 after the approval', () => {
    fc.assert(keepsTheInvariants(evaluation), { numRuns: 1_000 * soak() });
    fc.assert(keepsTheInvariants(evaluation, laterWishes), { numRuns: 500 * soak() });
  });

  it('every stage is reached often enough for that to mean something', () => {
    const early = fc.sample(wishes, { numRuns: 1_000, seed: 2021 }).map((all) => play(evaluation, all));
    const later = fc.sample(laterWishes, { numRuns: 300, seed: 2021 }).map((all) => play(evaluation, all));
    const facts = [...early, ...later].flatMap(({ journal }) => journal.map(({ event }) => event.type));
    expect(new Set(facts).size).toBe(31);
    const approved = early.filter(({ journal }) => journal.some(({ event }) => event.type === 'SecondReviewPassed'));
    expect(approved.length).toBeGreaterThan(12);
    expect(later.filter(({ state }) => state.stage === 'ARCHIVED').length).toBeGreaterThan(15);
  });

  it('and who replays it later accuses nobody', async () => {
    const seed = Date.now();
    for (const all of fc.sample(wishes, { numRuns: 200 * soak(), seed })) {
      const { faults } = await replayed(play(evaluation, all).journal);
      expect({ seed, faults }).toEqual({ seed, faults: [] });
    }
  });
});
