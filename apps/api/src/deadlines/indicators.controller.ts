import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import type { Identity } from '#libs/identity';
import { indicators } from '#libs/read-models';
import { given } from '../http/given.js';
import { LoggedInAs } from '../http/order.js';
import { Answers } from '../http/told.js';
import { readerOf } from '../lists/reading.js';
import { AuditIndicatorsAnswer } from './deadlines.answer.js';
import { IndicatorsQuery } from './deadlines.dto.js';

@ApiTags('trail')
@Controller('api/indicators')
export class IndicatorsController {
  constructor(private readonly pool: Pool) {}

  @Get()
  @ApiOperation({
    operationId: 'getIndicators',
    summary: '审计指标：值得抽查之处，不是指责 · Where a look may be worthwhile: no accusation (E14)',
  })
  @Answers(AuditIndicatorsAnswer)
  get(@Query() filter: IndicatorsQuery, @LoggedInAs() identity: Identity) {
    return indicators(this.pool, readerOf(identity), given(filter));
  }
}
