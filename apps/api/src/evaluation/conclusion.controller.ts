import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dayOf } from '#libs/examination';
import type { Identity } from '#libs/identity';
import { NeedsConfirmation } from '../http/access.js';
import { answered, CommandAnswer } from '../http/answers.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { ConclusionAnswer } from './conclusion.answer.js';
import {
  ArchiveDto,
  CorrectionDto,
  FinalResultDto,
  PublicationDto,
  RecheckDto,
  RectificationClosureDto,
  RectificationDto,
  RectificationRejectionDto,
  RectificationReplyDto,
} from './conclusion.dto.js';
import { ConclusionView, daysAfter } from './conclusion.view.js';
import { Evaluations, type Wish } from './evaluations.js';
import { Examinations } from './examinations.js';

/** What follows on an approval: recheck, final result, rectification, publication, archive. */
@ApiTags('conclusion')
@Controller('api/evaluations/:id')
export class ConclusionController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly view: ConclusionView,
    private readonly examinations: Examinations,
  ) {}

  @Get('conclusion')
  @ApiOperation({
    operationId: 'getConclusion',
    summary: '复核、审定、整改、公开 · What followed on the approval, and what the rules of process find in it',
  })
  @ApiOkResponse({ type: ConclusionAnswer })
  async get(@Param('id') id: string, @LoggedInAs() identity: Identity): Promise<ConclusionAnswer> {
    return this.view.of(id, await this.evaluations.see(id, identity), new Date().toISOString());
  }

  @Post('rechecks')
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'recheck', summary: '抽查复核 · Recheck by a person without any part in the matter' })
  @ApiCreatedResponse({ type: CommandAnswer })
  recheck(
    @Param('id') id: string,
    @Body() { version, contentHash, opinion, recheckScore }: RecheckDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = { version, contentHash, opinion, recheckScore };
    return this.#give(id, { type: 'RecordRecheck', data }, order, expected, reply);
  }

  @Post('final-result')
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'finalize', summary: '审定评价结果 · Fix the result' })
  @ApiCreatedResponse({ type: CommandAnswer })
  finalize(
    @Param('id') id: string,
    @Body() { version, contentHash, note }: FinalResultDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = { version, contentHash, ...(note && { note }) };
    return this.#give(id, { type: 'Finalize', data }, order, expected, reply);
  }

  @Post('rectifications')
  @ApiOperation({ operationId: 'orderRectification', summary: '整改通知 · Tell the unit what to set right' })
  @ApiCreatedResponse({ type: CommandAnswer })
  async orderRectification(
    @Param('id') id: string,
    @Body() { basis, findings, dueOn }: RectificationDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const { plan } = await this.examinations.against(state.task);
    const data = {
      ...{ basis, dueOn: dueOn ?? daysAfter(dayOf(order.at), plan.rectifyWithinDays) },
      findings: findings.map(({ text, path }) => ({ text, ...(path && { path }) })),
    };
    return this.#give(id, { type: 'OrderRectification', data }, order, expected, reply);
  }

  @Post('rectification-replies')
  @ApiOperation({ operationId: 'replyToRectification', summary: '整改反馈 · Say what was done about a finding' })
  @ApiCreatedResponse({ type: CommandAnswer })
  reply(
    @Param('id') id: string,
    @Body() { findingId, reply: said }: RectificationReplyDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'ReplyToRectification', data: { findingId, reply: said } }, order, expected, reply);
  }

  @Post('rectification-rejections')
  @ApiOperation({ operationId: 'rejectRectification', summary: '退回整改反馈 · Say why a reply is not enough' })
  @ApiCreatedResponse({ type: CommandAnswer })
  reject(
    @Param('id') id: string,
    @Body() { findingId, reason }: RectificationRejectionDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'RejectRectification', data: { findingId, reason } }, order, expected, reply);
  }

  @Post('rectification-closures')
  @ApiOperation({ operationId: 'closeRectification', summary: '销号 · Close a finding; never by who replied to it' })
  @ApiCreatedResponse({ type: CommandAnswer })
  close(
    @Param('id') id: string,
    @Body() { findingId, note }: RectificationClosureDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'CloseRectification', data: { findingId, note } }, order, expected, reply);
  }

  @Post('publication')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'publish',
    summary: '公开登记，个人信息自动检查 · Record the publication of the approved content; personal data is looked for',
  })
  @ApiCreatedResponse({ type: CommandAnswer })
  async publish(
    @Param('id') id: string,
    @Body() said: PublicationDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const data = { ...placeOf(said), personalData: await this.examinations.personalData(state, order.at) };
    return this.#give(id, { type: 'Publish', data }, order, expected, reply);
  }

  @Post('publication-corrections')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'correctPublication',
    summary: '公开更正，原记录保留 · Correct the publication; the old one is kept',
  })
  @ApiCreatedResponse({ type: CommandAnswer })
  correct(
    @Param('id') id: string,
    @Body() said: CorrectionDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = { ...placeOf(said), reason: said.reason };
    return this.#give(id, { type: 'CorrectPublication', data }, order, expected, reply);
  }

  @Post('archive')
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'archive', summary: '归档，此后只读 · File it: from now on nothing is added' })
  @ApiCreatedResponse({ type: CommandAnswer })
  archive(
    @Param('id') id: string,
    @Body() { version, contentHash, unpublishedReason }: ArchiveDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = { version, contentHash, ...(unpublishedReason && { unpublishedReason }) };
    return this.#give(id, { type: 'Archive', data }, order, expected, reply);
  }

  async #give(id: string, wish: Wish, order: Order, expected: number, reply: FastifyReply): Promise<CommandAnswer> {
    return answered(reply, await this.evaluations.give(id, wish, order, expected));
  }
}

const placeOf = ({ version, contentHash, place, url, publishedOn, repliedOn }: PublicationDto) => ({
  ...{ version, contentHash, place, publishedOn },
  ...(url && { url }),
  ...(repliedOn && { repliedOn }),
});
