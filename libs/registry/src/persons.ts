import { Repository } from 'typeorm';
import { violationOf } from '#libs/database';
import { keysOf, type PageRequest, pageOf, type RegistryPage } from './paging.js';
import { asRefusal, registryRefusal } from './refusals.js';
import { type MembershipKind, MembershipRow, PersonRow } from './rows.js';

/** Days are ISO dates in the bureau's calendar; no `from` means from today on, no `to` means still. */
export interface Membership {
  readonly unitId: string;
  readonly kind: MembershipKind;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly { unitId: string; kind: MembershipKind; from: string; to: string | null }[];
}

/** Natural persons and where they belong. */
export class Persons {
  constructor(private readonly rows: Repository<PersonRow>) {}

  /** In order of name; of one unit when asked. */
  async page(
    filter: { readonly unitId?: string | undefined },
    { limit, after }: PageRequest,
  ): Promise<RegistryPage<Person>> {
    const query = this.rows
      .createQueryBuilder('person')
      .orderBy('person.name')
      .addOrderBy('person.id')
      .take(limit + 1);
    if (filter.unitId !== undefined)
      query.andWhere(
        'exists (select from registry.membership m where m.person_id = person.id and m.unit_id = :unitId)',
        filter,
      );
    if (after !== undefined) {
      const [name, id] = keysOf(after, 2);
      query.andWhere('(person.name, person.id) > (:name, :id)', { name, id });
    }
    const { items, next } = pageOf(await query.getMany(), limit, ({ name, id }) => [name, id]);
    const memberships = await this.#membershipsOf(items.map(({ id }) => id));
    return { items: items.map(({ id, name }) => ({ id, name, memberships: memberships.get(id) ?? [] })), next };
  }

  async find(id: string): Promise<Person> {
    const row = await this.rows.findOneBy({ id });
    if (!row) throw registryRefusal('registry.not-found');
    return { id, name: row.name, memberships: (await this.#membershipsOf([id])).get(id) ?? [] };
  }

  /** Adds a person with memberships; one with this id that exists is answered as it is. */
  async add(person: {
    readonly id: string;
    readonly name: string;
    readonly memberships: readonly Membership[];
  }): Promise<Person> {
    try {
      await this.rows.manager.transaction(async (manager) => {
        await manager.insert(PersonRow, { id: person.id, name: person.name });
        await manager.insert(MembershipRow, person.memberships.map(rowOf(person.id)));
      });
    } catch (error) {
      const repeated = violationOf(error)?.constraint === 'person_pkey';
      if (!repeated) throw asRefusal(error);
    }
    return this.find(person.id);
  }

  /** Renames, or replaces all memberships, or both. */
  async change(
    id: string,
    change: { readonly name?: string | undefined; readonly memberships?: readonly Membership[] | undefined },
  ): Promise<Person> {
    await this.find(id);
    const { name, memberships } = change;
    try {
      await this.rows.manager.transaction(async (manager) => {
        if (name !== undefined) await manager.update(PersonRow, { id }, { name });
        if (memberships === undefined) return;
        await manager.delete(MembershipRow, { personId: id });
        await manager.insert(MembershipRow, memberships.map(rowOf(id)));
      });
    } catch (error) {
      throw asRefusal(error);
    }
    return this.find(id);
  }

  async #membershipsOf(ids: readonly string[]): Promise<Map<string, Person['memberships'][number][]>> {
    const rows = await this.rows.manager
      .createQueryBuilder(MembershipRow, 'membership')
      .where('membership.personId = any(:ids)', { ids })
      .orderBy('membership.fromDate')
      .addOrderBy('membership.unitId')
      .getMany();
    const of = new Map<string, Person['memberships'][number][]>();
    for (const { personId, unitId, kind, fromDate, toDate } of rows)
      of.set(personId, [...(of.get(personId) ?? []), { unitId, kind, from: fromDate, to: toDate }]);
    return of;
  }
}

const rowOf = (personId: string) => (membership: Membership) => ({
  personId,
  unitId: membership.unitId,
  kind: membership.kind,
  toDate: membership.to ?? null,
  fromDate: membership.from ?? today(),
});

/** The day in the bureau's calendar. */
function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
