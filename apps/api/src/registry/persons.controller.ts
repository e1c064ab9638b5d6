import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Membership, Registry } from '#libs/registry';
import { type Order, Ordered } from '../http/order.js';
import { Administration, idOf } from './administration.js';
import { ChangePersonDto, type MembershipDto, PersonDto, PersonsQuery } from './registry.dto.js';

@ApiTags('registry')
@Controller('api/persons')
export class PersonsController {
  constructor(
    private readonly registry: Registry,
    private readonly administration: Administration,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPersons', summary: '人员 · Natural persons' })
  list(@Query() { limit = 50, cursor, ...filter }: PersonsQuery) {
    return this.registry.persons.page(filter, { limit, ...(cursor === undefined ? {} : { after: cursor }) });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getPerson', summary: '人员详情 · One person' })
  get(@Param('id') id: string) {
    return this.registry.persons.find(id);
  }

  @Post()
  @ApiOperation({ operationId: 'addPerson', summary: '新增人员 · Add a person' })
  add(@Body() { name, memberships }: PersonDto, @Ordered() order: Order) {
    const { persons } = this.registry;
    const id = idOf(order, 'person');
    return this.administration.change(
      order,
      { record: 'person', id },
      { change: () => persons.add({ id, name, memberships: memberships.map(plain) }), now: () => persons.find(id) },
    );
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'changePerson',
    summary: '修改人员及其所属单位 · Change a person; memberships are replaced as a whole',
  })
  async change(@Param('id') id: string, @Body() { name, memberships }: ChangePersonDto, @Ordered() order: Order) {
    const { persons } = this.registry;
    const before = await persons.find(id);
    const change = { name: name ?? undefined, memberships: memberships?.map(plain) };
    return this.administration.change(
      order,
      { record: 'person', id, before },
      { change: () => persons.change(id, change), now: () => persons.find(id) },
    );
  }
}

const plain = ({ unitId, kind, from, to }: MembershipDto): Membership => ({
  unitId,
  kind,
  from: from ?? undefined,
  to: to ?? undefined,
});
