import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Registry } from '#libs/registry';
import { type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersPlainPage } from '../http/told.js';
import { Administration } from './administration.js';
import { DivisionAnswer } from './registry.answer.js';
import { DivisionDto, PageQuery, RenameDto } from './registry.dto.js';

@ApiTags('registry')
@Controller('api/divisions')
export class DivisionsController {
  constructor(
    private readonly registry: Registry,
    private readonly administration: Administration,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listDivisions', summary: '区划 · Fiscal divisions' })
  @AnswersPlainPage(DivisionAnswer)
  list(@Query() { limit = 50, cursor }: PageQuery) {
    return this.registry.divisions.page({ limit, ...(cursor === undefined ? {} : { after: cursor }) });
  }

  @Post()
  @ApiOperation({ operationId: 'addDivision', summary: '新增区划 · Add a division' })
  @AnswersCreated(DivisionAnswer)
  add(@Body() division: DivisionDto, @Ordered() order: Order) {
    const { divisions } = this.registry;
    return this.administration.change(
      order,
      { record: 'division', id: division.code },
      { change: () => divisions.add(division), now: () => divisions.find(division.code) },
    );
  }

  @Patch(':code')
  @ApiOperation({ operationId: 'renameDivision', summary: '更名 · Rename a division' })
  @Answers(DivisionAnswer)
  async rename(@Param('code') code: string, @Body() { name }: RenameDto, @Ordered() order: Order) {
    const { divisions } = this.registry;
    const before = await divisions.find(code);
    return this.administration.change(
      order,
      { record: 'division', id: code, before },
      { change: () => divisions.rename(code, name), now: () => divisions.find(code) },
    );
  }
}
