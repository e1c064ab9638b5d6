import { createHash } from 'node:crypto';
import { control, type Evidence, FORMAT, type Entry as Stored, type Verdict } from '#libs/export';
import { canonicalJson } from '#libs/kernel';
import type { Entry } from './journal.spec.js';

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

/** What the offline verifier says of a history. */
export function replayed(journal: readonly Entry[]): Promise<Verdict> {
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
