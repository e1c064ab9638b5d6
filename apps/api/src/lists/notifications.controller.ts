import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import type { Identity } from '#libs/identity';
import { markRead, notifications } from '#libs/read-models';
import { LoggedInAs } from '../http/order.js';
import { Answers, AnswersPage } from '../http/told.js';
import { MarkedAnswer, NotificationAnswer } from './lists.answer.js';
import { ListQuery, ReadDto } from './lists.dto.js';
import { Reading } from './reading.js';

@ApiTags('lists')
@Controller('api/notifications')
export class NotificationsController {
  constructor(
    private readonly pool: Pool,
    private readonly reading: Reading,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listNotifications', summary: '站内通知 · My notices' })
  @AnswersPage(NotificationAnswer)
  list(@Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    return this.reading.page(query, identity, (pool, { personId }, page) => notifications(pool, personId, page));
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'markNotificationsRead',
    summary: '标为已读，可重复 · Mark as read; repeating changes nothing',
  })
  @Answers(MarkedAnswer)
  async read(@Body() { ids }: ReadDto, @LoggedInAs() { personId }: Identity) {
    return { marked: await markRead(this.pool, personId, ids) };
  }
}
