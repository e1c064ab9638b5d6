import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Target } from '#libs/erasure';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { trailOfErasures } from '#libs/read-models';
import { NeedsConfirmation } from '../http/access.js';
import { answered, CommandAnswer } from '../http/answers.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { AnswersPage } from '../http/told.js';
import { ListQuery } from '../lists/lists.dto.js';
import { Reading } from '../lists/reading.js';
import { ErasureAnswer, ErasureDto, ErasureRefusalDto, ErasureRowAnswer, ErasureShown } from './erasure.dto.js';
import { Erasures } from './erasures.js';

/** 依令删除: two persons destroy what somebody said or left behind; every proof stays. */
@ApiTags('erasure')
@Controller('api/erasures')
export class ErasureController {
  constructor(
    private readonly erasures: Erasures,
    private readonly reading: Reading,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listErasures', summary: '删除令 · Orders to erase, and what became of them' })
  @AnswersPage(ErasureRowAnswer)
  async list(@Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    await this.erasures.requireWholeDivision(identity);
    return this.reading.page(query, identity, (pool, _reader, page) => trailOfErasures(pool, page));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getErasure', summary: '一道删除令及其范围 · One order, and what it would erase' })
  @ApiOkResponse({ type: ErasureShown })
  find(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    return this.erasures.find(id, identity);
  }

  @Post()
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'orderErasure',
    summary: '提出删除令：一个人的，或一个事件的 · Order the erasure of a person’s words, or of one event',
  })
  @ApiCreatedResponse({ type: ErasureAnswer })
  async order(
    @Body() dto: ErasureDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureAnswer> {
    const { id, ...done } = await this.erasures.order(order, targetOf(dto), dto.reason);
    return { id, ...answered(reply, done) };
  }

  @Post(':id/confirmation')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'confirmErasure',
    summary:
      '批准删除令，即时执行，不可恢复 · Confirm an order of another person: it is carried out, and cannot be undone',
  })
  @ApiCreatedResponse({ type: CommandAnswer })
  async confirm(
    @Param('id') id: string,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(reply, await this.erasures.confirm(order, id));
  }

  @Post(':id/refusal')
  @ApiOperation({
    operationId: 'declineErasure',
    summary: '驳回或撤回删除令 · Decline an order, or take one’s own back',
  })
  @ApiCreatedResponse({ type: CommandAnswer })
  async decline(
    @Param('id') id: string,
    @Body() { reason }: ErasureRefusalDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(reply, await this.erasures.decline(order, id, reason));
  }
}

function targetOf({ personId, position }: ErasureDto): Target {
  if (typeof personId === 'string' && typeof position !== 'number') return { personId };
  if (typeof position === 'number' && typeof personId !== 'string') return { position };
  throw new DomainError('invalid', 'erasure.person-or-position', { pointer: '/personId' });
}
