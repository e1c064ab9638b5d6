import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Pool } from 'pg';
import { permits, policyOf } from '#libs/authorization';
import type { Identity } from '#libs/identity';
import { search } from '#libs/read-models';
import { LoggedInAs } from '../http/order.js';
import { readerOf } from '../lists/reading.js';
import { SearchAnswer, SearchQuery } from './search.dto.js';

/** One box for everything that has a name. */
@ApiTags('lists')
@Controller('api/search')
export class SearchController {
  constructor(private readonly pool: Pool) {}

  @Get()
  @ApiOperation({
    operationId: 'search',
    summary: '查找自评、单位、通知和人员 · Evaluations, units, campaigns and persons by name, code or year',
  })
  @ApiOkResponse({ type: SearchAnswer })
  async search(@Query() { text }: SearchQuery, @LoggedInAs() identity: Identity): Promise<SearchAnswer> {
    const roles = identity.grants.map(({ role }) => role);
    const kept = { units: permits(policyOf('changeUnit')!, roles), persons: permits(policyOf('listPersons')!, roles) };
    return { items: await search(this.pool, readerOf(identity), text, kept) };
  }
}
