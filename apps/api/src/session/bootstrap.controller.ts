import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Bootstrap } from '#libs/identity';
import { AnswersCreated } from '../http/told.js';
import { FirstAdministratorAnswer } from './session.answer.js';
import { BootstrapDto } from './session.dto.js';
import { SessionRecord } from './session-record.js';

@ApiTags('session')
@Controller('api/bootstrap')
export class BootstrapController {
  constructor(
    private readonly bootstrap: Bootstrap,
    private readonly record: SessionRecord,
  ) {}

  @Post()
  @ApiOperation({
    operationId: 'createFirstAdministrator',
    summary: '凭一次性链接建立首个管理员 · The first administrator, with the one-time link',
  })
  @AnswersCreated(FirstAdministratorAnswer)
  async create(@Body() { token, name, login, password }: BootstrapDto, @Req() request: FastifyRequest) {
    const accountId = randomUUID();
    const personId = randomUUID();
    await this.bootstrap.redeem(token, { accountId, personId, name, login, password });
    await this.record.firstAdministrator(request, { accountId, personId, name, login });
    return { accountId, personId };
  }
}
