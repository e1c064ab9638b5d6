import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { isOffice, type Office } from '#libs/evaluation';
import { type Appended, EventStore, Handler } from '#libs/event-store';
import { Accounts, type Identity, Sessions } from '#libs/identity';
import { type PersonCommand, type PersonEvent, personnel, type Staff, type Wish } from '#libs/personnel';
import { Registry } from '#libs/registry';
import { actorOf, metadataOf, type Order } from '../http/order.js';

/** What is ordered, without who orders it and when. */
export type PersonWish = { [C in PersonCommand as C['type']]: Pick<C, 'type' | 'data'> }[PersonCommand['type']];

/** Orders about natural persons: who they are, where they belong, what they may do. Everything goes through their streams. */
@Injectable()
export class Personnel {
  readonly #handler: Handler<Staff, PersonCommand, PersonEvent>;

  constructor(
    store: EventStore,
    private readonly pool: Pool,
    private readonly registry: Registry,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {
    this.#handler = new Handler(store, personnel, { prefix: 'person' });
  }

  /** Decides the orders one after the other and records what follows, all or nothing. */
  async give(order: Order, personId: string, wishes: readonly PersonWish[]): Promise<Appended> {
    order.known.command = { type: wishes[0]?.type ?? 'none', target: `person-${personId}` };
    const actor = actorOf(order, roleOf(order.by));
    const orders = await this.#commands(personId, wishes, { by: actor, at: order.at });
    const done = await this.#handler.handle(personId, orders, { metadata: metadataOf(order, actor) });
    this.sessions.forgetAll();
    return done;
  }

  /** The same, to be told of a refusal before something else is done; records nothing. */
  async foresee(order: Order, personId: string, wishes: readonly PersonWish[]): Promise<void> {
    const { state } = await this.#handler.load(personId);
    const orders = await this.#commands(personId, wishes, { by: actorOf(order, roleOf(order.by)), at: order.at });
    orders.reduce((now, one) => personnel.decide(one, now).reduce(personnel.evolve, now), state);
  }

  /** Roles as they are given now: by one alone in the bootstrap, and by two from the day somebody holds the second office. */
  async granting(wishes: readonly Wish[]): Promise<readonly PersonWish[]> {
    const { rowCount } = await this.pool.query('select from control.bootstrap_end');
    return rowCount
      ? wishes.map((data) => ({ type: 'ProposeRole', data }))
      : wishes.map((data) => ({ type: 'GrantRole', data: { ...data, bootstrap: true } }));
  }

  /** Whoever was entered before records were kept is adopted with what stands in the rows. */
  async #commands(personId: string, wishes: readonly PersonWish[], given: Pick<PersonCommand, 'by' | 'at'>) {
    const { state } = await this.#handler.load(personId);
    const registers = wishes.some(({ type }) => type === 'RegisterPerson');
    const first = state.known || registers ? [] : [await this.#adoption(personId)];
    return [...first, ...wishes].map((wish) => ({ ...wish, ...given }) as PersonCommand);
  }

  async #adoption(personId: string): Promise<PersonWish> {
    const { name, memberships } = await this.registry.persons.find(personId);
    const { items } = await this.accounts.page({ limit: 200, personId });
    const grants = items.flatMap(({ id: accountId, grants: held }) =>
      held.map(({ id, role, unitId, from, to }) => ({ id, accountId, role: role as Wish['role'], unitId, from, to })),
    );
    return { type: 'AdoptPerson', data: { name, memberships, grants } };
  }
}

/** The office in which somebody acts, or the one role of whoever holds none. */
export const roleOf = ({ grants }: Identity): Office | string =>
  grants.find(({ role }) => isOffice(role))?.role ?? grants[0]?.role ?? 'none';
