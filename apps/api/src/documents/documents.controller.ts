import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { trailSheet } from '#libs/documents';
import type { Identity } from '#libs/identity';
import { Evaluations } from '../evaluation/evaluations.js';
import { NeedsConfirmation } from '../http/access.js';
import { answered } from '../http/answers.js';
import { asAttachment, fileName } from '../http/as-attachment.js';
import { AuditorRecord } from '../http/auditor-record.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { XLSX } from '../http/spreadsheet-body.js';
import { DocumentQuery, FilledFormAnswer, FilledFormQuery } from './documents.dto.js';
import { FormReturn } from './form-return.js';
import { Gathering } from './gathering.js';
import { DOCUMENTS, documentNamed, laidOut, MEDIA_TYPES, printed } from './printing.js';

const FILE = { type: 'string', format: 'binary' } as const;

/** What is printed of one evaluation, and forms that come back filled in. */
@ApiTags('documents')
@Controller('api/evaluations/:id')
export class DocumentsController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly gathering: Gathering,
    private readonly forms: FormReturn,
    private readonly record: AuditorRecord,
  ) {}

  @Get('documents/:document')
  @NeedsConfirmation()
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @ApiOkResponse({ schema: FILE })
  @ApiOperation({
    operationId: 'exportDocument',
    summary: `导出${Object.values(DOCUMENTS)
      .map(({ name }) => name)
      .join('、')} · A document of the evaluation: ${Object.keys(DOCUMENTS).join(', ')}`,
  })
  async export(
    @Param('id') id: string,
    @Param('document') document: string,
    @Query() { format, version }: DocumentQuery,
    @LoggedInAs() identity: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const seen = await this.evaluations.see(id, identity);
    const name = documentNamed(document, format);
    const material = await this.gathering.material(id, seen, identity, version ?? undefined);
    const layout =
      name === 'trail' ? trailSheet(material, await this.gathering.trail(id, identity)) : laidOut(name, material);
    const bytes = await printed(layout, format, material);
    await this.record.exported(request, 'exportDocument');
    const { unitName, fiscalYear, draft } = material;
    const which = draft ? '草稿' : `第${material.version}版`;
    return reply
      .header('content-type', MEDIA_TYPES[format])
      .header(
        'content-disposition',
        asAttachment(`${unitName}-${fiscalYear}年度${DOCUMENTS[name].name}-${which}.${format}`),
      )
      .send(Buffer.from(bytes));
  }

  @Post('filled-forms')
  @ApiConsumes(XLSX)
  @ApiBody({ schema: FILE })
  @ApiHeader({ name: 'If-Match', required: false, description: 'the version you saw, `"7"`' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: '8 to 128 characters of your choice' })
  @ApiOperation({
    operationId: 'importFilledForm',
    summary: '导入本系统导出、在外填写的表格 · Take in a form that was exported here and filled in outside',
  })
  @ApiCreatedResponse({ type: FilledFormAnswer })
  async import(
    @Param('id') id: string,
    @Query() { name }: FilledFormQuery,
    @Req() request: FastifyRequest,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FilledFormAnswer> {
    const done = await this.forms.take(id, fileName(name), request.body, order, expected);
    const { fields, edited, notUnderstood } = done;
    return { ...answered(reply, done), fields, edited, notUnderstood };
  }
}
