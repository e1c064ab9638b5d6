import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Accounts } from '#libs/identity';
import { NeedsConfirmation } from '../http/access.js';
import { type Order, Ordered } from '../http/order.js';
import { idOf } from '../registry/administration.js';
import { GrantBook } from './grant-book.js';
import {
  BreakGlassDto,
  BreakGlassesAnswer,
  BreakGlassReviewDto,
  DeclineDto,
  ProposalsAnswer,
} from './personnel.dto.js';
import { Personnel } from './personnel.js';

/** 授权须两员: what one office proposes the other confirms, and what one alone did is looked at by the audit. */
@ApiTags('registry')
@Controller('api')
export class GrantsController {
  constructor(
    private readonly personnel: Personnel,
    private readonly book: GrantBook,
    private readonly accounts: Accounts,
  ) {}

  @Get('grant-proposals')
  @ApiOperation({ operationId: 'listProposals', summary: '待确认授权 · Roles that wait for the other office' })
  @ApiOkResponse({ type: ProposalsAnswer })
  proposals(): Promise<ProposalsAnswer> {
    return this.book.proposals();
  }

  @Post('grant-proposals/:id/confirmation')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'confirmGrant',
    summary: '确认授权，须由另一员 · Confirm what somebody in the other office proposed',
  })
  @ApiCreatedResponse({ type: ProposalsAnswer })
  async confirm(@Param('id') id: string, @Ordered() order: Order): Promise<ProposalsAnswer> {
    const personId = await this.book.personOf(id);
    await this.personnel.give(order, personId, [{ type: 'ConfirmRole', data: { id, personId } }]);
    return this.book.proposals();
  }

  @Post('grant-proposals/:id/refusal')
  @ApiOperation({ operationId: 'declineGrant', summary: '不予授权或撤回提议 · Decline a proposal, or take it back' })
  @ApiCreatedResponse({ type: ProposalsAnswer })
  async decline(
    @Param('id') id: string,
    @Body() { reason }: DeclineDto,
    @Ordered() order: Order,
  ): Promise<ProposalsAnswer> {
    await this.personnel.give(order, await this.book.personOf(id), [{ type: 'DeclineRole', data: { id, reason } }]);
    return this.book.proposals();
  }

  @Get('break-glass')
  @ApiOperation({ operationId: 'listBreakGlass', summary: '紧急授权 · Roles that one alone gave' })
  @ApiOkResponse({ type: BreakGlassesAnswer })
  broken(): Promise<BreakGlassesAnswer> {
    return this.book.breakGlasses();
  }

  @Post('break-glass')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'breakGlass',
    summary:
      '紧急授权，一人即时生效三天，报警并须事后审查 · One alone gives a role for three days; it is an alarm, and the audit reviews it',
  })
  @ApiCreatedResponse({ type: BreakGlassesAnswer })
  async breakGlass(
    @Body() { accountId, role, unitId, reason }: BreakGlassDto,
    @Ordered() order: Order,
  ): Promise<BreakGlassesAnswer> {
    const { personId } = await this.accounts.find(accountId);
    const data = { id: idOf(order, 'glass'), personId, accountId, role, unitId: unitId ?? null, reason };
    await this.personnel.give(order, personId, [{ type: 'BreakGlass', data }]);
    return this.book.breakGlasses();
  }

  @Post('break-glass/:id/review')
  @ApiOperation({
    operationId: 'reviewBreakGlass',
    summary: '紧急授权事后审查，书面结论 · The written review of a role that one alone gave',
  })
  @ApiCreatedResponse({ type: BreakGlassesAnswer })
  async review(
    @Param('id') id: string,
    @Body() { justified, opinion }: BreakGlassReviewDto,
    @Ordered() order: Order,
  ): Promise<BreakGlassesAnswer> {
    const personId = await this.book.personOf(id);
    const data = { id, personId, justified, opinion };
    await this.personnel.give(order, personId, [{ type: 'ReviewBreakGlass', data }]);
    return this.book.breakGlasses();
  }
}
