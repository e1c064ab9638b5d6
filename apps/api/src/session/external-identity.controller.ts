import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Settings } from '#libs/config';
import { Accounts, ExternalIdentities, type ExternalIdentity, Sessions } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { NeedsConfirmation } from '../http/access.js';
import { knownOf } from '../http/request.js';
import { AccountRecord } from './account-record.js';
import { ExternalIdentityAnswer, ExternalIdentityDto } from './sign-in.dto.js';

/** Which identity of the OpenID provider opens an account: said by an administrator, never guessed from names. */
@ApiTags('registry')
@Controller('api/accounts/:id/external-identity')
export class ExternalIdentityController {
  constructor(
    private readonly identities: ExternalIdentities,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly record: AccountRecord,
    private readonly settings: Settings,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getExternalIdentity', summary: '已关联的统一认证身份 · The identity that is linked' })
  @ApiOkResponse({ type: ExternalIdentityAnswer, isArray: true })
  of(@Param('id') accountId: string): Promise<readonly ExternalIdentityAnswer[]> {
    return this.identities.of(accountId);
  }

  @Put()
  @NeedsConfirmation()
  @ApiOperation({ operationId: 'linkExternalIdentity', summary: '关联统一认证身份 · Link an identity to the account' })
  @ApiOkResponse({ type: ExternalIdentityAnswer })
  async link(
    @Param('id') accountId: string,
    @Body() { subject }: ExternalIdentityDto,
    @Req() request: FastifyRequest,
  ): Promise<ExternalIdentityAnswer> {
    knownOf(request).command = { type: 'Link external identity', target: accountId };
    const identity: ExternalIdentity = { issuer: this.#issuer(), subject };
    await this.accounts.find(accountId);
    await this.identities.link(accountId, identity);
    const data = { accountId, ...identity };
    await this.record.note(request, { type: 'ExternalIdentityLinked', data }, 'administrator');
    return identity;
  }

  @Delete()
  @HttpCode(204)
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'unlinkExternalIdentity',
    summary: '解除统一认证身份，其会话即刻结束 · Unlink it; the account’s sessions end at once',
  })
  async unlink(@Param('id') accountId: string, @Req() request: FastifyRequest): Promise<void> {
    knownOf(request).command = { type: 'Unlink external identity', target: accountId };
    const gone = await this.identities.unlink(accountId, this.#issuer());
    this.sessions.forgetAll();
    const data = { accountId, ...gone };
    await this.record.note(request, { type: 'ExternalIdentityUnlinked', data }, 'administrator');
  }

  #issuer(): string {
    const { oidcIssuer } = this.settings;
    if (oidcIssuer === undefined) throw new DomainError('not-found', 'sign-in.not-offered');
    return oidcIssuer;
  }
}
