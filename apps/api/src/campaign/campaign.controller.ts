import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { type CampaignPlan, GATES, type ReviewRules, USUAL_REVIEW } from '#libs/evaluation';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { campaignFigures, progress } from '#libs/read-models';
import { SECTIONS, type SectionId } from '#libs/sheet';
import { answered, CommandAnswer } from '../http/answers.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { XLSX } from '../http/spreadsheet-body.js';
import { Answers, AnswersCreated, AnswersList } from '../http/told.js';
import { readerOf } from '../lists/reading.js';
import {
  CampaignAnswer,
  CampaignFiguresAnswer,
  CreatedCampaignAnswer,
  ImportedScopeAnswer,
  IssuedTasksAnswer,
  OrderedRunAnswer,
  ProgressAnswer,
  RunAnswer,
} from './campaign.answer.js';
import {
  CampaignDto,
  ClosingDto,
  ExtensionDto,
  PlanDto,
  type ReviewRulesDto,
  SchemeChangeDto,
  TaskRunDto,
  TasksDto,
} from './campaign.dto.js';
import { CampaignRuns } from './campaign-runs.js';
import { Campaigns } from './campaigns.js';
import { ScopeImport } from './scope-import.js';
import { Tasks } from './tasks.js';

@ApiTags('campaign')
@Controller('api/campaigns')
export class CampaignController {
  constructor(
    private readonly pool: Pool,
    private readonly campaigns: Campaigns,
    private readonly tasks: Tasks,
    private readonly runs: CampaignRuns,
    private readonly scopeImport: ScopeImport,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listCampaigns', summary: '自评通知 · Campaigns' })
  @AnswersList(CampaignAnswer)
  list(@LoggedInAs() identity: Identity) {
    return this.campaigns.list(identity);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getCampaign', summary: '一份自评通知 · One campaign' })
  @Answers(CampaignAnswer)
  get(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    return this.campaigns.find(id, identity);
  }

  @Post()
  @ApiOperation({ operationId: 'createCampaign', summary: '起草年度自评通知 · Create a year’s campaign' })
  @AnswersCreated(CreatedCampaignAnswer)
  async create(
    @Body() { divisionCode, fiscalYear, ownerId, ...plan }: CampaignDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const full = { ...(await this.#plan(plan)), fiscalYear, ownerId };
    const { id, ...done } = await this.campaigns.create(divisionCode, full, order);
    return { id, ...answered(reply, done) };
  }

  @Put(':id')
  @ApiOperation({ operationId: 'editCampaign', summary: '修改尚未发布的通知 · Edit a campaign that is not open yet' })
  @Answers(CommandAnswer)
  async edit(
    @Param('id') id: string,
    @Body() plan: PlanDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { fiscalYear, ownerId } = await this.campaigns.managed(id, order.by);
    const data = { ...(await this.#plan(plan)), fiscalYear, ownerId };
    return answered(reply, await this.campaigns.give(id, { type: 'EditCampaign', data }, order));
  }

  @Post(':id/opening')
  @ApiOperation({ operationId: 'openCampaign', summary: '发布通知 · Open the campaign' })
  @AnswersCreated(CommandAnswer)
  async open(@Param('id') id: string, @Ordered() order: Order, @Res({ passthrough: true }) reply: FastifyReply) {
    return answered(reply, await this.campaigns.give(id, { type: 'OpenCampaign', data: {} }, order));
  }

  @Post(':id/extensions')
  @ApiOperation({
    operationId: 'extendCampaign',
    summary: '延长期限；已结束的通知重新开放 · Extend the window; a closed campaign is open again',
  })
  @AnswersCreated(CommandAnswer)
  async extend(
    @Param('id') id: string,
    @Body() { dueAt, reason }: ExtensionDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { dueAt: inUtc(dueAt), reason };
    return answered(reply, await this.campaigns.give(id, { type: 'ExtendCampaign', data }, order));
  }

  @Post(':id/scheme-changes')
  @ApiOperation({
    operationId: 'changeScheme',
    summary: '更换评分方案版本 · Change the scheme; open evaluations are scored again, decided ones keep their score',
  })
  @AnswersCreated(CommandAnswer)
  async changeScheme(
    @Param('id') id: string,
    @Body() { kind, scheme, reason }: SchemeChangeDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const data = { kind, scheme: await this.campaigns.scheme(scheme, kind, '/scheme'), reason };
    return answered(reply, await this.campaigns.give(id, { type: 'ChangeScheme', data }, order));
  }

  @Post(':id/closing')
  @ApiOperation({ operationId: 'closeCampaign', summary: '结束通知，不再布置任务 · Close: no more tasks are issued' })
  @AnswersCreated(CommandAnswer)
  async close(
    @Param('id') id: string,
    @Body() { reason }: ClosingDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answered(reply, await this.campaigns.give(id, { type: 'CloseCampaign', data: { reason } }, order));
  }

  @Post(':id/tasks')
  @ApiOperation({
    operationId: 'issueTasks',
    summary: '布置任务，可重复执行 · Issue the task to units; may be repeated',
  })
  @AnswersCreated(IssuedTasksAnswer)
  issueTasks(@Param('id') id: string, @Body() { unitIds }: TasksDto, @Ordered() order: Order) {
    return this.tasks.issue(id, unitIds, order);
  }

  @Post(':id/task-runs')
  @ApiOperation({
    operationId: 'orderTasks',
    summary:
      '批量布置任务，后台执行 · Issue tasks to everything below a unit, or to a long list; a run in the background',
  })
  @AnswersCreated(OrderedRunAnswer)
  orderTasks(@Param('id') id: string, @Body() { under, tasks }: TaskRunDto, @Ordered() order: Order) {
    if (typeof under === 'string' && !tasks) return this.runs.issueTasks(id, { under }, order);
    if (tasks && typeof under !== 'string')
      return this.runs.issueTasks(
        id,
        { tasks: tasks.map(({ unitId, project }) => ({ unitId, project: project ?? null })) },
        order,
      );
    throw new DomainError('invalid', 'campaign.scope-not-said', { pointer: '/tasks' });
  }

  @Post(':id/scope-imports')
  @HttpCode(200)
  @ApiConsumes(XLSX)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    operationId: 'importScope',
    summary:
      '从表格读入布置范围，逐行说明问题 · Read the tasks from a spreadsheet; errors line by line. Nothing is kept',
  })
  @Answers(ImportedScopeAnswer)
  importScope(@Param('id') id: string, @Req() request: FastifyRequest, @LoggedInAs() identity: Identity) {
    return this.scopeImport.read(id, request.body, identity);
  }

  @Post(':id/recompute-runs')
  @ApiOperation({
    operationId: 'orderRecompute',
    summary: '重新测算审核中的全部自评 · Score everything under review again; a run in the background',
  })
  @AnswersCreated(OrderedRunAnswer)
  orderRecompute(@Param('id') id: string, @Ordered() order: Order) {
    return this.runs.recompute(id, order);
  }

  @Get(':id/runs')
  @ApiOperation({ operationId: 'listRuns', summary: '后台任务与进度 · Runs of the campaign, with progress' })
  @AnswersList(RunAnswer)
  listRuns(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    return this.runs.list(id, identity);
  }

  @Post(':id/runs/:runId/cancellation')
  @ApiOperation({ operationId: 'cancelRun', summary: '中止后台任务 · Cancel a run' })
  @AnswersCreated(RunAnswer)
  cancelRun(@Param('id') id: string, @Param('runId') runId: string, @Ordered() order: Order) {
    return this.runs.cancel(id, runId, order);
  }

  @Post(':id/runs/:runId/resumption')
  @ApiOperation({
    operationId: 'resumeRun',
    summary: '继续后台任务，失败的再试 · Let a run go on; what failed is tried again',
  })
  @AnswersCreated(RunAnswer)
  resumeRun(@Param('id') id: string, @Param('runId') runId: string, @Ordered() order: Order) {
    return this.runs.resume(id, runId, order);
  }

  @Get(':id/progress')
  @ApiOperation({ operationId: 'getProgress', summary: '按主管部门的进度 · Progress by supervising department' })
  @Answers(ProgressAnswer)
  async progress(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    await this.campaigns.find(id, identity);
    return progress(this.pool, readerOf(identity), id, new Date());
  }

  @Get(':id/figures')
  @ApiOperation({
    operationId: 'getCampaignFigures',
    summary:
      '漏斗、得分分布、自评与测算偏离、停留时间 · Funnel, scores, deviation of claims, and how long what is open waits',
  })
  @Answers(CampaignFiguresAnswer)
  async figures(@Param('id') id: string, @LoggedInAs() identity: Identity): Promise<CampaignFiguresAnswer> {
    await this.campaigns.find(id, identity);
    return campaignFigures(this.pool, readerOf(identity), id, new Date());
  }

  async #plan(plan: PlanDto): Promise<Omit<CampaignPlan, 'fiscalYear' | 'ownerId'>> {
    const { wholeUnitScheme, projectScheme } = plan;
    return {
      name: plan.name,
      opensAt: inUtc(plan.opensAt),
      dueAt: inUtc(plan.dueAt),
      schemes: {
        ...(wholeUnitScheme && {
          'whole-unit': await this.campaigns.scheme(wholeUnitScheme, 'whole-unit', '/wholeUnitScheme'),
        }),
        ...(projectScheme && { project: await this.campaigns.scheme(projectScheme, 'project', '/projectScheme') }),
      },
      sections: (plan.sections as readonly SectionId[] | null | undefined) ?? ASKED_FOR,
      tables: (plan.tables as CampaignPlan['tables'] | null | undefined) ?? ['base-data', 'self-evaluation'],
      publishWithinDays: plan.publishWithinDays ?? 20,
      rectifyWithinDays: plan.rectifyWithinDays ?? 30,
      ...(plan.feedbackWithinDays && { feedbackWithinDays: plan.feedbackWithinDays }),
      ...(plan.reviewWithinDays && { reviewWithinDays: plan.reviewWithinDays }),
      ...(plan.review && { review: rulesOf(plan.review) }),
    };
  }
}

/** Every section but the words before the first heading. */
const ASKED_FOR = (Object.keys(SECTIONS) as SectionId[]).filter((section) => (section as string) !== 'preface');

const rulesOf = (said: ReviewRulesDto): ReviewRules => ({
  assignment: said.assignment ?? USUAL_REVIEW.assignment,
  blind: said.blind ?? USUAL_REVIEW.blind,
  gates: GATES.filter((gate) => said.gates?.includes(gate)),
  gateOrder: said.gateOrder ?? USUAL_REVIEW.gateOrder,
  second: said.second ?? USUAL_REVIEW.second,
});

const inUtc = (moment: string): string => new Date(moment).toISOString();
