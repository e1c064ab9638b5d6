import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Identity, Sessions } from '#libs/identity';
import { answered, CommandAnswer } from '../http/answers.js';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersList } from '../http/told.js';
import { DelegateAnswer, DelegationsAnswer, DepartmentDelegationAnswer } from './delegation.answer.js';
import { DelegationDto, DelegationEndDto } from './delegation.dto.js';
import { Delegations } from './delegations.js';

/** 代理: a reviewer’s seats are taken by another for some days. */
@ApiTags('delegation')
@Controller('api/delegations')
export class DelegationController {
  constructor(
    private readonly delegations: Delegations,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDelegations', summary: '我的代理 · What I handed over, and for whom I act today' })
  @Answers(DelegationsAnswer)
  list(@LoggedInAs() identity: Identity) {
    return this.delegations.of(identity);
  }

  @Get('candidates')
  @ApiOperation({ operationId: 'listDelegates', summary: '可委托的审核人 · Who could act for me' })
  @AnswersList(DelegateAnswer)
  async candidates(@LoggedInAs() identity: Identity) {
    return { items: await this.delegations.candidates(identity) };
  }

  @Get('department')
  @ApiOperation({
    operationId: 'listDepartmentDelegations',
    summary: '部门的代理，今天生效和将要生效的 · Who acts for whom in the department, today and on days to come',
  })
  @AnswersList(DepartmentDelegationAnswer)
  async department(@LoggedInAs() identity: Identity) {
    return { items: await this.delegations.ofDepartment(identity) };
  }

  @Post()
  @ApiOperation({
    operationId: 'delegate',
    summary: '委托代理，代理人承继回避 · Hand my seats over for some days; what excludes me excludes who acts for me',
  })
  @AnswersCreated(CommandAnswer)
  async grant(
    @Body() { delegate, from, until, reason }: DelegationDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const done = await this.delegations.grant(order, { delegate, from, until, reason });
    this.sessions.forgetAll();
    return answered(reply, done);
  }

  @Post(':id/end')
  @ApiOperation({ operationId: 'endDelegation', summary: '提前结束代理 · End a delegation before its last day' })
  @AnswersCreated(CommandAnswer)
  async end(
    @Param('id') id: string,
    @Body() { reason }: DelegationEndDto,
    @Ordered() order: Order,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const done = await this.delegations.end(order, id, reason);
    this.sessions.forgetAll();
    return answered(reply, done);
  }
}
