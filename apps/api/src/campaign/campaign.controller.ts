import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Identity } from '#libs/identity';
import { Allow } from '../http/access.js';
import { answered } from '../http/answers.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { CampaignDto, TasksDto } from './campaign.dto.js';
import { Campaigns } from './campaigns.js';

@ApiTags('campaign')
@Controller('api/campaigns')
export class CampaignController {
  constructor(private readonly campaigns: Campaigns) {}

  @Get()
  @Allow('everybody')
  @ApiOperation({ operationId: 'listCampaigns', summary: '自评通知 · Campaigns' })
  list(@LoggedInAs() identity: Identity) {
    return this.campaigns.list(identity);
  }

  @Post()
  @Allow('campaign-manager')
  @ApiOperation({ operationId: 'openCampaign', summary: '发布年度自评通知 · Open a year’s campaign' })
  async open(
    @Body() { divisionCode, name, fiscalYear, ownerId, opensAt, dueAt }: CampaignDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const campaign = { name, fiscalYear, ownerId, opensAt: inUtc(opensAt), dueAt: inUtc(dueAt) };
    const { id, ...done } = await this.campaigns.open(divisionCode, campaign, order);
    return { id, ...answered(reply, done) };
  }

  @Post(':id/tasks')
  @Allow('campaign-manager')
  @ApiOperation({
    operationId: 'issueTasks',
    summary: '布置任务，可重复执行 · Issue the task to units; may be repeated',
  })
  issueTasks(@Param('id') id: string, @Body() { unitIds }: TasksDto, @Ordered() order: Order) {
    return this.campaigns.issueTasks(id, unitIds, order);
  }
}

const inUtc = (moment: string): string => new Date(moment).toISOString();
