import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pass } from '#libs/evaluation';
import type { Identity } from '#libs/identity';
import { readReport } from '#libs/intake';
import { DomainError } from '#libs/kernel';
import { checkChanges, fieldAt } from '#libs/sheet';
import { EnclosedFiles } from '../attachments/enclosed-files.js';
import { NeedsConfirmation } from '../http/access.js';
import { answered, CommandAnswer } from '../http/answers.js';
import { languageOf } from '../http/messages/language.js';
import { ExpectedVersion, LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated } from '../http/told.js';
import { EvaluationAnswer, ImportedAnswer } from './evaluation.answer.js';
import {
  AnswerDto,
  DiffQuery,
  EditDraftDto,
  ImportDto,
  PassDto,
  ReasonDto,
  ReturnDto,
  StepDto,
  SubmissionDto,
} from './evaluation.dto.js';
import { EvaluationView } from './evaluation.view.js';
import { Evaluations, type Wish } from './evaluations.js';
import { Examinations } from './examinations.js';
import { SubmittedVersionAnswer, VersionDiffAnswer } from './sheet.answer.js';
import { Versions } from './versions.js';

@ApiTags('evaluation')
@ApiHeader({ name: 'If-Match', required: false, description: 'commands: the version you saw, `"7"`' })
@ApiHeader({ name: 'Idempotency-Key', required: false, description: 'commands: 8 to 128 characters of your choice' })
@Controller('api/evaluations/:id')
export class EvaluationController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly view: EvaluationView,
    private readonly versions: Versions,
    private readonly examinations: Examinations,
    private readonly enclosed: EnclosedFiles,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getEvaluation',
    summary: '自评详情与可办事项 · One evaluation and what I may do about it',
  })
  @Answers(EvaluationAnswer)
  async get(
    @Param('id') id: string,
    @LoggedInAs() identity: Identity,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const seen = await this.evaluations.see(id, identity);
    reply.header('etag', `"${seen.streamVersion}"`);
    return this.view.of(id, seen, identity, languageOf(accepted));
  }

  @Patch('draft')
  @ApiOperation({
    operationId: 'editDraft',
    summary:
      '修改草稿：不同栏目合并，同一栏目冲突时返回 412 · Edit the draft; different fields merge, the same field conflicts',
  })
  @ApiOkResponse({ type: CommandAnswer })
  async edit(
    @Param('id') id: string,
    @Body() { changes }: EditDraftDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const wanted = checkChanges(changes, '/changes');
    const wish: Wish = { type: 'EditDraft', data: { changes: wanted } };
    return answered(reply, await this.evaluations.give(id, wish, order, expected));
  }

  @Post('imports')
  @ApiOperation({
    operationId: 'importReport',
    summary: '导入已有报告的文字 · Read a report the unit already has into the draft',
  })
  @AnswersCreated(ImportedAnswer)
  async import(
    @Param('id') id: string,
    @Body() { name, text }: ImportDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (typeof text !== 'string')
      throw new DomainError('invalid', 'request.invalid', {
        errors: [{ pointer: '/text', code: 'field.isString', details: {} }],
      });
    const { state } = await this.evaluations.see(id, order.by);
    const { document, changes, notUnderstood, conflicts } = readReport(text, { name });
    const onto = changes.map(({ path, after }) => ({ path, before: fieldAt(state.sheet, path), after }));
    const done = await this.evaluations.give(
      id,
      { type: 'ImportDraft', data: { document, changes: onto } },
      order,
      expected,
    );
    return { ...answered(reply, done), document, fields: changes.length, conflicts, notUnderstood };
  }

  @Post('answers')
  @ApiOperation({ operationId: 'answerItem', summary: '答复退回意见 · Answer one item of a return' })
  @AnswersCreated(CommandAnswer)
  answer(
    @Param('id') id: string,
    @Body() data: AnswerDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'AnswerItem', data }, order, expected, reply);
  }

  @Post('unit-checks')
  @ApiOperation({ operationId: 'checkInUnit', summary: '单位内部审核 · Check inside the unit' })
  @AnswersCreated(CommandAnswer)
  check(
    @Param('id') id: string,
    @Body() step: StepDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'CheckInUnit', data: stepOf(step) }, order, expected, reply);
  }

  @Post('signatures')
  @ApiOperation({ operationId: 'signForUnit', summary: '单位负责人签字 · Sign for the unit' })
  @AnswersCreated(CommandAnswer)
  sign(
    @Param('id') id: string,
    @Body() step: StepDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'SignForUnit', data: stepOf(step) }, order, expected, reply);
  }

  @Post('submission')
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'submit', summary: '送审 · Submit as an immutable version' })
  @AnswersCreated(CommandAnswer)
  async submit(
    @Param('id') id: string,
    @Body() { contentHash }: SubmissionDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { state } = await this.evaluations.see(id, order.by);
    const data = { contentHash, findings: await this.examinations.forSubmission(state, order.at) };
    return this.#give(id, { type: 'Submit', data }, order, expected, reply);
  }

  @Post('withdrawal')
  @ApiOperation({ operationId: 'withdraw', summary: '取消送审 · Withdraw while nobody has acted' })
  @AnswersCreated(CommandAnswer)
  withdraw(
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'Withdraw', data: { reason } }, order, expected, reply);
  }

  @Post('passes')
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'pass', summary: '初审或复审通过 · Pass the first or the second review' })
  @AnswersCreated(CommandAnswer)
  async pass(
    @Param('id') id: string,
    @Body() said: PassDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const type = said.step === 'first' ? 'PassFirstReview' : 'PassSecondReview';
    const remarks = said.remarks?.map(({ path, quote, severity, text, attachments }) => ({
      ...{ path, severity, text, attachments },
      ...(quote && { quote }),
    }));
    const enclosing = remarks && (await this.enclosed.with(id, remarks, '/remarks', order.by));
    return this.#give(
      id,
      { type, data: { ...passOf(said), ...(enclosing && { remarks: enclosing }) } },
      order,
      expected,
      reply,
    );
  }

  @Post('pass-revocation')
  @ApiOperation({ operationId: 'revokePass', summary: '取消审核 · Take back one’s own pass' })
  @AnswersCreated(CommandAnswer)
  revoke(
    @Param('id') id: string,
    @Body() { reason }: ReasonDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#give(id, { type: 'RevokePass', data: { reason } }, order, expected, reply);
  }

  @Post('returns')
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'return', summary: '退回，须有理由和定位意见 · Return with a reason and located items' })
  @AnswersCreated(CommandAnswer)
  async return(
    @Param('id') id: string,
    @Body() { reason, items }: ReturnDto,
    @Ordered() order: Order,
    @ExpectedVersion() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const said = items.map(({ path, text, attachments }) => ({ path, text, attachments }));
    const located = await this.enclosed.with(id, said, '/items', order.by);
    return this.#give(id, { type: 'Return', data: { reason, items: located } }, order, expected, reply);
  }

  @Get('versions/:number')
  @ApiOperation({ operationId: 'getVersion', summary: '已送审的版本 · One submitted version' })
  @Answers(SubmittedVersionAnswer)
  async version(@Param('id') id: string, @Param('number') number: string, @LoggedInAs() identity: Identity) {
    await this.evaluations.see(id, identity);
    return this.versions.find(id, versionNumber(number));
  }

  @Get('versions/:number/diff')
  @ApiOperation({ operationId: 'diffVersions', summary: '两个版本的差别 · What differs between two versions' })
  @Answers(VersionDiffAnswer)
  async diff(
    @Param('id') id: string,
    @Param('number') number: string,
    @Query() { against }: DiffQuery,
    @LoggedInAs() identity: Identity,
  ) {
    await this.evaluations.see(id, identity);
    return {
      from: against,
      to: versionNumber(number),
      changes: await this.versions.diff(id, against, versionNumber(number)),
    };
  }

  async #give(id: string, wish: Wish, order: Order, expected: number, reply: FastifyReply): Promise<CommandAnswer> {
    return answered(reply, await this.evaluations.give(id, wish, order, expected));
  }
}

const passOf = ({ version, contentHash, opinion, gate, reviewerScore }: PassDto): Omit<Pass, 'remarks'> => ({
  ...{ version, contentHash, opinion },
  ...(gate && { gate }),
  ...(reviewerScore && { reviewerScore }),
});

const stepOf = ({ contentHash, comment }: StepDto) => ({
  contentHash,
  ...(comment === undefined || comment === null ? {} : { comment }),
});

function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new DomainError('not-found', 'evaluation.no-such-version', { version: text });
  return Number(text);
}
