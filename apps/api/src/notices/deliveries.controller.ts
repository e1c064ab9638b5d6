import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import { deliveriesIn, redriveDeliveries } from '#libs/notices';
import { type Order, Ordered } from '../http/order.js';
import { Answers } from '../http/told.js';
import { Administration } from '../registry/administration.js';
import { DeliveriesAnswer, RedrivenAnswer } from './notices.answer.js';
import { DeliveriesQuery, RedriveDto } from './notices.dto.js';

@ApiTags('notices')
@Controller('api/deliveries')
export class DeliveriesController {
  constructor(
    private readonly pool: Pool,
    private readonly administration: Administration,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listDeliveries',
    summary: '通知的投递，默认只列搁置的 · Deliveries of notices, the parked ones unless told',
  })
  @Answers(DeliveriesAnswer)
  list(@Query() { state = 'parked', limit = 50, before }: DeliveriesQuery) {
    return deliveriesIn(this.pool, state, { before, limit });
  }

  @Post('redrive')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'redriveDeliveries',
    summary: '重新投递搁置的通知，记入审计 · Send parked deliveries again; recorded in the log',
  })
  @Answers(RedrivenAnswer)
  redrive(@Body() { ids }: RedriveDto, @Ordered() order: Order) {
    return this.administration.change(
      order,
      { record: 'delivery', id: 'parked' },
      {
        change: async () => ({ redriven: await redriveDeliveries(this.pool, ids ?? undefined) }),
        now: async () => ({ redriven: [] as number[] }),
      },
    );
  }
}
