import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersList } from '../http/told.js';
import { WebhookAnswer } from './notices.answer.js';
import { WebhookDto, WebhooksQuery } from './notices.dto.js';
import { WebhookBook } from './webhook-book.js';

@ApiTags('notices')
@Controller('api/webhooks')
export class WebhooksController {
  constructor(private readonly book: WebhookBook) {}

  @Get()
  @ApiOperation({
    operationId: 'listWebhooks',
    summary: '区划的 Webhook 和群机器人 · Webhooks and robots of a division',
  })
  @AnswersList(WebhookAnswer)
  async list(@Query() { divisionCode }: WebhooksQuery, @LoggedInAs() identity: Identity) {
    return { items: await this.book.of(divisionCode, identity) };
  }

  @Post()
  @ApiOperation({
    operationId: 'addWebhook',
    summary: '登记 Webhook 或群机器人，地址和密钥不再显示 · Add one; its address and secret are never shown again',
  })
  @AnswersCreated(WebhookAnswer)
  add(@Body() webhook: WebhookDto, @Ordered() order: Order) {
    return this.book.add(webhook, order);
  }

  @Delete(':id')
  @ApiOperation({ operationId: 'disableWebhook', summary: '停用 Webhook · Send nothing there any more' })
  @Answers(WebhookAnswer)
  disable(@Param('id') id: string, @Ordered() order: Order) {
    return this.book.disable(id, order);
  }
}
