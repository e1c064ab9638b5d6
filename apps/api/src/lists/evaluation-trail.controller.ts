import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { trail } from '#libs/read-models';
import { Evaluations } from '../evaluation/evaluations.js';
import { LoggedInAs } from '../http/order.js';
import { AnswersPage } from '../http/told.js';
import { TrailRowAnswer } from './lists.answer.js';
import { ListQuery } from './lists.dto.js';
import { Reading } from './reading.js';

@ApiTags('trail')
@Controller('api/evaluations/:id/trail')
export class EvaluationTrailController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly reading: Reading,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getEvaluationTrail',
    summary: '一份自评的全过程 · Everything that happened to one evaluation',
  })
  @AnswersPage(TrailRowAnswer)
  async trail(@Param('id') id: string, @Query() query: ListQuery, @LoggedInAs() identity: Identity) {
    await this.evaluations.see(id, identity);
    return this.reading.page(query, identity, (pool, reader, page) => trail(pool, reader, { evaluationId: id }, page));
  }
}
