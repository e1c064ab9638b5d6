import { Controller, Delete, HttpCode, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Factors, Sessions } from '#libs/identity';
import { NeedsConfirmation } from '../http/access.js';
import { knownOf } from '../http/request.js';
import { AccountRecord } from './account-record.js';

/** For the day somebody has lost phone and recovery codes. */
@ApiTags('registry')
@Controller('api/accounts/:id/factors')
export class AccountFactorsController {
  constructor(
    private readonly factors: Factors,
    private readonly sessions: Sessions,
    private readonly record: AccountRecord,
  ) {}

  @Delete()
  @HttpCode(204)
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'removeFactors',
    summary:
      '解除他人的全部第二因素，其会话即刻结束 · Remove all second factors of an account; its sessions end at once',
  })
  async remove(@Param('id') accountId: string, @Req() request: FastifyRequest): Promise<void> {
    knownOf(request).command = { type: 'Remove factors', target: accountId };
    const gone = await this.factors.remove(accountId);
    this.sessions.forgetAll();
    const factors = gone.map(({ id, kind }) => ({ id, kind }));
    await this.record.note(
      request,
      { type: 'SecondFactorRemoved', data: { accountId, factors, by: 'administrator' } },
      'administrator',
    );
  }
}
