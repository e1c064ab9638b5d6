import type { Evidence } from '../evidence.js';
import type { Manifest } from '../manifest.js';
import { Control, type Controlled } from './control.js';
import { readEntry } from './envelope.js';
import { Erasures, type ErasureTold } from './erasures.js';
import { type Fault, Faults } from './faults.js';
import { OrderCheck } from './order-check.js';
import { type Sealed, SealedCheck } from './sealed-check.js';
import { type Kept, type Trust, trustOf } from './trust.js';

/** What a control found out. `holds` is whether no fault was found; what was not looked at is told beside it. */
export interface Verdict {
  readonly holds: boolean;
  readonly scope: Manifest['scope'];
  readonly origin: string | null;
  readonly events: number;
  /** Null where only the control part was asked for. */
  readonly sealed: Sealed | null;
  /** Events after the newest checkpoint. */
  readonly unsealed: number;
  /** What was erased, by whose order: the commitments hold, the words cannot be controlled any more. */
  readonly erased: readonly ErasureTold[];
  readonly control: Controlled;
  readonly first: Fault | null;
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  readonly faultCounts: Readonly<Record<string, number>>;
}

/** What somebody brings to a verification of his own. */
export interface Brought {
  readonly trust?: Trust;
  /** Checkpoints and receipts kept from earlier, or seen by others. */
  readonly kept?: readonly Kept[];
  readonly progress?: (events: number, of: number) => void;
}

/** Everything at once: bytes, order, what was sealed, and the control part. Throws Unreadable when it is no evidence. */
export async function verify(evidence: Evidence, brought: Brought = {}): Promise<Verdict> {
  const faults = new Faults();
  const trust = brought.trust ?? trustOf(evidence.manifest);
  const sealed = await SealedCheck.begin(evidence, trust, brought.kept ?? [], faults);
  return walk(evidence, faults, sealed, brought.progress);
}

/** The control part alone: the same without checkpoints, for a log that is looked at in its own database. */
export async function control(evidence: Evidence, progress?: Brought['progress']): Promise<Verdict> {
  return walk(evidence, new Faults(), null, progress);
}

async function walk(
  evidence: Evidence,
  faults: Faults,
  sealing: SealedCheck | null,
  progress: Brought['progress'] = () => undefined,
): Promise<Verdict> {
  const { manifest } = evidence;
  const whole = manifest.scope.of === 'log';
  const order = new OrderCheck(faults, whole);
  const controlling = new Control(faults, manifest.statementsTo);
  await controlling.begin(evidence);
  let events = 0;
  const erasures = new Erasures(faults);
  for await (const entry of evidence.entries()) {
    events += 1;
    if (events % 1_000 === 0) progress(events, manifest.head);
    order.place(entry.position);
    if (sealing) await sealing.entry(entry);
    const read = readEntry(entry, faults);
    if (entry.envelope !== null && entry.payload === null && entry.salt === null) erasures.gone(entry, read?.envelope);
    if (read === null) continue;
    order.version(entry.position, read.envelope);
    try {
      if (read.envelope.type === 'SealerKeyRotated') sealing?.follow(entry);
      erasures.follow(read);
      controlling.fact(read);
    } catch (error) {
      // Data under a right hash may still be of no shape the product writes: a fault of the log, not the end of its check.
      const { type } = read.envelope;
      faults.add('fact.unreadable', { position: entry.position, type, reason: (error as Error).message });
    }
  }
  progress(events, manifest.head);
  const end = Math.max(manifest.head, sealing ? manifest.size : 0);
  if (whole && order.next < end) faults.add('log.cut', { position: order.next, size: end });
  erasures.end(whole);
  const { count, ids } = manifest.unplaced;
  if (count > 0) faults.add('entry.unplaced', { count, ids: ids.join(', ') });
  const sealed = sealing && (await sealing.end());
  const controlled = await controlling.end(evidence);
  return {
    holds: faults.total === 0,
    ...{ scope: manifest.scope, origin: manifest.origin, events, sealed },
    unsealed: Math.max(0, manifest.head - manifest.size),
    ...{ erased: erasures.told, control: controlled, first: faults.first, faults: faults.told },
    ...{ faultCount: faults.total, faultCounts: faults.counts },
  };
}
