import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Identity } from '#libs/identity';
import { FILE } from '../http/file-body.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { AnswersCreated, AnswersList } from '../http/told.js';
import { OrderedRunAnswer } from './campaign.answer.js';
import { CampaignRuns } from './campaign-runs.js';
import { PackedReports } from './packed-reports.js';
import { ReadFileAnswer } from './reading.answer.js';

/** Reports of many units that come together. */
@ApiTags('campaign')
@Controller('api/campaigns/:id')
export class ReadingController {
  constructor(
    private readonly packed: PackedReports,
    private readonly runs: CampaignRuns,
  ) {}

  @Post('reading-runs')
  @ApiConsumes(FILE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    operationId: 'orderReading',
    summary:
      '批量读取报告：一个 ZIP，至多 200 个文件，后台逐个读取，草稿不变 · Read up to 200 reports of one ZIP in the background; no draft is changed',
  })
  @AnswersCreated(OrderedRunAnswer)
  order(@Param('id') id: string, @Req() request: FastifyRequest, @Ordered() order: Order) {
    return this.packed.order(id, request.body, order);
  }

  @Get('runs/:runId/files')
  @ApiOperation({
    operationId: 'listReadFiles',
    summary: '批量读取的各个文件：归入哪份自评、读出多少、为何未读 · What came of each file of a reading',
  })
  @AnswersList(ReadFileAnswer)
  files(@Param('id') id: string, @Param('runId') runId: string, @LoggedInAs() identity: Identity) {
    return this.runs.files(id, runId, identity);
  }
}
