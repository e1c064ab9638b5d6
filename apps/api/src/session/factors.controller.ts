import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '#libs/config';
import {
  type EnrolmentOptions,
  type FactorKind,
  Factors,
  type Identity,
  Passkeys,
  relyingPartyOf,
  Sessions,
  Totps,
} from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Before, NeedsConfirmation } from '../http/access.js';
import { giveSession, takeSession } from '../http/cookies.js';
import { LoggedInAs } from '../http/order.js';
import { NotLoggedIn } from '../http/refusals.js';
import { knownOf } from '../http/request.js';
import { AccountRecord } from './account-record.js';
import { CodeDto, keyOf, PasskeyDto } from './confirmation.dto.js';
import { EnrolledAnswer, FactorsAnswer, NewSecretAnswer, RecoveryCodesAnswer } from './factors.answer.js';

/** One's own second factors: seen, enrolled, removed. */
@ApiTags('session')
@Controller('api/session/factors')
export class FactorsController {
  constructor(
    private readonly factors: Factors,
    private readonly totps: Totps,
    private readonly passkeys: Passkeys,
    private readonly sessions: Sessions,
    private readonly record: AccountRecord,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Before('enrolment')
  @ApiOperation({ operationId: 'listFactors', summary: '我的第二因素 · My second factors' })
  @ApiOkResponse({ type: FactorsAnswer })
  async list(@LoggedInAs() { accountId }: Identity): Promise<FactorsAnswer> {
    const possible = relyingPartyOf(this.settings.publicUrl) ? ['totp', 'passkey'] : ['totp'];
    return { ...(await this.factors.of(accountId)), possible };
  }

  @Post('totp')
  @Before('enrolment')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'beginTotp',
    summary: '绑定动态口令：密钥只显示一次 · Begin with an authenticator app: its secret is told once',
  })
  @ApiCreatedResponse({ type: NewSecretAnswer })
  beginTotp(@LoggedInAs() { accountId, login }: Identity): Promise<NewSecretAnswer> {
    return this.totps.begin(accountId, login);
  }

  @Post('totp/confirmation')
  @Before('enrolment')
  @ApiOperation({
    operationId: 'confirmTotp',
    summary: '输入一次动态口令，完成绑定；其他会话随之结束 · The first code completes it; other sessions end',
  })
  @ApiCreatedResponse({ type: EnrolledAnswer })
  async confirmTotp(
    @Body() { code }: CodeDto,
    @LoggedInAs() { accountId }: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledAnswer> {
    const id = await this.totps.confirm(accountId, code.replace(' ', ''));
    if (id === undefined) throw new DomainError('forbidden', 'factor.code-wrong', { pointer: '/code' });
    return this.#enrolled(request, reply, { id, kind: 'totp' });
  }

  @Post('passkeys/challenge')
  @HttpCode(200)
  @Before('enrolment')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'beginPasskey',
    summary: '绑定安全密钥：取得创建请求 · Begin with a key: what the browser has to be told',
  })
  @ApiOkResponse({ description: 'PublicKeyCredentialCreationOptionsJSON (WebAuthn)', schema: { type: 'object' } })
  beginPasskey(@LoggedInAs() identity: Identity, @Req() request: FastifyRequest): Promise<EnrolmentOptions> {
    return this.passkeys.enrolmentOptions(identity, sessionOf(request).session.id);
  }

  @Post('passkeys')
  @Before('enrolment')
  @ApiOperation({
    operationId: 'enrolPasskey',
    summary: '绑定安全密钥；其他会话随之结束 · Take in a new key; other sessions end',
  })
  @ApiCreatedResponse({ type: EnrolledAnswer })
  async enrolPasskey(
    @Body() given: PasskeyDto,
    @LoggedInAs() { accountId }: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledAnswer> {
    const id = await this.passkeys.enrol(accountId, sessionOf(request).session.id, given.name, keyOf(given));
    return this.#enrolled(request, reply, { id, kind: 'passkey' });
  }

  @Post('recovery-codes')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'renewRecoveryCodes',
    summary: '重新生成十个恢复码，原有的作废 · Ten new recovery codes; those of before are void',
  })
  @ApiCreatedResponse({ type: RecoveryCodesAnswer })
  async renewRecoveryCodes(
    @LoggedInAs() { accountId }: Identity,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesAnswer> {
    const recoveryCodes = await this.factors.renewRecoveryCodes(accountId);
    await this.record.note(request, { type: 'RecoveryCodesIssued', data: { accountId, count: recoveryCodes.length } });
    return { recoveryCodes };
  }

  @Delete(':id')
  @HttpCode(204)
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'removeFactor',
    summary: '解除一个第二因素；所有会话随之结束 · Remove one factor; every session ends, this one too',
  })
  async remove(
    @Param('id') id: string,
    @LoggedInAs() { accountId }: Identity,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const gone = await this.factors.remove(accountId, id);
    this.sessions.forgetAll();
    const factors = gone.map(({ id: factor, kind }) => ({ id: factor, kind }));
    await this.record.note(request, { type: 'SecondFactorRemoved', data: { accountId, factors, by: 'holder' } });
    takeSession(reply);
  }

  async #enrolled(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, kind }: { readonly id: string; readonly kind: FactorKind },
  ): Promise<EnrolledAnswer> {
    const { session, token } = sessionOf(request);
    const { accountId } = session.identity;
    const recoveryCodes = (await this.factors.enrolled(accountId, session.id)) ?? [];
    // Whoever has just shown the factor has given it.
    const next = await this.sessions.confirmed(token, session, { factor: true });
    this.sessions.forgetAll();
    if (next !== undefined && next !== token) giveSession(reply, next);
    const data = { accountId, factorId: id, kind, recoveryCodes: recoveryCodes.length };
    await this.record.note(request, { type: 'SecondFactorEnrolled', data });
    return { id, recoveryCodes };
  }
}

function sessionOf(request: FastifyRequest) {
  const { session, token } = knownOf(request);
  if (session === undefined || token === undefined) throw new NotLoggedIn();
  return { session, token };
}
