import { Injectable } from '@nestjs/common';
import { type Erasure, type ErasureCommand, type ErasureEvent, erasing, refusal, type Target } from '#libs/erasure';
import { type Appended, EventStore, Handler, type Recorded } from '#libs/event-store';
import { type Identity, Sessions } from '#libs/identity';
import { Registry } from '#libs/registry';
import { EvaluationHandler } from '../evaluation/evaluation-streams.js';
import { actorOf, metadataOf, type Order } from '../http/order.js';
import { idOf } from '../registry/administration.js';
import { MeantEvents } from './meant.js';

/** Streams `erasure-<uuid>`. */
@Injectable()
export class ErasureHandler extends Handler<Erasure, ErasureCommand, ErasureEvent> {
  constructor(store: EventStore) {
    super(store, erasing, { prefix: 'erasure' });
  }
}

/** Orders to erase (依令删除): an administrator orders, an auditor of the division or another administrator confirms. */
@Injectable()
export class Erasures {
  constructor(
    private readonly store: EventStore,
    private readonly handler: ErasureHandler,
    private readonly evaluations: EvaluationHandler,
    private readonly meant: MeantEvents,
    private readonly registry: Registry,
    private readonly sessions: Sessions,
  ) {}

  /** Orders it; refuses a target that is not there. Nothing is erased yet. */
  async order(order: Order, target: Target, reason: string): Promise<Appended & { readonly id: string }> {
    await this.meant.of(target);
    const id = idOf(order, 'erasure');
    return { id, ...(await this.#give(id, order, { type: 'OrderErasure', data: { target, reason } })) };
  }

  /** Confirms it: what it means by now is destroyed in the same transaction. */
  async confirm(order: Order, id: string): Promise<Appended> {
    const { state } = await this.#known(id, order.by);
    const meant = state.stage === 'ORDERED' ? await this.meant.of(state.target) : [];
    const done = await this.#give(id, order, { type: 'ConfirmErasure', data: { meant } });
    for (const { stream } of meant)
      if (stream.startsWith('evaluation-')) this.evaluations.forget(stream.slice('evaluation-'.length));
    this.sessions.forgetAll();
    return done;
  }

  async decline(order: Order, id: string, reason: string): Promise<Appended> {
    await this.#known(id, order.by);
    return this.#give(id, order, { type: 'DeclineErasure', data: { reason } });
  }

  /** One order: where it stands, its facts, and what it would erase now. */
  async find(id: string, identity: Identity) {
    const { state } = await this.#known(id, identity);
    const { events } = await this.store.read<ErasureEvent>(`erasure-${id}`);
    const meant = state.stage === 'ORDERED' ? await this.meant.of(state.target) : [];
    const two = [state.orderedBy, identity.personId];
    const would = meant.filter(({ data, open, personId }) => data !== null && !open && !two.includes(personId));
    const facts = (events as unknown as readonly Recorded[]).map(({ position, type, recordedAt, actor, data }) => {
      const { erased } = data as { readonly erased?: readonly { readonly position: number }[] };
      return { position, type, recordedAt, personId: actor.personId, ...(erased && { count: erased.length }) };
    });
    return {
      ...{ id, ...state, facts, open: meant.filter(({ open }) => open).length },
      wouldErase: would.map(({ position, type, stream }) => ({ position, type, stream })),
    };
  }

  /** Orders concern everybody: only who administers, or audits a whole division, sees them. */
  async requireWholeDivision({ grants }: Identity): Promise<void> {
    for (const { role, unitId } of grants) {
      if (role === 'administrator') return;
      if (role === 'auditor' && unitId !== null && (await this.registry.units.andAbove(unitId)).length === 1) return;
    }
    throw refusal('erasure.whole-division-only');
  }

  async #known(id: string, identity: Identity) {
    await this.requireWholeDivision(identity);
    const loaded = await this.handler.load(id);
    if (loaded.state.stage === 'NONE') throw refusal('erasure.not-found');
    return { ...loaded, state: loaded.state };
  }

  #give(
    id: string,
    order: Order,
    wish: { [C in ErasureCommand as C['type']]: Pick<C, 'type' | 'data'> }[ErasureCommand['type']],
  ) {
    const role = order.by.grants.find((grant) => grant.role === 'administrator')?.role ?? 'auditor';
    const actor = actorOf(order, role);
    order.known.command = { type: wish.type, target: `erasure-${id}` };
    return this.handler.handle(id, { ...wish, by: actor, at: order.at } as ErasureCommand, {
      metadata: metadataOf(order, actor),
    });
  }
}
