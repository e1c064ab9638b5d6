import type { Pool } from 'pg';
import type { Text } from '#libs/kernel';
import { freshness, grantsOf, REACH, type Reader } from './page.js';
import { readAs } from './read-as.js';

/** What an indicator looks at (E14). */
export const INDICATORS = ['fast-pass', 'same-pair', 'never-returned'] as const;
export type IndicatorKind = (typeof INDICATORS)[number];

/** From which figures on something is shown. */
export const THRESHOLDS = {
  /** A pass within fewer seconds is fast. */
  seconds: 60,
  /** So many approvals together, and none with anybody else. */
  together: 5,
  /** So many decisions, and none of them a return. */
  decisions: 10,
} as const;

/** Evaluations that are listed behind one indicator; `count` counts all. */
const LISTED = 50;

/** Every answer says this: what is shown is a reason to look, and nothing else. */
export const NO_ACCUSATION: Text = {
  zh: '指标只提示值得抽查之处，不是对任何人的指责：材料可以线下先看过，小单位可能只有两名审核人，材料也可能确实没有问题。',
  en: 'An indicator says where a look may be worthwhile and accuses nobody: a report may have been read beforehand, a small office may have two reviewers only, and reports may simply be in order.',
};

/** One thing worth a look: about whom, the figures, and the evaluations they come from. */
export interface Indicator {
  readonly kind: IndicatorKind;
  readonly persons: readonly { readonly id: string; readonly name: string | null }[];
  /** How often, of how many decisions (of approvals, for a pair). */
  readonly count: number;
  readonly of: number;
  readonly evaluations: readonly IndicatedEvaluation[];
}

export interface IndicatedEvaluation {
  readonly evaluationId: string;
  readonly unitName: string;
  readonly version: number;
  readonly review: 'first' | 'second';
  /** From the submission or the step before to the decision. */
  readonly seconds: number;
}

export interface IndicatorFilter {
  readonly fiscalYear?: number;
  readonly campaignId?: string;
}

/** What the reader reaches, cut to the year or the campaign. */
const REVIEWS = `${REACH},
  seen as materialized (
    select r.*, e.unit_name, extract(epoch from r.decided_at - r.began_at)::float8 as seconds
      from read.review r join read.evaluation e on e.id = r.evaluation_id
     where e.unit_id in (select unit_id from reach where role in ('campaign-manager', 'auditor'))
       and ($3::integer is null or e.fiscal_year = $3) and ($4::text is null or e.campaign_id = $4))`;

const LIST = `(array_agg(jsonb_build_object(
  'evaluationId', evaluation_id, 'unitName', unit_name, 'version', version, 'review', review,
  'seconds', round(seconds::numeric, 3)) order by position desc))[1:${LISTED}]`;

const QUERIES: Readonly<Record<IndicatorKind, string>> = {
  'fast-pass': `${REVIEWS},
    decisions as (select person_id, count(*)::int as n from seen group by 1)
    select array[s.person_id] as persons, count(*)::int as count, d.n as of, ${LIST} as evaluations
      from seen s join decisions d using (person_id)
     where s.outcome = 'passed' and s.seconds < ${THRESHOLDS.seconds}
     group by s.person_id, d.n`,
  // Both signed what was approved: the one in the first review, the other in the second.
  'same-pair': `${REVIEWS},
    signed as (
      select s.* from seen s join read.evaluation e on e.id = s.evaluation_id and e.stage = any('{APPROVED,SAMPLED,RECHECKED,FINAL,PUBLISHED,ARCHIVED}') and e.version = s.version
       where s.outcome = 'passed' and not s.revoked),
    each as (select person_id, count(distinct evaluation_id)::int as n from signed group by 1),
    paired as (
      select distinct on (s.evaluation_id, least(s.person_id, f.person_id), greatest(s.person_id, f.person_id))
             s.*, least(s.person_id, f.person_id) as one, greatest(s.person_id, f.person_id) as other
        from signed s join signed f on f.evaluation_id = s.evaluation_id and f.review = 'first'
       where s.review = 'second' and s.person_id <> f.person_id)
    select array[one, other] as persons, count(*)::int as count, count(*)::int as of, ${LIST} as evaluations
      from paired
     group by one, other
    having count(*) >= ${THRESHOLDS.together}
       and count(*) = (select n from each where person_id = one) and count(*) = (select n from each where person_id = other)`,
  'never-returned': `${REVIEWS}
    select array[person_id] as persons, count(*)::int as count, count(*)::int as of, ${LIST} as evaluations
      from seen group by person_id
    having count(*) >= ${THRESHOLDS.decisions} and count(*) filter (where outcome = 'returned') = 0`,
};

/** Persons shown under one kind. */
const MOST = 100;

/** The indicators over what the reader, as manager or auditor, reaches; the most frequent first in each kind. */
export async function indicators(pool: Pool, reader: Reader, { fiscalYear, campaignId }: IndicatorFilter = {}) {
  const freshAsOf = await freshness(pool); // before the rows, which may only be fresher
  const items: Indicator[] = [];
  for (const kind of INDICATORS) {
    const { rows } = await readAs(pool, reader, {
      name: `read.indicator.${kind}`,
      text: `select i.count, i.of, i.evaluations,
                    (select array_agg(jsonb_build_object('id', p, 'name', (select name from registry.person where id = p)))
                       from unnest(i.persons) as p) as persons
               from (${QUERIES[kind]}) i order by i.count desc, i.persons limit ${MOST}`,
      values: [...grantsOf(reader), fiscalYear ?? null, campaignId ?? null],
    });
    items.push(...rows.map((row) => ({ kind, ...row }) as Indicator));
  }
  return { note: NO_ACCUSATION, thresholds: THRESHOLDS, items, freshAsOf };
}
