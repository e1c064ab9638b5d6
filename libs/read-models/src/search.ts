import type { Pool, QueryResultRow } from 'pg';
import { TODAY } from '#libs/database';
import { grantsOf, REACH, type Reader } from './page.js';
import { type ReadQuery, readAs } from './read-as.js';

export const FOUND = ['evaluation', 'unit', 'campaign', 'person'] as const;
export type FoundKind = (typeof FOUND)[number];

/** Something that was looked for. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  /** Of an evaluation the name of its unit. */
  readonly name: string;
  /** The unit's code, of an evaluation and of a unit. */
  readonly code: string | null;
  readonly fiscalYear: number | null;
  readonly stage: string | null;
  /** The unit above a unit; the units of a person today. */
  readonly belongsTo: string | null;
}

/** At most so many of each kind, so that no kind hides another: 20 in all. */
const MOST: Readonly<Record<FoundKind, number>> = { evaluation: 8, unit: 6, campaign: 3, person: 3 };

/** More words than anybody types. */
const MOST_WORDS = 8;

const EVALUATIONS = `${REACH}
  select e.id, e.unit_name as name, u.code, e.fiscal_year as "fiscalYear", e.stage
    from read.evaluation e join registry.unit u on u.id = e.unit_id
   where e.unit_id in (select unit_id from reach)
     and concat_ws(' ', e.unit_name, u.code, e.fiscal_year, e.id) ilike all ($3::text[])
   order by e.fiscal_year desc, e.unit_name, e.id limit ${MOST.evaluation}`;

/** $4: every unit there is, whatever the reader's roles reach. */
const UNITS = `${REACH}
  select u.id, u.name, u.code, (select p.name from registry.unit p where p.id = u.parent_id) as "belongsTo"
    from registry.unit u
   where ($4 or u.id in (select unit_id from reach)) and concat_ws(' ', u.name, u.code) ilike all ($3::text[])
   order by u.code, u.id limit ${MOST.unit}`;

const PERSONS = `
  select p.id, p.name, (
         select string_agg(distinct u.name, ' / ') from registry.membership m join registry.unit u on u.id = m.unit_id
          where m.person_id = p.id and ${TODAY} between m.from_date and coalesce(m.to_date, 'infinity')) as "belongsTo"
    from registry.person p
   where p.name ilike all ($1::text[])
   order by p.name, p.id limit ${MOST.person}`;

/** A campaign is whoever's it concerns: those at the unit that runs it, above or below. It stands in the log, and they are few. */
const CAMPAIGNS = `
  select c.id, c.name, c.fiscal_year as "fiscalYear"
    from read.campaign c
   where concat_ws(' ', c.name, c.fiscal_year, c.id) ilike all ($2::text[])
     and exists (
         select from unnest($1::text[]) own(unit_id)
          where own.unit_id in (select a.id from registry.unit_and_above(c.owner_id) a)
             or c.owner_id in (select a.id from registry.unit_and_above(own.unit_id) a))
   order by c.fiscal_year desc, c.id limit ${MOST.campaign}`;

/** What of the registry a reader finds beyond the reach of the roles: every unit, every person. */
export interface Kept {
  readonly units: boolean;
  readonly persons: boolean;
}

/** What holds every word of the text in its name, code or year, and lies within the reader's reach. */
export async function search(pool: Pool, reader: Reader, text: string, kept: Kept): Promise<readonly Found[]> {
  const patterns = patternsOf(text);
  if (patterns.length === 0) return [];
  const [roles, units] = grantsOf(reader);
  // Without names: a plan for every reader would be none for a bureau.
  const asReader = async (kind: FoundKind, query: ReadQuery) => foundIn(kind, (await readAs(pool, reader, query)).rows);
  const found = [
    await asReader('evaluation', { text: EVALUATIONS, values: [roles, units, patterns] }),
    await asReader('unit', { text: UNITS, values: [roles, units, patterns, kept.units] }),
    await asReader('campaign', { text: CAMPAIGNS, values: [units, patterns] }),
    kept.persons ? await asReader('person', { text: PERSONS, values: [patterns] }) : [],
  ];
  return found.flat();
}

/** One pattern of LIKE for each word; what would mean something in a pattern means itself. */
export function patternsOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.slice(0, MOST_WORDS).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

const foundIn = (kind: FoundKind, rows: readonly QueryResultRow[]): readonly Found[] =>
  rows.map(
    (row) => ({ ...{ kind, code: null, fiscalYear: null, stage: null, belongsTo: null }, ...row }) as unknown as Found,
  );
