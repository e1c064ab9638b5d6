import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { AnswersCreated, AnswersList } from '../http/told.js';
import { SampleDto } from './campaign.dto.js';
import { DrawnSampleAnswer, SampleAnswer } from './samples.answer.js';
import { Samples } from './samples.js';

@ApiTags('campaign')
@Controller('api/campaigns/:id/samples')
export class SamplesController {
  constructor(private readonly samples: Samples) {}

  @Post()
  @ApiOperation({
    operationId: 'drawSample',
    summary:
      '抽查：按部门抽取已办结的自评 · Draw approved evaluations for recheck, by department; the seed is recorded',
  })
  @AnswersCreated(DrawnSampleAnswer)
  draw(@Param('id') id: string, @Body() { kind, of }: SampleDto, @Ordered() order: Order) {
    return this.samples.draw(id, kind === 'share' ? { kind, percent: of } : { kind, count: of }, order);
  }

  @Get()
  @ApiOperation({
    operationId: 'listSamples',
    summary: '抽查记录，可复算 · Draws, with all that is needed to draw again',
  })
  @AnswersList(SampleAnswer)
  list(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    return this.samples.list(id, identity);
  }
}
