import { randomUUID } from 'node:crypto';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Bootstrap } from '#libs/identity';
import { Public } from '../http/access.js';
import { BootstrapDto } from './session.dto.js';

@ApiTags('session')
@Controller('api/bootstrap')
export class BootstrapController {
  constructor(private readonly bootstrap: Bootstrap) {}

  @Post()
  @Public()
  @ApiOperation({
    operationId: 'createFirstAdministrator',
    summary: '凭一次性链接建立首个管理员 · The first administrator, with the one-time link',
  })
  async create(@Body() { token, name, login, password }: BootstrapDto) {
    const accountId = randomUUID();
    const personId = randomUUID();
    await this.bootstrap.redeem(token, { accountId, personId, name, login, password });
    return { accountId, personId };
  }
}
