import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Identity } from '#libs/identity';
import { Evaluations } from '../evaluation/evaluations.js';
import { answered } from '../http/answers.js';
import { fileName } from '../http/as-attachment.js';
import { FILE } from '../http/file-body.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { AcceptanceAnswer, AcceptanceDto, SourceAnswer, SourceQuery, SourcesAnswer } from './source.dto.js';
import { Sources } from './sources.js';

@ApiTags('evaluation')
@Controller('api/evaluations/:id/sources')
export class SourceController {
  constructor(
    private readonly sources: Sources,
    private readonly evaluations: Evaluations,
  ) {}

  @Post()
  @ApiConsumes(FILE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    operationId: 'readSource',
    summary:
      '读取已有的报告或表格（.docx .doc .xlsx .xls .pdf .txt），草稿不变 · Read a document the unit has; the draft is not changed',
  })
  @ApiCreatedResponse({ type: SourceAnswer })
  read(
    @Param('id') id: string,
    @Query() { name }: SourceQuery,
    @Req() request: FastifyRequest,
    @LoggedInAs() identity: Identity,
  ) {
    return this.sources.read(id, fileName(name), request.body, identity);
  }

  @Get()
  @ApiOperation({ operationId: 'listSources', summary: '已读取的文件 · Documents that were read, the newest first' })
  @ApiOkResponse({ type: SourcesAnswer })
  list(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    return this.sources.list(id, identity);
  }

  @Get(':document')
  @ApiOperation({
    operationId: 'getSource',
    summary: '文件全文、读出的内容及其位置 · A document’s text, what was found, and where',
  })
  @ApiOkResponse({ type: SourceAnswer })
  get(@Param('id') id: string, @Param('document') document: string, @LoggedInAs() identity: Identity) {
    return this.sources.get(id, document, identity);
  }

  @Post(':document/acceptances')
  @ApiHeader({ name: 'If-Match', required: false, description: 'the version you saw, `"7"`' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '8 to 128 characters of your choice' })
  @ApiOperation({
    operationId: 'acceptFromSource',
    summary: '采用读出的栏目，一栏或多栏 · Take fields over into the draft, with their places',
  })
  @ApiCreatedResponse({ type: AcceptanceAnswer })
  async accept(
    @Param('id') id: string,
    @Param('document') document: string,
    @Body() { fields }: AcceptanceDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AcceptanceAnswer> {
    const data = await this.sources.chosen(id, document, fields, order.by);
    const done = await this.evaluations.give(id, { type: 'ImportDraft', data }, order, expected);
    return { ...answered(reply, done), fields: data.changes.length };
  }
}
