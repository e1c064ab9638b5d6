import type { Pool } from 'pg';
import type { OtherReport } from '#libs/crosscheck';
import type { Issued } from '#libs/evaluation';
import { marksOf } from '#libs/examination';

/** Most reports that one is compared with: those that share most with it, of so many that share anything. */
const MOST = 10;
const SIFTED = 200;

/** The texts that were submitted, to compare a report with. */
export class Reports {
  constructor(private readonly pool: Pool) {}

  /**
   * Files the report's text, and answers what stands beside it in the campaign: the reports of other units that share
   * paragraphs with it, and the unit's own reports on other projects.
   */
  async beside(evaluationId: string, { task, sheet }: Issued): Promise<readonly OtherReport[]> {
    const marks = marksOf(sheet.sections);
    await this.pool.query({
      name: 'job.file_report',
      text: `insert into job.report (evaluation_id, campaign_id, unit_id, unit_name, kind, self_score, sections, marks)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (evaluation_id) do update
               set self_score = excluded.self_score, sections = excluded.sections, marks = excluded.marks`,
      values: [
        evaluationId,
        task.campaignId,
        task.unitId,
        task.unitName,
        task.kind,
        sheet.head.selfScore ?? null,
        JSON.stringify(sheet.sections),
        marks,
      ],
    });
    const { rows } = await this.pool.query<OtherReport>({
      name: 'job.reports_beside',
      text: `select evaluation_id as "evaluationId", unit_name as "unitName", self_score as "selfScore", kind,
                    unit_id = $2 as "ownUnit", sections
               from (
                 select * from job.report
                  where campaign_id = $3 and evaluation_id <> $1 and unit_id = $2 and kind = 'project'
                 union
                 (select * from job.report
                   where campaign_id = $3 and evaluation_id <> $1 and unit_id <> $2 and marks && $4 limit $6)
               ) r
              order by unit_id = $2 desc,
                       (select count(*) from unnest(marks) as mark where mark = any($4)) desc, evaluation_id
              limit $5`,
      values: [evaluationId, task.unitId, task.campaignId, marks, MOST, SIFTED],
    });
    return rows;
  }
}
