import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { control, type Evidence, FORMAT, type Entry as Stored, type Verdict } from '#libs/export';
import { canonicalJson } from '#libs/kernel';
import { evaluation } from '../evaluation.js';
import type { Entry } from './journal.spec.js';
import { MUTANTS } from './mutants.spec.js';
import { keepsTheInvariants, play } from './play.spec.js';
import { wishes } from './wishes.spec.js';

const SALT = Buffer.alloc(16);
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** The history as it would stand in an export. A submission and its checks are one command; everything else is one each. */
function stored(journal: readonly Entry[]): Stored[] {
  let command = 0;
  return journal.map(({ event, actor: { memberOf: _, ...actor } }, n) => {
    const follows = event.type === 'ChecksRun' && journal[n - 1]?.event.type === 'EvaluationSubmitted';
    if (!follows) command += 1;
    const payload = canonicalJson(event.data);
    const envelope = canonicalJson({
      ...{ v: 1, id: uuid(n), stream: 'evaluation-1', version: n + 1, type: event.type, schema: 1, actor },
      ...{ commandId: uuid(command), correlationId: 'model', recordedAt: '2022-04-01T08:00:00.000Z' },
      payloadHash: createHash('sha256').update(SALT).update(payload).digest('hex'),
    });
    return { position: n, envelope: Buffer.from(envelope), payload: Buffer.from(payload), salt: SALT };
  });
}

async function* none() {
  // nothing of this kind
}

function controlled(journal: readonly Entry[]): Promise<Verdict> {
  const entries = stored(journal);
  const evidence: Evidence = {
    manifest: {
      ...{ format: FORMAT, madeAt: '2022-05-01T00:00:00.000Z', scope: { of: 'log' }, origin: null, size: 0 },
      ...{ head: entries.length, keys: [], witnesses: { keys: [], quorum: 0 }, schemas: {}, statementsTo: -1 },
      unplaced: { count: 0, ids: [] },
    },
    entries: async function* () {
      yield* entries;
    },
    ...{ heads: none, statements: none, schemes: none, tile: async () => null },
  };
  return control(evidence);
}

/** The log does not tell of which unit somebody is. */
const ONLY_THE_DECIDER_KNOWS = ['lets members of the unit review'];

describe('Who replays a log later', () => {
  it('accuses no history that the decider decided', async () => {
    const seed = Date.now();
    for (const all of fc.sample(wishes, { numRuns: 400, seed })) {
      const { faults } = await controlled(play(evaluation, all).journal);
      expect({ seed, faults }).toEqual({ seed, faults: [] });
    }
  });

  it.each(Object.entries(MUTANTS).filter(([name]) => !ONLY_THE_DECIDER_KNOWS.includes(name)))(
    'finds what a decider left behind that %s',
    async (_, mutant) => {
      const { counterexample, seed } = fc.check(keepsTheInvariants(mutant), { numRuns: 10_000, endOnFailure: true });
      if (!counterexample) throw new Error(`no history of this mutant is at fault; seed ${seed}`);
      const { holds, first } = await controlled(play(mutant, counterexample[0]).journal);
      expect({ seed, holds, position: first?.position }).toEqual({ seed, holds: false, position: expect.any(Number) });
    },
  );
});
