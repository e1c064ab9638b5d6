import type { Erased, ErasureConfirmed, ErasureOrdered, Target } from '#libs/erasure';
import { canonicalJson } from '#libs/kernel';
import type { Entry } from '../evidence.js';
import type { Envelope, Read } from './envelope.js';
import type { Faults } from './faults.js';

/** What was erased, by whose order. */
export interface ErasureTold {
  /** Of the confirmation. */
  readonly position: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly orderedBy: string;
  readonly confirmedBy: string;
  readonly target: Target;
  readonly reason: string;
  readonly events: readonly number[];
}

interface Claim {
  readonly position: number;
  readonly id: string | undefined;
  readonly author: string | undefined;
  readonly by: number | undefined;
  readonly kept: string | null;
}

/**
 * Each payload that is gone against the order by which it went (erasure by two persons), and each order against what is
 * gone. Keeps what was erased and nothing of the other events.
 */
export class Erasures {
  readonly #claims = new Map<number, Claim>();
  readonly #orders = new Map<string, { readonly by: string; readonly data: ErasureOrdered }>();
  readonly #told: ErasureTold[] = [];
  readonly #done = new Set<number>();

  constructor(private readonly faults: Faults) {}

  get told(): readonly ErasureTold[] {
    return this.#told;
  }

  /** An entry without its payload. */
  gone({ position, erased }: Pick<Entry, 'position' | 'erased'>, envelope: Envelope | undefined): void {
    const kept = erased?.kept?.toString('utf8') ?? null;
    const { id, actor } = envelope ?? {};
    this.#claims.set(position, { position, id, author: actor?.personId, by: erased?.by, kept });
  }

  /** Takes in a fact that orders or confirms; passes over all others. */
  follow({ position, envelope, data }: Read): void {
    if (data === null || !envelope.stream.startsWith('erasure-')) return;
    const by = envelope.actor.personId;
    if (envelope.type === 'ErasureOrdered') this.#orders.set(envelope.stream, { by, data: data as ErasureOrdered });
    if (envelope.type === 'ErasureConfirmed') this.#confirmed(position, envelope, data as ErasureConfirmed);
  }

  /** After the last fact; `whole` when nothing of the log was left out. */
  end(whole: boolean): void {
    for (const { position } of this.#claims.values()) this.faults.add('erasure.without-order', { position });
    if (!whole) return;
    for (const { position, events } of this.#told)
      for (const event of events)
        if (!this.#done.has(event)) this.faults.add('erasure.not-done', { position: event, order: position });
  }

  #confirmed(position: number, { stream, actor, recordedAt }: Envelope, { erased }: ErasureConfirmed): void {
    const order = this.#orders.get(stream);
    const confirmedBy = actor.personId;
    const persons = [order?.by ?? '', confirmedBy];
    if (order === undefined || order.by === confirmedBy || persons.some((one) => one.startsWith('system:')))
      this.faults.add('erasure.one-person', { position, person: confirmedBy });
    const { target = { position: -1 }, reason = '' } = order?.data ?? {};
    for (const one of erased) {
      const claim = this.#claims.get(one.position);
      if (claim === undefined) continue;
      this.#claims.delete(one.position);
      this.#done.add(one.position);
      const kept = one.kept === null ? null : canonicalJson(one.kept);
      if (claim.by !== position || claim.id !== one.eventId || claim.kept !== kept)
        this.faults.add('erasure.kept-differs', { position: one.position, order: position });
      if (!isMeant(target, one, claim))
        this.faults.add('erasure.not-meant', { position: one.position, order: position });
      if (persons.includes(claim.author ?? ''))
        this.faults.add('erasure.own-acts', { position: one.position, order: position, person: claim.author });
    }
    const events = erased.map((one) => one.position);
    const orderedBy = order?.by ?? '—';
    this.#told.push({ position, at: recordedAt, orderedBy, confirmedBy, target, reason, events });
  }
}

/** What a record of the registry or of an account told of whom went with it: that it was of the person nobody can see any more. */
function isMeant(target: Target, { position, type }: Erased, { author }: Claim): boolean {
  return 'position' in target ? position === target.position : author === target.personId || type === 'RecordChanged';
}
