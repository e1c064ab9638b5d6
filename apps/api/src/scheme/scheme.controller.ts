import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { DomainError } from '#libs/kernel';
import { Schemes } from '#libs/schemes';
import { compute, parseScheme, type Scheme, validateScheme } from '#libs/scoring';
import { applyChanges, checkChanges, EMPTY_SHEET } from '#libs/sheet';
import { answered } from '../http/answers.js';
import { actorOf, metadataOf, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersList } from '../http/told.js';
import {
  PublishedSchemeAnswer,
  SchemeAnswer,
  SchemeFaultsAnswer,
  SchemeHeadAnswer,
  WhatIfAnswer,
} from './scheme.answer.js';
import { SchemeTextDto, WhatIfDto } from './scheme.dto.js';

/** Scoring schemes (评分方案): shipped with the product, or published by a bureau. */
@ApiTags('scheme')
@Controller('api/schemes')
export class SchemeController {
  constructor(
    private readonly pool: Pool,
    private readonly schemes: Schemes,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSchemes', summary: '评分方案及其版本 · Schemes and their versions' })
  @AnswersList(SchemeHeadAnswer)
  async list() {
    const { rows } = await this.pool.query<{ id: string }>(
      `select substr(stream, 8) as id from log.event
        where stream > 'scheme-' and stream < 'scheme.' and version = 1 order by stream limit 1000`,
    );
    const all = await this.schemes.list(rows.map(({ id }) => id));
    return { items: all.map((scheme) => headOf(scheme)) };
  }

  @Get(':id/versions/:version')
  @ApiOperation({ operationId: 'getScheme', summary: '一个版本的全部内容 · One version, whole' })
  @Answers(SchemeAnswer)
  async get(@Param('id') id: string, @Param('version') version: string) {
    const scheme = await this.schemes.find(id, version);
    if (scheme === undefined) throw new DomainError('not-found', 'scheme.not-found', { id, version });
    return { ...headOf(scheme), file: scheme.file };
  }

  @Post('validation')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'validateScheme',
    summary: '检查评分方案文件 · Every fault of a scheme file, with line and column; none: it is sound',
  })
  @Answers(SchemeFaultsAnswer)
  validate(@Body() { text }: SchemeTextDto) {
    return { faults: validateScheme(textOf(text)) };
  }

  @Post('computations')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'computeScore',
    summary: '试算：不保存 · What a sheet would score under a scheme; nothing is kept',
  })
  @Answers(WhatIfAnswer)
  async compute(@Body() { scheme, text, changes }: WhatIfDto) {
    const sheet = applyChanges(EMPTY_SHEET, checkChanges(changes, '/changes'));
    return { score: compute(await this.#scheme(scheme, text), sheet) };
  }

  @Post()
  @ApiOperation({
    operationId: 'publishScheme',
    summary: '发布评分方案的新版本，发布后不可更改 · Publish the next version of a scheme; it never changes afterwards',
  })
  @AnswersCreated(PublishedSchemeAnswer)
  async publish(
    @Body() { text }: SchemeTextDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    order.known.command = { type: 'PublishScheme', target: 'scheme' };
    const actor = actorOf(order, 'campaign-manager');
    const { scheme, ...done } = await this.schemes.publish(
      textOf(text),
      { by: actor, at: order.at },
      { metadata: metadataOf(order, actor) },
    );
    return { scheme, ...answered(reply, done) };
  }

  async #scheme(named: string | null | undefined, text: unknown): Promise<Scheme> {
    if (typeof named !== 'string') return parseScheme(textOf(text));
    const [id = '', version = ''] = named.split('@');
    const scheme = await this.schemes.find(id, version);
    if (scheme === undefined)
      throw new DomainError('not-found', 'scheme.not-found', { pointer: '/scheme', id, version });
    return scheme;
  }
}

const headOf = ({ hash, file }: Scheme) => ({
  id: file.id,
  version: file.version,
  hash,
  title: file.title,
  kind: file.kind,
  place: file.place,
  years: file.years,
  source: file.source,
  sourceRead: file.sourceRead,
});

function textOf(text: unknown): string {
  if (typeof text === 'string') return text;
  throw new DomainError('invalid', 'request.invalid', {
    errors: [{ pointer: '/text', code: 'field.isString', details: {} }],
  });
}
