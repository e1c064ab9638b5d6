import { Readable } from 'node:stream';
import { Controller, Delete, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
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
import { Attachments } from '#libs/attachments';
import type { Issued } from '#libs/evaluation';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import type { Attachment } from '#libs/sheet';
import { Evaluations } from '../evaluation/evaluations.js';
import { answered, CommandAnswer } from '../http/answers.js';
import { asAttachment, fileName } from '../http/as-attachment.js';
import { AuditorRecord } from '../http/auditor-record.js';
import { FILE } from '../http/file-body.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { AttachedAnswer, AttachmentQuery, EnclosedAnswer } from './attachments.dto.js';
import { EnclosedFiles } from './enclosed-files.js';

const BYTES = { type: 'string', format: 'binary' } as const;
/** Most files of one evaluation at a time. */
const MOST = 50;

/** Evidence (佐证材料) that belongs to the content of an evaluation: attached and removed like any field of the draft. */
@ApiTags('attachments')
@ApiHeader({ name: 'If-Match', required: false, description: 'commands: the version you saw, `"7"`' })
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'commands: 8 to 128 characters of your choice' })
@Controller('api/evaluations/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly attachments: Attachments,
    private readonly enclosed: EnclosedFiles,
    private readonly record: AuditorRecord,
  ) {}

  @Post()
  @ApiConsumes(FILE)
  @ApiBody({ schema: BYTES })
  @ApiOperation({ operationId: 'attachFile', summary: '上传附件 · Attach a file to the draft' })
  @ApiCreatedResponse({ type: AttachedAnswer })
  async attach(
    @Param('id') id: string,
    @Query() { name }: AttachmentQuery,
    @Req() request: FastifyRequest,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachedAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const before = Object.entries(state.sheet.attachments ?? {});
    if (before.length >= MOST) throw new DomainError('conflict', 'attachment.too-many', { most: MOST });
    const kept = await this.attachments.take(bytesOf(request), id, sizeOf(before));
    const after = { name: fileName(name), size: kept.size, type: kept.type };
    const done = await this.#change(id, state, kept.hash, after, order, expected);
    return { ...answered(reply, done), ...kept };
  }

  @Post('enclosures')
  @ApiConsumes(FILE)
  @ApiBody({ schema: BYTES })
  @ApiOperation({
    operationId: 'encloseFile',
    summary: '上传意见附件，随审核意见或退回意见引用 · A file to be named by an opinion; until then nobody sees it',
  })
  @ApiCreatedResponse({ type: EnclosedAnswer })
  enclose(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @LoggedInAs() identity: Identity,
  ): Promise<EnclosedAnswer> {
    return this.enclosed.take(id, bytesOf(request), identity);
  }

  @Delete(':hash')
  @ApiOperation({
    operationId: 'detachFile',
    summary: '移除附件；以前的版本仍保留 · Remove a file from the draft; earlier versions keep it',
  })
  @ApiOkResponse({ type: CommandAnswer })
  async detach(
    @Param('id') id: string,
    @Param('hash') hash: string,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    if (!Object.hasOwn(state.sheet.attachments ?? {}, hash)) throw new DomainError('not-found', 'attachment.not-found');
    return answered(reply, await this.#change(id, state, hash, null, order, expected));
  }

  @Get(':hash')
  @ApiProduces(FILE)
  @ApiOkResponse({ schema: BYTES })
  @ApiOperation({ operationId: 'getAttachment', summary: '下载附件 · An attached file, to be saved and never shown' })
  async download(
    @Param('id') id: string,
    @Param('hash') hash: string,
    @LoggedInAs() identity: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    await this.evaluations.see(id, identity);
    const named = await this.enclosed.everNamed(id, hash, identity);
    const bytes = named && (await this.attachments.open(hash));
    if (!named || !bytes) throw new DomainError('not-found', 'attachment.not-found');
    await this.record.exported(request, 'getAttachment');
    return reply
      .header('content-type', named.type)
      .header('content-disposition', asAttachment(named.name))
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  }

  #change(id: string, { sheet }: Issued, hash: string, after: Attachment | null, order: Order, expected: number) {
    const change = { path: `/attachments/${hash}`, before: sheet.attachments?.[hash] ?? null, after };
    return this.evaluations.give(id, { type: 'EditDraft', data: { changes: [change] } }, order, expected);
  }
}

const bytesOf = ({ body }: FastifyRequest): Readable => (body instanceof Readable ? body : Readable.from([]));

const sizeOf = (attached: readonly (readonly [string, Attachment])[]): number =>
  attached.reduce((sum, [, { size }]) => sum + size, 0);
