import { Repository } from 'typeorm';
import { keysOf, type PageRequest, pageOf, type RegistryPage } from './paging.js';
import { registryRefusal } from './refusals.js';
import { type MembershipKind, MembershipRow, PersonRow } from './rows.js';

/** A person, with where the person belongs or is seconded to: days of the bureau's calendar, no `to` means still. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly { unitId: string; kind: MembershipKind; from: string; to: string | null }[];
}

/** Natural persons and where they belong, as their streams tell (libs/personnel). */
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
