import { Controller, Delete, Get, HttpCode, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Accounts, Sessions } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { knownOf } from '../http/request.js';
import { OpenSessionsAnswer } from '../personnel/personnel.dto.js';
import { SessionRecord } from './session-record.js';

/** Where an account is logged in; each can be ended by itself. */
@ApiTags('registry')
@Controller('api/accounts/:id/sessions')
export class AccountSessionsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly record: SessionRecord,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listSessions', summary: '账号的会话 · Where an account is logged in' })
  @ApiOkResponse({ type: OpenSessionsAnswer })
  async list(@Param('id') accountId: string): Promise<OpenSessionsAnswer> {
    await this.accounts.find(accountId);
    return { items: await this.sessions.of(accountId) };
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: '结束一个会话 · End one of them, at once' })
  async end(
    @Param('id') accountId: string,
    @Param('sessionId') sessionId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    knownOf(request).command = { type: 'End session', target: accountId };
    if (!(await this.sessions.end(accountId, sessionId))) throw new DomainError('not-found', 'session.unknown');
    await this.record.endedByOffice(request, { accountId, sessionId });
  }
}
