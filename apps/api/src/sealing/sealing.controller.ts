import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import { sealingNow } from '#libs/sealing';
import { SealingAnswer } from './sealing.dto.js';

@ApiTags('trail')
@Controller('api/sealing')
export class SealingController {
  constructor(private readonly pool: Pool) {}

  @Get()
  @ApiOperation({
    operationId: 'getSealing',
    summary: '日志封存到哪里、见证与公钥 · How far the log is sealed, its witnesses, and the keys to check it with',
  })
  @ApiOkResponse({ type: SealingAnswer })
  sealing(): Promise<SealingAnswer> {
    return sealingNow(this.pool);
  }
}
