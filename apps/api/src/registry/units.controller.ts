import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Registry } from '#libs/registry';
import { given } from '../http/given.js';
import { type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersPlainPage } from '../http/told.js';
import { Administration, idOf } from './administration.js';
import { UnitAnswer } from './registry.answer.js';
import { ChangeUnitDto, UnitDto, UnitsQuery } from './registry.dto.js';

@ApiTags('registry')
@Controller('api/units')
export class UnitsController {
  constructor(
    private readonly registry: Registry,
    private readonly administration: Administration,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listUnits', summary: '预算单位 · Budget units' })
  @AnswersPlainPage(UnitAnswer)
  list(@Query() { limit = 50, cursor, ...filter }: UnitsQuery) {
    return this.registry.units.page(filter, { limit, ...(cursor === undefined ? {} : { after: cursor }) });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getUnit', summary: '单位 · One unit' })
  @Answers(UnitAnswer)
  get(@Param('id') id: string) {
    return this.registry.units.find(id);
  }

  @Post()
  @ApiOperation({ operationId: 'addUnit', summary: '新增单位 · Add a unit' })
  @AnswersCreated(UnitAnswer)
  add(@Body() draft: UnitDto, @Ordered() order: Order) {
    const { units } = this.registry;
    const id = idOf(order, 'unit');
    return this.administration.change(
      order,
      { record: 'unit', id },
      { change: () => units.add({ ...draft, id }), now: () => units.find(id) },
    );
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeUnit', summary: '修改单位 · Change a unit' })
  @Answers(UnitAnswer)
  async change(@Param('id') id: string, @Body() change: ChangeUnitDto, @Ordered() order: Order) {
    const { units } = this.registry;
    const before = await units.find(id);
    return this.administration.change(
      order,
      { record: 'unit', id, before },
      { change: () => units.change(id, given(change)), now: () => units.find(id) },
    );
  }
}
