import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '#libs/config';
import { Accounts, type Identity, LogIn, PASSWORD_POLICIES, type Session, Sessions } from '#libs/identity';
import { Before } from '../http/access.js';
import { giveSession, takeSession } from '../http/cookies.js';
import { LoggedInAs } from '../http/order.js';
import { LogInFailed, NotLoggedIn } from '../http/refusals.js';
import { knownOf } from '../http/request.js';
import { AccountRecord } from './account-record.js';
import { PasswordPolicyAnswer } from './factors.answer.js';
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
    private readonly accountRecord: AccountRecord,
    private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'logIn',
    summary: '登录；`next` 说明下一步 · Log in; `next` says what is to be done before the session is open',
  })
  @ApiOkResponse({ type: SessionAnswer })
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
    return SessionAnswer.of(opened!);
  }

  @Get()
  @Before('second-factor', 'new-password', 'enrolment')
  @ApiOperation({ operationId: 'whoAmI', summary: '我是谁、有哪些角色、下一步 · Who I am, my roles, what comes next' })
  @ApiOkResponse({ type: SessionAnswer })
  whoAmI(@Req() request: FastifyRequest): SessionAnswer {
    return SessionAnswer.of(sessionOf(request));
  }

  @Delete()
  @HttpCode(204)
  @Before('second-factor', 'new-password', 'enrolment')
  @ApiOperation({ operationId: 'logOut', summary: '退出 · Log out' })
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.record.loggedOut(request, 'asked');
    const { token } = knownOf(request);
    if (token !== undefined) await this.sessions.close(token);
    takeSession(reply);
  }

  @Get('password-policy')
  @ApiOperation({ operationId: 'getPasswordPolicy', summary: '口令要求 · What a password has to be' })
  @ApiOkResponse({ type: PasswordPolicyAnswer })
  passwordPolicy(): PasswordPolicyAnswer {
    return PASSWORD_POLICIES[this.settings.passwordPolicy];
  }

  @Put('password')
  @HttpCode(204)
  @Before('new-password', 'enrolment')
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
    const { factor, factorGiven } = sessionOf(request);
    await this.accounts.changePassword(accountId, current, next);
    this.sessions.forgetAll();
    await this.record.loggedOut(request, 'password-changed');
    await this.accountRecord.note(request, {
      type: 'PasswordChanged',
      data: { accountId, policy: this.settings.passwordPolicy },
    });
    // The password has just been proved; where there is a second factor, that alone is no fresh proof.
    const session = await this.sessions.open(accountId, { factorGiven, fresh: factor !== 'enrolled' });
    await this.record.loggedIn(request, session.id, { accountId, personId, login });
    giveSession(reply, session.token);
  }
}

function sessionOf(request: FastifyRequest): Session {
  const { session } = knownOf(request);
  if (session === undefined) throw new NotLoggedIn();
  return session;
}
