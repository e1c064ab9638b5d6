import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { type SummaryLine, summaryBook } from '#libs/documents';
import type { Identity } from '#libs/identity';
import { type EvaluationRow, evaluations } from '#libs/read-models';
import { Campaigns } from '../campaign/campaigns.js';
import { NeedsConfirmation } from '../http/access.js';
import { asAttachment } from '../http/as-attachment.js';
import { AuditorRecord } from '../http/auditor-record.js';
import { LoggedInAs } from '../http/order.js';
import { XLSX } from '../http/spreadsheet-body.js';
import { readerOf } from '../lists/reading.js';
import { kindName, stageName } from './words.js';

const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** The summary of a campaign, written while it is read. */
@ApiTags('documents')
@Controller('api/campaigns/:id')
export class SummaryController {
  constructor(
    private readonly pool: Pool,
    private readonly campaigns: Campaigns,
    private readonly record: AuditorRecord,
  ) {}

  @Get('summary.xlsx')
  @NeedsConfirmation()
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    operationId: 'exportSummary',
    summary: '导出自评情况汇总表 · Where every evaluation of the campaign stands, as a spreadsheet',
  })
  async export(
    @Param('id') id: string,
    @LoggedInAs() identity: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { name } = await this.campaigns.find(id, identity);
    await this.record.exported(request, 'exportSummary');
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', asAttachment(`${name}-汇总表.xlsx`))
      .send(summaryBook(`${name}　自评情况汇总表`, this.#lines(id, identity)));
  }

  async *#lines(campaignId: string, identity: Identity): AsyncGenerator<readonly SummaryLine[]> {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await evaluations(
        this.pool,
        readerOf(identity),
        { campaignId },
        { limit: 200, ...(cursor && { cursor }) },
      );
      yield page.items.map(lineOf);
      cursor = page.next;
    }
  }
}

function lineOf({ kind, stage, dueAt, ...row }: EvaluationRow): SummaryLine {
  return { ...row, kind: kindName(kind), stage: stageName(stage), due: BEIJING.format(new Date(dueAt)) };
}
