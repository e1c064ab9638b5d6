import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import { redriveJobs } from '#libs/queue';
import { type Order, Ordered } from '../http/order.js';
import { Administration } from '../registry/administration.js';

class RedrivenJob {
  @ApiProperty({ description: 'of the event that made it due' }) readonly position!: number;
  @ApiProperty() readonly handler!: string;
}

class RedrivenJobs {
  @ApiProperty({ type: [RedrivenJob] }) readonly redriven!: readonly RedrivenJob[];
}

/** Parked jobs are put back by whoever mended the cause; which ones is recorded in the log. */
@ApiTags('health')
@Controller('api/jobs')
export class JobsController {
  constructor(
    private readonly pool: Pool,
    private readonly administration: Administration,
  ) {}

  @Post('redrive')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'redriveJobs',
    summary: '重新执行搁置的任务，记入审计 · Do parked jobs again; recorded in the log',
  })
  @ApiOkResponse({ type: RedrivenJobs })
  redrive(@Ordered() order: Order): Promise<RedrivenJobs> {
    return this.administration.change<RedrivenJobs>(
      order,
      { record: 'job', id: 'parked' },
      { change: async () => ({ redriven: await redriveJobs(this.pool) }), now: async () => ({ redriven: [] }) },
    );
  }
}
