import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { Registry } from '#libs/registry';
import { LoggedInAs, type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated } from '../http/told.js';
import { Administration } from './administration.js';
import { ConflictsAnswer } from './registry.answer.js';
import { ConflictDto } from './registry.dto.js';

const REVIEWERS = ['first-reviewer', 'second-reviewer'] as const;

/** 回避申报: a reviewer names the units of whose matters he keeps out. His own only, and recorded. */
@ApiTags('registry')
@Controller('api/conflicts')
export class ConflictsController {
  constructor(
    private readonly registry: Registry,
    private readonly administration: Administration,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listConflicts',
    summary: '我申报的回避单位 · Units I declared a conflict of interest with',
  })
  @Answers(ConflictsAnswer)
  async list(@LoggedInAs() { personId }: Identity) {
    return { items: await this.registry.conflicts.of(personId) };
  }

  @Post()
  @ApiOperation({ operationId: 'declareConflict', summary: '申报回避 · Declare a conflict of interest with a unit' })
  @AnswersCreated(ConflictsAnswer)
  declare(@Body() { unitId, reason }: ConflictDto, @Ordered() order: Order) {
    return this.#change(order, unitId, (personId) => this.registry.conflicts.declare(personId, unitId, reason));
  }

  @Delete(':unitId')
  @ApiOperation({ operationId: 'withdrawConflict', summary: '撤销回避申报 · Take a declared conflict back' })
  @Answers(ConflictsAnswer)
  withdraw(@Param('unitId') unitId: string, @Ordered() order: Order) {
    return this.#change(order, unitId, (personId) => this.registry.conflicts.withdraw(personId, unitId));
  }

  async #change(order: Order, unitId: string, change: (personId: string) => Promise<readonly unknown[]>) {
    const { personId, grants } = order.by;
    const now = async () => ({ items: await this.registry.conflicts.of(personId) });
    const role = grants.find((grant) => (REVIEWERS as readonly string[]).includes(grant.role))?.role ?? 'none';
    return this.administration.change(
      order,
      { record: 'conflict', id: `${personId}.${unitId}`, before: await now(), role },
      { change: async () => ({ items: await change(personId) }), now },
    );
  }
}
