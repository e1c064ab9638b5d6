import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import {
  type DelegationCommand,
  type DelegationEvent,
  type DelegationGranted,
  delegating,
  type Delegations as Given,
} from '#libs/evaluation';
import { type Appended, EventStore, Handler } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { type DepartmentDelegation, delegationsWithin } from '#libs/read-models';
import { actorOf, metadataOf, type Order } from '../http/order.js';
import { readerOf } from '../lists/reading.js';

const REVIEWERS = ['first-reviewer', 'second-reviewer'];

/** What reviewers hand over to each other for some days (代理). Both see it; only the one who gave it ends it. */
@Injectable()
export class Delegations {
  readonly #handler: Handler<Given, DelegationCommand, DelegationEvent>;

  constructor(
    store: EventStore,
    private readonly pool: Pool,
  ) {
    this.#handler = new Handler(store, delegating, { prefix: 'delegation' });
  }

  /** What the person gave, and what others gave him that holds today, with the names of all. */
  async of({ personId, delegators }: Identity) {
    const { state } = await this.#handler.load(personId);
    const names = await this.#namesOf([
      ...state.map(({ delegate }) => delegate),
      ...delegators.map((delegator) => delegator.personId),
    ]);
    return { given: state, actingFor: delegators.map((delegator) => delegator.personId), names };
  }

  /** Other reviewers of the same units, by name. */
  async candidates({ personId, grants }: Identity) {
    const units = grants.filter(({ role }) => REVIEWERS.includes(role)).map(({ unitId }) => unitId);
    const { rows } = await this.pool.query<{ personId: string; name: string }>({
      name: 'api.delegates',
      text: `select distinct p.id as "personId", p.name
               from identity.role_grant g
               join identity.account a on a.id = g.account_id
               join registry.person p on p.id = a.person_id
              where g.role = any($1) and g.unit_id = any($2) and a.disabled_at is null and p.id <> $3
              order by p.name, p.id`,
      values: [REVIEWERS, units, personId],
    });
    return rows;
  }

  /** Who acts for whom in the departments the person reviews, manages or audits. */
  ofDepartment(identity: Identity): Promise<readonly DepartmentDelegation[]> {
    return delegationsWithin(this.pool, readerOf(identity));
  }

  async grant(
    order: Order,
    wish: Pick<DelegationGranted, 'delegate' | 'from' | 'until' | 'reason'>,
  ): Promise<Appended> {
    const { personId } = order.by;
    if (!(await this.candidates(order.by)).some((one) => one.personId === wish.delegate) && wish.delegate !== personId)
      throw new DomainError('invalid', 'delegation.not-a-reviewer', { pointer: '/delegate' });
    const data = { ...wish, id: randomUUID(), delegator: personId, today: dayOf(order.at) };
    return this.#give(order, { type: 'GrantDelegation', data });
  }

  end(order: Order, id: string, reason: string): Promise<Appended> {
    return this.#give(order, { type: 'EndDelegation', data: { id, reason } });
  }

  #give(
    order: Order,
    wish: { [C in DelegationCommand as C['type']]: Pick<C, 'type' | 'data'> }[DelegationCommand['type']],
  ) {
    const { personId, grants } = order.by;
    const actor = actorOf(order, grants.find(({ role }) => REVIEWERS.includes(role))?.role ?? 'none');
    order.known.command = { type: wish.type, target: `delegation-${personId}` };
    const command = { ...wish, by: actor, at: order.at } as DelegationCommand;
    return this.#handler.handle(personId, command, { metadata: metadataOf(order, actor) });
  }

  async #namesOf(persons: readonly string[]): Promise<Record<string, string>> {
    const { rows } = await this.pool.query<{ id: string; name: string }>({
      name: 'api.names',
      text: 'select id, name from registry.person where id = any($1)',
      values: [persons],
    });
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const dayOf = (at: string): string => DAY.format(new Date(at));
