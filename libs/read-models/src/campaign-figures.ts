import type { Pool } from 'pg';
import { freshness, type Reader } from './page.js';
import { readAs } from './read-as.js';

/** Steps of the funnel, in the order in which an evaluation takes them; each counts those that came at least so far. */
export const FUNNEL = ['issued', 'begun', 'submitted', 'first-passed', 'approved'] as const;
/** Days for which something has waited where it is: from one up to, not including, the next. */
export const WAITED_FROM = [0, 3, 7, 14, 30] as const;

/** How many lie in a band that begins at `from`, under each name. */
export interface Band {
  readonly from: number;
  readonly count: number;
}

/** A campaign in figures: of what the reader reaches. Scores that cannot be read are counted nowhere. */
export interface CampaignFigures {
  readonly funnel: readonly { readonly step: (typeof FUNNEL)[number]; readonly count: number }[];
  /** Bands of ten points; 100 lies in the band from 90. */
  readonly selfScores: readonly Band[];
  readonly systemScores: readonly Band[];
  /** What the unit claims less what the scheme computes, in bands of five points. */
  readonly deviations: readonly Band[];
  /** Undecided ones by the stage they wait in. */
  readonly waiting: readonly (Band & { readonly stage: string })[];
  readonly freshAsOf: number;
}

const points = (column: string) => `case when ${column} ~ '^-?\\d{1,6}(?:\\.\\d{1,6})?$' then ${column}::numeric end`;
const bandsOf = (value: string, width: number, highest?: number) => `
  (select coalesce(json_agg(json_build_object('from', b.from, 'count', b.count) order by b.from), '[]') from (
     select ${highest === undefined ? '' : `least(${highest}, `}floor(${value} / ${width}) * ${width}${highest === undefined ? '' : ')'} as from,
            count(*)::int as count
       from seen where ${value} is not null group by 1) b)`;

/** The figures of a campaign at a moment. */
export async function campaignFigures(
  pool: Pool,
  reader: Reader,
  campaignId: string,
  at: Date,
): Promise<CampaignFigures> {
  const freshAsOf = await freshness(pool); // before the rows, which may only be fresher
  const { rows } = await readAs<Omit<CampaignFigures, 'freshAsOf' | 'funnel'> & { readonly funnel: readonly number[] }>(
    pool,
    reader,
    {
      name: 'read.campaign-figures',
      text: `
        with seen as materialized (
          select e.stage, e.writers <> '{}' as begun, e.waiting_for <> '{}' as waits,
                 extract(epoch from $2::timestamptz - e.waiting_since) / 86400 as days,
                 ${points('e.self_score')} as self, ${points('e.system_score')} as system
            from read.evaluation e where e.campaign_id = $1)
        select array[count(*), count(*) filter (where begun or stage <> 'DRAFT'),
                     count(*) filter (where stage not in ('DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED')),
                     count(*) filter (where stage not in ('DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED')),
                     count(*) filter (where stage not in ('DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED', 'FIRST_PASSED'))]::int[] as funnel,
               ${bandsOf('self', 10, 90)} as "selfScores",
               ${bandsOf('system', 10, 90)} as "systemScores",
               ${bandsOf('(self - system)', 5)} as deviations,
               (select coalesce(json_agg(json_build_object('stage', w.stage, 'from', w.from, 'count', w.count)
                                         order by w.stage, w.from), '[]') from (
                  select stage, (array[${WAITED_FROM}])[width_bucket(greatest(days, 0), array[${WAITED_FROM}]::numeric[])] as from,
                         count(*)::int as count
                    from seen where waits group by 1, 2) w) as waiting
          from seen`,
      values: [campaignId, at],
    },
  );
  const { funnel, ...bands } = rows[0]!;
  return { funnel: FUNNEL.map((step, n) => ({ step, count: funnel[n] ?? 0 })), ...bands, freshAsOf };
}
