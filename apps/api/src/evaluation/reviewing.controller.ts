import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Pool } from 'pg';
import { type Dated, reviewsFor } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { candidatesFor } from '#libs/read-models';
import { answered, CommandAnswer } from '../http/answers.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersList } from '../http/told.js';
import { AssignmentDto, ExpertDto, ExpertiseDto, ReasonDto } from './evaluation.dto.js';
import { Evaluations } from './evaluations.js';
import { Names } from './names.js';
import { CandidateAnswer, ReviewsAnswer } from './review.answer.js';

/** Who reviews, who steps back, and what was said. */
@ApiTags('evaluation')
@Controller('api/evaluations/:id')
export class ReviewingController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly names: Names,
  ) {}

  @Get('reviews')
  @ApiOperation({
    operationId: 'getReviews',
    summary:
      '历次审核意见、整改与答复 · What reviewers said, with what the unit changed and replied; sealed in a blind review',
  })
  @Answers(ReviewsAnswer)
  async reviews(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    await this.evaluations.see(id, identity);
    const { events } = await this.store.read(`evaluation-${id}`);
    const items = reviewsFor(identity.personId, events as unknown as readonly Dated[]);
    return { items, names: await this.names.of(items.map(({ by }) => by)) };
  }

  @Get('candidates')
  @ApiOperation({
    operationId: 'getCandidates',
    summary: '可分派的审核人及回避原因 · Who could review, how busy each is, and whom a rule excludes',
  })
  @AnswersList(CandidateAnswer)
  async candidates(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    const { state } = await this.evaluations.see(id, identity);
    return { items: await candidatesFor(this.pool, state.task) };
  }

  @Post('assignments')
  @ApiOperation({
    operationId: 'assignReviewer',
    summary: '转办或借调审核人 · Give a seat of the review to a person, also of the bureau above',
  })
  @AnswersCreated(CommandAnswer)
  async assign(
    @Param('id') id: string,
    @Body() { step, gate, personId, reason }: AssignmentDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const found = (await candidatesFor(this.pool, state.task)).find(
      (one) => one.personId === personId && one.step === step,
    );
    if (!found) throw new DomainError('invalid', 'assignment.not-a-reviewer', { pointer: '/personId', step });
    const { name: _, ...candidate } = found;
    const data = { step, candidate, reason, ...(gate && { gate }) };
    return answered(reply, await this.evaluations.give(id, { type: 'AssignReviewer', data }, order, expected));
  }

  @Post('experts')
  @ApiOperation({
    operationId: 'askExpert',
    summary: '加签，征求专家意见 · Ask an expert; no pass is given before the answer',
  })
  @AnswersCreated(CommandAnswer)
  async ask(
    @Param('id') id: string,
    @Body() { personId, question }: ExpertDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const found = (await candidatesFor(this.pool, state.task)).find((one) => one.personId === personId);
    if (!found) throw new DomainError('invalid', 'assignment.not-a-reviewer', { pointer: '/personId' });
    const { name: _, ...candidate } = found;
    return answered(
      reply,
      await this.evaluations.give(id, { type: 'AskExpert', data: { candidate, question } }, order, expected),
    );
  }

  @Post('expert-opinion')
  @ApiOperation({ operationId: 'answerAsExpert', summary: '加签答复 · Answer as the expert who was asked' })
  @AnswersCreated(CommandAnswer)
  async answer(
    @Param('id') id: string,
    @Body() { opinion }: ExpertiseDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(
      reply,
      await this.evaluations.give(id, { type: 'AnswerAsExpert', data: { opinion } }, order, expected),
    );
  }

  @Post('recusal')
  @ApiOperation({ operationId: 'recuse', summary: '回避，另派他人 · Step back from the matter' })
  @AnswersCreated(CommandAnswer)
  async recuse(
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return answered(reply, await this.evaluations.give(id, { type: 'Recuse', data: { reason } }, order, expected));
  }
}
