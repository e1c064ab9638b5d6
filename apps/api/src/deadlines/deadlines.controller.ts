import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import type { Identity } from '#libs/identity';
import { deadlines } from '#libs/read-models';
import { Evaluations } from '../evaluation/evaluations.js';
import { answered, CommandAnswer } from '../http/answers.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersPage } from '../http/told.js';
import { Reading } from '../lists/reading.js';
import { DeadlineRowAnswer, DueAnswer } from './deadlines.answer.js';
import { DeadlinesQuery, ReminderDto } from './deadlines.dto.js';
import { Due } from './due.js';
import { RemindersByHand } from './reminders.js';

@ApiTags('deadlines')
@Controller('api')
export class DeadlinesController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly reading: Reading,
    private readonly due: Due,
    private readonly reminders: RemindersByHand,
  ) {}

  @Get('deadlines')
  @ApiOperation({
    operationId: 'listDeadlines',
    summary: '在办自评的期限，最近的在前 · Deadlines of open evaluations, the nearest first',
  })
  @AnswersPage(DeadlineRowAnswer)
  list(@Query() query: DeadlinesQuery, @LoggedInAs() identity: Identity) {
    const { campaignId, overdue, ...page } = query;
    const filter = {
      ...(campaignId === undefined ? {} : { campaignId }),
      ...(overdue === undefined ? {} : { overdue: overdue === 'true' }),
      now: new Date().toISOString(),
    };
    return this.reading.page(page as DeadlinesQuery, identity, (pool: Pool, reader, asked) =>
      deadlines(pool, reader, filter, asked),
    );
  }

  @Get('evaluations/:id/deadline')
  @ApiOperation({
    operationId: 'getDeadline',
    summary: '当前环节的期限与提醒 · The deadline of the step it is at, and its reminders',
  })
  @Answers(DueAnswer)
  async get(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    await this.evaluations.see(id, identity);
    return this.due.of(id, identity, new Date().toISOString());
  }

  @Post('evaluations/:id/reminders')
  @ApiOperation({
    operationId: 'sendReminder',
    summary: '催办，每人每份自评 24 小时内至多一次 · Remind those whose turn it is, each at most once in 24 hours',
  })
  @AnswersCreated(CommandAnswer)
  async remind(
    @Param('id') id: string,
    @Body() { note }: ReminderDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(reply, await this.reminders.remind(id, note ?? undefined, order));
  }
}
