import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { NeedsConfirmation } from '../http/access.js';
import { answered, CommandAnswer } from '../http/answers.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated } from '../http/told.js';
import { FindingsAnswer } from './evaluation.answer.js';
import { FindingAnswerDto, FindingsOfOneQuery, WaiverDto } from './evaluation.dto.js';
import { Evaluations, type Wish } from './evaluations.js';
import { Examinations } from './examinations.js';
import { ScoreOfAnswer } from './score.answer.js';

/** What the system says of an evaluation, and what people say to that. */
@ApiTags('evaluation')
@Controller('api/evaluations/:id')
export class FindingsController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly examinations: Examinations,
  ) {}

  @Get('findings')
  @ApiOperation({
    operationId: 'getFindings',
    summary:
      '勾稽校验：fast 只查数据，供边填边查 · Findings; `fast`: only the quick rules, for use while somebody types',
  })
  @Answers(FindingsAnswer)
  async findings(@Param('id') id: string, @Query() { fast }: FindingsOfOneQuery, @LoggedInAs() identity: Identity) {
    const { state, streamVersion } = await this.evaluations.see(id, identity);
    const items = await this.examinations.shown(state, new Date().toISOString(), fast === 'true');
    return { streamVersion, items };
  }

  @Post('finding-answers')
  @ApiOperation({
    operationId: 'answerFinding',
    summary: '答复校验结果 · Answer one finding of the cross-checks, for the version that is being drafted',
  })
  @AnswersCreated(CommandAnswer)
  async answerFinding(
    @Param('id') id: string,
    @Body() { findingId, answer }: FindingAnswerDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const finding = (await this.examinations.forSubmission(state, order.at)).find((one) => one.id === findingId);
    if (finding === undefined) throw new DomainError('not-found', 'finding.unknown', { pointer: '/findingId' });
    const wish: Wish = { type: 'AnswerFinding', data: { finding, answer } };
    return answered(reply, await this.evaluations.give(id, wish, order, expected));
  }

  @Post('waivers')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'waiveFinding',
    summary: '豁免错误，须书面说明 · Let an error stand, in writing, for this version (E6)',
  })
  @AnswersCreated(CommandAnswer)
  async waive(
    @Param('id') id: string,
    @Body() data: WaiverDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(reply, await this.evaluations.give(id, { type: 'WaiveFinding', data }, order, expected));
  }

  @Get('score')
  @ApiOperation({
    operationId: 'getScore',
    summary:
      '按通知的评分方案测算 · The score of the content as it stands, with every formula, rule and what is missing',
  })
  @Answers(ScoreOfAnswer)
  async score(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    const { state } = await this.evaluations.see(id, identity);
    return { score: (await this.examinations.examine(state, new Date().toISOString())).score };
  }
}
