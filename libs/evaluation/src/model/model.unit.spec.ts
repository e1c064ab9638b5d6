import fc from 'fast-check';
import { evaluation } from '../evaluation.js';
import { FOUND_BY_CHANCE } from './mutants.spec.js';
import { keepsTheInvariants, play } from './play.spec.js';
import { wishes } from './wishes.spec.js';

describe('Whoever wants whatever in whatever order', () => {
  it('no reachable history breaks INV-D1, D2 or D5', () => {
    fc.assert(keepsTheInvariants(evaluation), { numRuns: 2_000 });
  });

  it('every stage is reached often enough for that to mean something', () => {
    const reached = fc.sample(wishes, { numRuns: 2_000, seed: 2021 }).map((all) => play(evaluation, all));
    const facts = reached.flatMap(({ journal }) => journal.map(({ event }) => event.type));
    expect(new Set(facts).size).toBe(21);
    expect(reached.filter(({ state }) => state.stage === 'APPROVED').length).toBeGreaterThan(25);
  });
});

describe('The model finds a decider that', () => {
  it.each(FOUND_BY_CHANCE)('%s', (_, mutant) => {
    const { failed, errorInstance, seed } = fc.check(keepsTheInvariants(mutant), {
      numRuns: 10_000,
      endOnFailure: true,
    });
    if (!failed) throw new Error(`this mutant survived; seed ${seed}`);
    expect(String(errorInstance)).toMatch(/Error: (INV-D\d|E\d+):/);
  });
});
