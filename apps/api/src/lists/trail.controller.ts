import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import type { Identity } from '#libs/identity';
import { type TrailFilter, trail, trailCsv } from '#libs/read-models';
import { NeedsConfirmation } from '../http/access.js';
import { AuditorRecord } from '../http/auditor-record.js';
import { given } from '../http/given.js';
import { LoggedInAs } from '../http/order.js';
import { AnswersPage } from '../http/told.js';
import { TrailRowAnswer } from './lists.answer.js';
import { TrailFilterQuery, TrailQuery } from './lists.dto.js';
import { Reading, readerOf } from './reading.js';

@ApiTags('trail')
@Controller('api')
export class TrailController {
  constructor(
    private readonly pool: Pool,
    private readonly reading: Reading,
    private readonly record: AuditorRecord,
  ) {}

  @Get('trail')
  @ApiOperation({ operationId: 'getTrail', summary: '审计轨迹 · The trail across everything within reach' })
  @AnswersPage(TrailRowAnswer)
  trail(@Query() { limit, cursor, after, ...filter }: TrailQuery, @LoggedInAs() identity: Identity) {
    return this.reading.page({ limit, cursor, after } as TrailQuery, identity, (pool, reader, page) =>
      trail(pool, reader, filterOf(filter), page),
    );
  }

  @Get('trail.csv')
  @NeedsConfirmation()
  @ApiProduces('text/csv')
  @ApiOperation({
    operationId: 'exportTrail',
    summary: '导出审计轨迹（CSV） · The trail as CSV that no spreadsheet executes',
  })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async export(
    @Query() filter: TrailFilterQuery,
    @LoggedInAs() identity: Identity,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const pieces = trailCsv(this.pool, readerOf(identity), filterOf(filter))[Symbol.asyncIterator]();
    // What fails before the first piece is still a problem and not half a file.
    const first = await pieces.next();
    await this.record.exported(request, 'exportTrail');
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="trail.csv"')
      .send(Readable.from(withFirst(first, pieces)));
  }
}

function filterOf({ refused, ...filter }: TrailFilterQuery): TrailFilter {
  return { ...given(filter), ...(refused === undefined || refused === null ? {} : { refused: refused === 'true' }) };
}

async function* withFirst(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value;
}
