import { Repository } from 'typeorm';
import { violationOf } from '#libs/database';
import { asRefusal, registryRefusal } from './refusals.js';
import { PhraseRow } from './rows.js';

/** How many phrases a person may have, and a unit may share. The database says so as well. */
export const MOST_PHRASES = 100;

/** Something that is said in opinions again and again (常用语): a person's own, or shared by a unit. */
export interface Phrase {
  readonly id: string;
  readonly text: string;
  /** Null: the person's own. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  /** Whether the person may take it away: the own, and what a unit shares that the person manages. */
  readonly removable: boolean;
}

/** Whose it is: a person's or a unit's. */
export type PhraseOwner = { readonly personId: string } | { readonly unitId: string };

/** Common phrases of opinions. */
export class Phrases {
  constructor(private readonly rows: Repository<PhraseRow>) {}

  /**
   * The person's own, then those that units at or above `units` share, and those at or below `managed`; each in the order
   * in which they were added.
   */
  of(personId: string, units: readonly string[], managed: readonly string[]): Promise<readonly Phrase[]> {
    return this.rows.query(
      `with recursive managed (id) as (
         select unnest($3::text[]) union select u.id from registry.unit u join managed m on u.parent_id = m.id
       )
       select p.id, p.text, p.unit_id as "unitId", u.name as "unitName",
              p.unit_id is null or p.unit_id in (select id from managed) as removable
         from registry.phrase p left join registry.unit u on u.id = p.unit_id
        where p.person_id = $1
           or p.unit_id in (select id from managed)
           or p.unit_id in (select a.id from unnest($2::text[]) own(id), registry.unit_and_above(own.id) a)
        order by p.unit_id nulls first, p.created_at, p.id limit 1000`,
      [personId, units, managed],
    );
  }

  /** One, with whom it belongs to; null when there is none. */
  find(id: string): Promise<Pick<PhraseRow, 'id' | 'text' | 'personId' | 'unitId'> | null> {
    return this.rows.findOneBy({ id });
  }

  /**
   * Adds it, and answers whether it stands under this id; false: the owner says it already, and it stays as it is. Refuses
   * more than 100, and a unit that does not exist.
   */
  async add(id: string, text: string, owner: PhraseOwner): Promise<boolean> {
    try {
      await this.rows.insert({ id, text, ...owner });
      return true;
    } catch (error) {
      const violation = violationOf(error);
      if (violation?.kind === 'unique') return this.rows.existsBy({ id });
      if (violation?.constraint === 'phrase_bound')
        throw registryRefusal('phrase.too-many', { pointer: '/text', most: MOST_PHRASES });
      throw asRefusal(error);
    }
  }

  /** Takes it away; none is no fault. */
  async remove(id: string): Promise<void> {
    await this.rows.delete({ id });
  }
}
