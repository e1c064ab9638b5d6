import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '../http/told.js';
import { AliveAnswer, ReadyAnswer, WorkAnswer } from './health.answer.js';
import { Health, type Work } from './health.js';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ operationId: 'isAlive', summary: '进程在运行 · The process runs' })
  @Answers(AliveAnswer)
  live() {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'isReady', summary: '可以服务（数据库可用） · It can serve: the database answers' })
  @Answers(ReadyAnswer)
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const database = (await this.health.databaseAnswers()) ? 'up' : 'down';
    if (database === 'down') void reply.status(503).header('retry-after', '2');
    return { status: database, database };
  }

  @Get('work')
  @ApiOperation({
    operationId: 'workStatus',
    summary: '后台进度：投影、待办任务、搁置任务 · Background work: projections, due and parked jobs',
  })
  @Answers(WorkAnswer)
  work(): Promise<Work> {
    return this.health.work();
  }
}
