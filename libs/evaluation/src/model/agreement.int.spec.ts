import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Client } from 'pg';
import { PgEventStore } from '#libs/event-store';
import { DomainError } from '#libs/kernel';
import { registered, type TestDatabase, testDatabase } from '#libs/testing';
import { evaluation } from '../evaluation.js';
import { DEPARTMENT, UNIT } from '../examples/people.spec.js';
import { isOffice, ROLES } from '../roles.js';
import type { Entry } from './journal.spec.js';
import { LATER_MUTANTS } from './later-mutants.spec.js';
import { MUTANTS } from './mutants.spec.js';
import { keepsTheInvariants, play } from './play.spec.js';
import { replayed } from './replayed.spec.js';
import { laterWishes, OF_THE_UNIT, PERSONS, wishes } from './wishes.spec.js';

/** The tables hold who signs; whom somebody assigns or asks is held where they sign. */
const isSigned = (fault: string): boolean => !/assigned|not asked|an expert who/.test(fault);

/** The log does not tell of which unit somebody is. */
const ONLY_THE_DECIDER_KNOWS = ['lets members of the unit review'];

describe('The decider and the two-person record', () => {
  let database: TestDatabase;
  let store: PgEventStore;
  beforeAll(async () => {
    database = await testDatabase();
    store = new PgEventStore(database.pool);
    await everybodyInEveryRole();
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  /**
   * The persons of the model, through both accounts in every role: so that only what they did excludes them. Roles that exclude
   * each other are for the registry to refuse, and here its guard is off.
   */
  async function everybodyInEveryRole() {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    for (const guard of ['role_grant_alone', 'role_grant_unit_or_reviewer'])
      await owner.query(`alter table identity.dated_grant drop constraint ${guard}`);
    const people = [...PERSONS, 'wu', 'yu', 'qin'].flatMap((personId) =>
      [1, 2].flatMap((n) =>
        ROLES.filter((role) => !isOffice(role)).map((role) => ({
          personId,
          accountId: `${personId}-${n}`,
          role,
        })),
      ),
    );
    await registered(database.pool, { unit: UNIT, department: DEPARTMENT }, people);
    await owner.query(
      `insert into registry.membership (person_id, unit_id, kind, from_date) select p, $2, 'member', '2020-01-01' from unnest($1::text[]) p`,
      [OF_THE_UNIT, UNIT],
    );
    await owner.end();
  }

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
    for (const all of fc.sample(laterWishes, { numRuns: 30, seed }))
      refused.push(await refusalOf(play(evaluation, all).journal));
    expect({ seed, refused: refused.filter((refusal) => refusal !== null) }).toEqual({ seed, refused: [] });
  });

  const early = Object.entries(MUTANTS).map(([name, mutant]) => [name, mutant, wishes] as const);
  const later = Object.entries(LATER_MUTANTS).map(([name, mutant]) => [name, mutant, laterWishes] as const);

  it.each([...early, ...later])(
    'do not fall together: a decider that %s is found by the model and by who replays its log, and gets nothing past the tables',
    async (name, mutant, whatIsWished) => {
      const { counterexample, errorInstance, seed } = fc.check(keepsTheInvariants(mutant, whatIsWished, isSigned), {
        numRuns: 10_000,
        endOnFailure: true,
      });
      if (!counterexample) throw new Error(`no history of this mutant is at fault; seed ${seed}`);
      expect(String(errorInstance)).toMatch(/Error: (INV-D\d|E\d+):/);
      const { journal } = play(mutant, counterexample[0]);
      expect({ seed, refusal: await refusalOf(journal) }).toEqual({ seed, refusal: expect.any(DomainError) });
      if (name in LATER_MUTANTS || ONLY_THE_DECIDER_KNOWS.includes(name)) return;
      const { holds, first } = await replayed(journal);
      expect({ seed, holds, position: first?.position }).toEqual({ seed, holds: false, position: expect.any(Number) });
    },
  );
});
