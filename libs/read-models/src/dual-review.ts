import type { Pool } from 'pg';
import { grantsOf, REACH, type Reader } from './page.js';
import { readAs } from './read-as.js';

/** The proof of 一事双审 for a fiscal year, from the two-person record; the verifier shows the same from the log alone. */
export interface DualReviewYear {
  readonly year: number;
  readonly decided: number;
  /** By distinct persons of whom none took part for the unit, on one content. */
  readonly byTwoPersons: number;
  /** How many persons gave those passes. */
  readonly reviewers: number;
  /** At most 100. */
  readonly exceptions: readonly { readonly evaluation: string; readonly why: string }[];
}

/** Year by year, for the evaluations within reach. */
export async function dualReview(pool: Pool, reader: Reader): Promise<readonly DualReviewYear[]> {
  const { rows } = await readAs(pool, reader, {
    name: 'read.dual_review',
    text: `${REACH}, decided as (
      select e.fiscal_year, d.evaluation_id as evaluation, d.persons, d.why
        from read.two_person_record d join read.evaluation e on e.id = d.evaluation_id
       where e.unit_id in (select unit_id from reach)
    )
    select fiscal_year as year, count(*)::integer as decided, count(*) filter (where why is null)::integer as by_two_persons,
           (select count(distinct person)::integer from decided o, unnest(o.persons) person
             where o.fiscal_year = d.fiscal_year) as reviewers,
           coalesce((array_agg(json_build_object('evaluation', evaluation, 'why', why)) filter (where why is not null))[1:100],
                    '{}') as exceptions
      from decided d group by fiscal_year order by fiscal_year`,
    values: [...grantsOf(reader)],
  });
  return rows.map(({ by_two_persons: byTwoPersons, ...row }) => ({ ...row, byTwoPersons })) as DualReviewYear[];
}
