import { buffer } from 'node:stream/consumers';
import type { Pool } from 'pg';
import type { Attachments } from '#libs/attachments';
import { type Addressee, addresseeOf } from '#libs/intake';
import { DomainError } from '#libs/kernel';
import type { Outcome, RunOrder } from '#libs/runs';
import { DocumentsRead, examineFile } from '#libs/sources';

/** One file of those that came together: where its bytes wait, or why it was not even taken in. */
export type ReportFile =
  | { readonly name: string; readonly hash: string }
  | { readonly name: string; readonly refused: { readonly code: string; readonly details: object } };

/** Reads reports that came together, each into the documents of the evaluation it is about; drafts stay as they are. */
export class ReadReports {
  readonly #documents: DocumentsRead;

  constructor(
    private readonly pool: Pool,
    private readonly attachments: Attachments,
  ) {
    this.#documents = new DocumentsRead(pool);
  }

  /** Reading the same file again finds the same and keeps it in the same place. */
  async read({ campaignId, actor }: RunOrder, file: ReportFile): Promise<Outcome> {
    if ('refused' in file) return failed(file.refused.code, file.refused.details);
    try {
      const bytes = await this.attachments.open(file.hash);
      if (bytes === undefined) return failed('source.gone', {});
      const examined = await examineFile(file.name, await buffer(bytes));
      const matched = addresseeOf({ name: file.name, text: examined.report.text }, await this.#addressees(campaignId));
      if ('why' in matched) return { outcome: 'unmatched', detail: { why: matched.why } };
      const { evaluationId, unitName, project } = matched.to;
      const { sha256, changes, conflicts, notUnderstood } = await this.#documents.keep(
        evaluationId,
        examined,
        actor.personId,
      );
      return {
        outcome: 'read',
        detail: {
          ...{ evaluationId, unitName, project, document: sha256 },
          ...{ found: changes.length, conflicts: conflicts.length, notUnderstood: notUnderstood.length },
        },
      };
    } catch (error) {
      if (error instanceof DomainError) return failed(error.code, error.details);
      throw error;
    }
  }

  /**
   * Whose report it may be: every evaluation of the campaign, projects by the name their task gave them. A task that the
   * trail has not come to is a fault that passes: the step is tried again.
   */
  async #addressees(campaignId: string): Promise<readonly Addressee[]> {
    const { rows } = await this.pool.query<Addressee & { readonly told: boolean }>(
      `select e.id as "evaluationId", u.code as "unitCode", e.unit_name as "unitName",
              case when e.kind = 'project' then coalesce(t.data #>> '{project,name}', e.id) end as project,
              e.kind <> 'project' or t.position is not null as told
         from read.evaluation e
         join registry.unit u on u.id = e.unit_id
         left join read.trail t on e.kind = 'project' and t.evaluation_id = e.id and t.type = 'TaskIssued'
        where e.campaign_id = $1`,
      [campaignId],
    );
    if (rows.some(({ told }) => !told)) throw new Error('the trail has not come to every task of the campaign');
    return rows;
  }
}

function failed(code: string, details: object): Outcome {
  return { outcome: `failed: ${code}`, detail: { details } };
}
