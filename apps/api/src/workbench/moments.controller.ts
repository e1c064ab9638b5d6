import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { Evaluations } from '../evaluation/evaluations.js';
import { LoggedInAs } from '../http/order.js';
import { ComparisonAnswer, ComparisonQuery, MomentQuery, PointsAnswer } from './moments.dto.js';
import { type Asked, differenceBetween, type Moment, Moments, momentAt, shown } from './moments.js';

/** 时间旅行: an evaluation as it stood at any moment, computed from its events. */
@ApiTags('workbench')
@Controller('api/evaluations/:id')
export class MomentsController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly moments: Moments,
  ) {}

  @Get('moments')
  @ApiOperation({ operationId: 'listMoments', summary: '历史时点 · Every moment of it, one after each event' })
  @ApiOkResponse({ type: PointsAnswer })
  async list(@Param('id') id: string, @LoggedInAs() identity: Identity) {
    const moments = await this.#of(id, identity);
    const items = moments.map(({ state: _, ...point }) => point);
    return { items, names: await this.moments.names(items.map(({ personId }) => personId)) };
  }

  @Get('moment')
  @ApiOperation({
    operationId: 'getMoment',
    summary: '任一序号或时间的状态，及与现在的差异 · How it stood at a position or a time, and what differs now',
  })
  @ApiOkResponse({ type: ComparisonAnswer })
  async moment(@Param('id') id: string, @Query() query: MomentQuery, @LoggedInAs() identity: Identity) {
    const moments = await this.#of(id, identity);
    return this.#compared(momentAt(moments, askedIn(query)), moments.at(-1)!);
  }

  @Get('comparison')
  @ApiOperation({ operationId: 'compareMoments', summary: '两个时点的差异 · How one moment became another' })
  @ApiOkResponse({ type: ComparisonAnswer })
  async compare(@Param('id') id: string, @Query() { from, to }: ComparisonQuery, @LoggedInAs() identity: Identity) {
    const moments = await this.#of(id, identity);
    return this.#compared(momentAt(moments, { position: from }), momentAt(moments, { position: to }));
  }

  async #of(id: string, identity: Identity): Promise<readonly Moment[]> {
    await this.evaluations.see(id, identity);
    return this.moments.all(id);
  }

  async #compared(from: Moment, to: Moment) {
    const { state: _, ...point } = to;
    const persons = [from, to].flatMap((one) => [one.personId, ...one.state.participants, ...reviewersIn(one)]);
    return {
      ...{ from: shown(from), to: point, ...differenceBetween(from, to) },
      names: await this.moments.names(persons),
    };
  }
}

const reviewersIn = ({ state }: Moment): readonly string[] => state.passes.map(({ by }) => by);

function askedIn({ position, at }: MomentQuery): Asked {
  if (typeof position === 'number' && typeof at !== 'string') return { position };
  if (typeof at === 'string' && typeof position !== 'number') return { at };
  throw new DomainError('invalid', 'moment.position-or-time', { pointer: '/position' });
}
