import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts, type Identity, LogIn, Sessions } from '#libs/identity';
import { Allow, BeforeNewPassword, Public } from '../http/access.js';
import { giveSession, takeSession } from '../http/cookies.js';
import { LoggedInAs } from '../http/order.js';
import { LogInFailed } from '../http/refusals.js';
import { knownOf } from '../http/request.js';
import { SessionAnswer } from './session.answer.js';
import { ChangePasswordDto, LogInDto } from './session.dto.js';
import { SessionRecord } from './session-record.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly logIn: LogIn,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly record: SessionRecord,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'logIn', summary: '登录 · Log in' })
  async open(
    @Body() { login, password }: LogInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const result = await this.logIn.enter({ login, password, ip: request.ip });
    if ('refused' in result) {
      await this.record.logInRefused(request, login, result.refused);
      throw new LogInFailed(result.waitSeconds);
    }
    const { session, accountId, personId } = result;
    await this.record.loggedIn(request, session.id, { accountId, personId, login: result.login });
    const before = knownOf(request).token;
    if (before !== undefined) await this.sessions.close(before);
    giveSession(reply, session.token);
    const opened = await this.sessions.find(session.token);
    return SessionAnswer.of(opened!.identity);
  }

  @Get()
  @Allow('everybody')
  @BeforeNewPassword()
  @ApiOperation({ operationId: 'whoAmI', summary: '我是谁、有哪些角色、下一步 · Who I am, my roles, what comes next' })
  whoAmI(@LoggedInAs() identity: Identity): SessionAnswer {
    return SessionAnswer.of(identity);
  }

  @Delete()
  @HttpCode(204)
  @Allow('everybody')
  @BeforeNewPassword()
  @ApiOperation({ operationId: 'logOut', summary: '退出 · Log out' })
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.record.loggedOut(request, 'asked');
    const { token } = knownOf(request);
    if (token !== undefined) await this.sessions.close(token);
    takeSession(reply);
  }

  @Put('password')
  @HttpCode(204)
  @Allow('everybody')
  @BeforeNewPassword()
  @ApiOperation({
    operationId: 'changePassword',
    summary:
      '更换口令；所有会话随之结束，此处换新会话 · Change the password; every session ends, this one goes on as a new one',
  })
  async changePassword(
    @Body() { current, next }: ChangePasswordDto,
    @LoggedInAs() { accountId, personId, login }: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.accounts.changePassword(accountId, current, next);
    this.sessions.forgetAll();
    await this.record.loggedOut(request, 'password-changed');
    const session = await this.sessions.open(accountId);
    await this.record.loggedIn(request, session.id, { accountId, personId, login });
    giveSession(reply, session.token);
  }
}
