import fc from 'fast-check';
import { evaluation } from '../evaluation.js';
import { LATER_MUTANTS } from './later-mutants.spec.js';
import { MUTANTS } from './mutants.spec.js';
import { keepsTheInvariants, play } from './play.spec.js';
import { laterWishes, wishes } from './wishes.spec.js';

describe('Whoever wants whatever in whatever order', () => {
  it('no reachable history breaks INV-D1, D2 or D5, nor E1 after the approval', () => {
    fc.assert(keepsTheInvariants(evaluation), { numRuns: 2_000 });
    fc.assert(keepsTheInvariants(evaluation, laterWishes), { numRuns: 1_000 });
  });

  it('every stage is reached often enough for that to mean something', () => {
    const early = fc.sample(wishes, { numRuns: 2_000, seed: 2021 }).map((all) => play(evaluation, all));
    const later = fc.sample(laterWishes, { numRuns: 500, seed: 2021 }).map((all) => play(evaluation, all));
    const facts = [...early, ...later].flatMap(({ journal }) => journal.map(({ event }) => event.type));
    expect(new Set(facts).size).toBe(31);
    const approved = early.filter(({ journal }) => journal.some(({ event }) => event.type === 'SecondReviewPassed'));
    expect(approved.length).toBeGreaterThan(25);
    expect(later.filter(({ state }) => state.stage === 'ARCHIVED').length).toBeGreaterThan(25);
  });
});

describe('The model finds a decider that', () => {
  const early = Object.entries(MUTANTS).map(([name, mutant]) => [name, mutant, wishes] as const);
  const later = Object.entries(LATER_MUTANTS).map(([name, mutant]) => [name, mutant, laterWishes] as const);

  it.each([...early, ...later])('%s', (_, mutant, whatIsWished) => {
    const { failed, errorInstance, seed } = fc.check(keepsTheInvariants(mutant, whatIsWished), {
      numRuns: 10_000,
      endOnFailure: true,
    });
    if (!failed) throw new Error(`this mutant survived; seed ${seed}`);
    expect(String(errorInstance)).toMatch(/Error: (INV-D\d|E\d+):/);
  });
});
