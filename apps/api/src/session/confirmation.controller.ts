import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Confirmation, type Confirmed, Passkeys, type Session, Sessions, type SigningOptions } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Before } from '../http/access.js';
import { giveSession } from '../http/cookies.js';
import { LogInFailed, NotLoggedIn } from '../http/refusals.js';
import { knownOf } from '../http/request.js';
import { AccountRecord } from './account-record.js';
import { ConfirmationDto, proofOf } from './confirmation.dto.js';
import { SessionAnswer } from './session.answer.js';

/** Proof of who sits there: completes a log-in that the password left half-open, and is asked for before what weighs much. */
@ApiTags('session')
@Controller('api/session/confirmation')
export class ConfirmationController {
  constructor(
    private readonly confirmation: Confirmation,
    private readonly passkeys: Passkeys,
    private readonly sessions: Sessions,
    private readonly record: AccountRecord,
  ) {}

  @Post()
  @HttpCode(200)
  @Before('second-factor', 'enrolment')
  @ApiOperation({
    operationId: 'confirmIdentity',
    summary:
      '确认本人：动态口令、恢复码、安全密钥，未绑定时用口令 · Prove who you are: code, recovery code, key, or password',
  })
  @ApiOkResponse({ type: SessionAnswer })
  async confirm(
    @Body() given: ConfirmationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { session, token } = knownOf(request);
    if (session === undefined || token === undefined) throw new NotLoggedIn();
    const result = await this.confirmation.check(session, proofOf(given));
    if ('refused' in result) return this.#refuse(request, session, result);
    const next = await this.sessions.confirmed(token, session, { factor: result.kind !== 'password' });
    if (next === undefined) throw new NotLoggedIn();
    await this.record.note(request, { type: 'IdentityConfirmed', data: factOf(session, result) });
    if (next !== token) giveSession(reply, next);
    const now = await this.sessions.find(next);
    if (now === undefined) throw new NotLoggedIn();
    return SessionAnswer.of(now);
  }

  @Post('challenge')
  @HttpCode(200)
  @Before('second-factor')
  @ApiOperation({
    operationId: 'challengeKey',
    summary: '取得安全密钥的签名请求，五分钟内一次有效 · What a key has to sign: once, within five minutes',
  })
  @ApiOkResponse({ description: 'PublicKeyCredentialRequestOptionsJSON (WebAuthn)', schema: { type: 'object' } })
  async challenge(@Req() request: FastifyRequest): Promise<SigningOptions> {
    const { session } = knownOf(request);
    if (session === undefined) throw new NotLoggedIn();
    return this.passkeys.signingOptions(session.identity.accountId, session.id);
  }

  /** Attempts that were not looked at leave no trace: nobody fills the log by knocking. */
  async #refuse(request: FastifyRequest, session: Session, result: Refused): Promise<never> {
    if (result.refused === 'too-many') throw new LogInFailed(result.waitSeconds);
    await this.record.note(request, {
      type: 'ConfirmationRefused',
      data: { ...factOf(session, result), reason: result.refused },
    });
    throw new DomainError('forbidden', result.refused);
  }
}

type Refused = Extract<Confirmed, { refused: string }>;

const factOf = ({ identity, id, lacks }: Session, { kind }: Confirmed) => ({
  accountId: identity.accountId,
  sessionId: id,
  with: kind,
  for: lacks === 'second-factor' ? ('log-in' as const) : ('session' as const),
});
