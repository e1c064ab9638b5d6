import { soak } from '#libs/testing';
import { type Design, design, MUTANTS, OURS } from './design.js';
import {
  earlyTransactionId,
  foreignTransaction,
  heldBeforeCommit,
  oldSnapshot,
  type Scenario,
  stoppedClient,
  torture,
} from './scenarios.js';

const SEEDS = Array.from({ length: 3 * soak() }, (_, n) => n).map((n) => (Date.now() % 1_000_000) * 10 + n);
const MS = 1_000;

/** Each situation, and the wrong designs it must catch. */
const SITUATIONS: readonly (readonly [string, readonly Scenario[], readonly (typeof MUTANTS)[number][]])[] = [
  [
    'T-ORD-1: writers that sleep, roll back and write elsewhere',
    SEEDS.map((seed) => torture(seed, MS)),
    ['naive-sequence', 'lock-after-insert', 'number-below-xmin', 'sequencer-by-number', 'transaction-id'],
  ],
  [
    'T-ORD-2: one append held before its commit while others pass',
    [heldBeforeCommit(0)],
    ['naive-sequence', 'sequencer-by-number'],
  ],
  ['T-ORD-3: one append held longer than any time-out', [heldBeforeCommit(400)], ['gap-timeout']],
  ['T-ORD-4: a transaction open in another database', [foreignTransaction], ['transaction-id', 'number-below-xmin']],
  ['T-ORD-6: a transaction that wrote elsewhere before it appends', [earlyTransactionId], ['transaction-id']],
  ['T-ORD-7: a client stopped between append and commit', [stoppedClient], ['advisory-lock', 'counter-row']],
  ['T-ORD-8: an old snapshot under load', [oldSnapshot(600)], ['counter-row']],
];

describe('The order of the log', () => {
  let one: Design;
  afterEach(() => one.drop());

  for (const [situation, scenarios, killed] of SITUATIONS) {
    describe(situation, () => {
      it(`holds in ours (seeds ${SEEDS.join(', ')})`, async () => {
        one = await design(OURS);
        for (const scenario of scenarios) {
          expect(await scenario(one)).toEqual([]);
          await one.drop();
          one = await design(OURS);
        }
      });

      it.each(killed)('kills the mutant %s', async (mutant) => {
        for (const scenario of scenarios) {
          one = await design(mutant);
          const faults = await scenario(one);
          if (faults.length > 0) return;
          if (scenario !== scenarios.at(-1)) await one.drop();
        }
        throw new Error(`${mutant} survived: this test has become blind (seeds ${SEEDS.join(', ')})`);
      });
    });
  }

  it('kills every mutant there is', async () => {
    one = await design(OURS);
    const killed = new Set(SITUATIONS.flatMap(([, , mutants]) => mutants));
    expect(MUTANTS.filter((mutant) => !killed.has(mutant))).toEqual([]);
  });
});
