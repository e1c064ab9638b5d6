import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { PgEventStore } from '#libs/event-store';
import { DomainError } from '#libs/kernel';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { evaluation } from '../evaluation.js';
import type { Entry } from './journal.spec.js';
import { MUTANTS } from './mutants.spec.js';
import { keepsTheInvariants, play } from './play.spec.js';
import { wishes } from './wishes.spec.js';

/**
 * The tables do not know who is of which unit: that is told when somebody acts, and is not in the envelope. Nor do they know
 * to whom a matter was assigned, or who was asked for advice.
 */
const ONLY_THE_DECIDER_KNOWS = [
  'lets members of the unit review',
  'lets anybody take an assigned seat',
  'passes over an expert who was asked',
  'takes a pass from an expert',
];

describe('The decider and the two-person record', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /** Appends a history fact by fact; answers the refusal that ends it, if any. */
  async function refusalOf(journal: readonly Entry[]): Promise<DomainError | null> {
    const stream = `evaluation-${randomUUID()}`;
    for (const [n, { event, actor }] of journal.entries()) {
      const metadata = { actor, commandId: randomUUID(), correlationId: randomUUID() };
      try {
        await store.append(stream, n, [event], metadata);
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    }
    return null;
  }

  it('agree: what the one decides, the other takes', async () => {
    const seed = Date.now();
    const refused = [];
    for (const all of fc.sample(wishes, { numRuns: 60, seed }))
      refused.push(await refusalOf(play(evaluation, all).journal));
    expect({ seed, refused: refused.filter((refusal) => refusal !== null) }).toEqual({ seed, refused: [] });
  });

  it.each(Object.entries(MUTANTS).filter(([name]) => !ONLY_THE_DECIDER_KNOWS.includes(name)))(
    'do not fall together: a decider that %s does not get its history into the log',
    async (_, mutant) => {
      const { counterexample, seed } = fc.check(keepsTheInvariants(mutant), { numRuns: 10_000, endOnFailure: true });
      if (!counterexample) throw new Error(`no history of this mutant is at fault; seed ${seed}`);
      expect({ seed, refusal: await refusalOf(play(mutant, counterexample[0]).journal) }).toEqual({
        seed,
        refusal: expect.any(DomainError),
      });
    },
  );
});
