import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { dayOf } from '#libs/calendar';
import type { Membership } from '#libs/personnel';
import { Registry } from '#libs/registry';
import { type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersPlainPage } from '../http/told.js';
import { PersonHistory } from '../personnel/person-history.js';
import { PersonHistoryAnswer } from '../personnel/personnel.dto.js';
import { Personnel, type PersonWish } from '../personnel/personnel.js';
import { idOf } from './administration.js';
import { PersonAnswer } from './registry.answer.js';
import { ChangePersonDto, type MembershipDto, PersonDto, PersonsQuery } from './registry.dto.js';

@ApiTags('registry')
@Controller('api/persons')
export class PersonsController {
  constructor(
    private readonly registry: Registry,
    private readonly personnel: Personnel,
    private readonly histories: PersonHistory,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPersons', summary: '人员 · Natural persons' })
  @AnswersPlainPage(PersonAnswer)
  list(@Query() { limit = 50, cursor, ...filter }: PersonsQuery) {
    return this.registry.persons.page(filter, { limit, ...(cursor === undefined ? {} : { after: cursor }) });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getPerson', summary: '人员详情 · One person' })
  @Answers(PersonAnswer)
  get(@Param('id') id: string) {
    return this.registry.persons.find(id);
  }

  @Get(':id/history')
  @ApiOperation({
    operationId: 'getPersonHistory',
    summary:
      '任职履历：何时隶属何处、何时有何角色、由谁办理 · Where the person belonged and what the person could do, when and by whom',
  })
  @ApiOkResponse({ type: PersonHistoryAnswer })
  history(@Param('id') id: string): Promise<PersonHistoryAnswer> {
    return this.histories.of(id);
  }

  @Post()
  @ApiOperation({ operationId: 'addPerson', summary: '新增人员 · Add a person' })
  @AnswersCreated(PersonAnswer)
  async add(@Body() { name, memberships }: PersonDto, @Ordered() order: Order) {
    const id = idOf(order, 'person');
    const data = { name, memberships: memberships.map(plain(order)) };
    await this.personnel.give(order, id, [{ type: 'RegisterPerson', data }]);
    return this.registry.persons.find(id);
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'changePerson',
    summary:
      '修改人员及其所属单位，已过去的不改 · Change a person and where the person belongs from now on; what is past stays',
  })
  @Answers(PersonAnswer)
  async change(@Param('id') id: string, @Body() { name, memberships }: ChangePersonDto, @Ordered() order: Order) {
    await this.registry.persons.find(id);
    const wishes: PersonWish[] = [];
    if (name) wishes.push({ type: 'RenamePerson', data: { name } });
    if (memberships) wishes.push({ type: 'SetMemberships', data: { memberships: memberships.map(plain(order)) } });
    if (wishes.length > 0) await this.personnel.give(order, id, wishes);
    return this.registry.persons.find(id);
  }
}

const plain =
  ({ at }: Order) =>
  ({ unitId, kind, from, to }: MembershipDto): Membership => ({
    ...{ unitId, kind },
    ...{ from: from ?? dayOf(at), to: to ?? null },
  });
