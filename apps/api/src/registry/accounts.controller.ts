import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Account, Accounts } from '#libs/identity';
import type { Wish } from '#libs/personnel';
import { NeedsConfirmation } from '../http/access.js';
import { type Order, Ordered } from '../http/order.js';
import { Answers, AnswersCreated, AnswersPlainPage } from '../http/told.js';
import { GrantBook } from '../personnel/grant-book.js';
import { DatedGrantDto, GrantDto, type ProposalAnswer } from '../personnel/personnel.dto.js';
import { Personnel } from '../personnel/personnel.js';
import { Administration, idOf } from './administration.js';
import { AccountAnswer, GrantedAccountAnswer, NewAccountAnswer, OpenedAccountAnswer } from './registry.answer.js';
import { AccountDto, AccountStatusDto, AccountsQuery } from './registry.dto.js';

/** An account, and once the one-time password that opens it. */
type Opened = Account & { readonly oneTimePassword: string | null };

/** With the roles that wait for the other office. */
type WithProposals<T extends Account> = T & { readonly proposals: readonly ProposalAnswer[] };

@ApiTags('registry')
@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly administration: Administration,
    private readonly personnel: Personnel,
    private readonly book: GrantBook,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAccounts', summary: '账号 · Accounts' })
  @AnswersPlainPage(AccountAnswer)
  list(@Query() { limit = 50, cursor, personId }: AccountsQuery) {
    return this.accounts.page({ limit, after: cursor, personId });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getAccount', summary: '账号详情 · One account' })
  @Answers(AccountAnswer)
  get(@Param('id') id: string) {
    return this.accounts.find(id);
  }

  @Post()
  @ApiOperation({
    operationId: 'openAccount',
    summary:
      '开立账号，一次性口令只显示一次；角色须另一员确认 · Open an account; its one-time password is answered once and never again; roles wait for the other office',
  })
  @AnswersCreated(NewAccountAnswer)
  async open(@Body() { personId, login, grants }: AccountDto, @Ordered() order: Order): Promise<WithProposals<Opened>> {
    const id = idOf(order, 'account');
    const wishes = await this.personnel.granting(grants.map(wishOf(order, { id, personId })));
    await this.personnel.foresee(order, personId, wishes);
    const { oneTimePassword } = await this.administration.change<Opened>(
      order,
      { record: 'account', id },
      {
        change: async () => {
          const { account, oneTimePassword } = await this.accounts.open({ id, personId, login });
          return { ...account, oneTimePassword };
        },
        now: async () => ({ ...(await this.accounts.find(id)), oneTimePassword: null }),
        told: withoutPassword,
      },
    );
    if (wishes.length > 0) await this.personnel.give(secondOf(order), personId, wishes);
    return { ...(await this.#withProposals(id)), oneTimePassword };
  }

  @Put(':id/status')
  @ApiOperation({
    operationId: 'setAccountStatus',
    summary: '停用或恢复；停用即刻结束其会话 · Disable or reopen; disabling ends its sessions at once',
  })
  @Answers(AccountAnswer)
  async setStatus(@Param('id') id: string, @Body() { status }: AccountStatusDto, @Ordered() order: Order) {
    const before = await this.accounts.find(id);
    return this.administration.change(
      order,
      { record: 'account', id, before },
      { change: () => this.accounts.setDisabled(id, status === 'disabled'), now: () => this.accounts.find(id) },
    );
  }

  @Post(':id/password-reset')
  @NeedsConfirmation()
  @ApiOperation({
    operationId: 'resetPassword',
    summary: '重置口令，一次性口令只显示一次 · Replace a forgotten password by a one-time one',
  })
  @AnswersCreated(OpenedAccountAnswer)
  async resetPassword(@Param('id') id: string, @Ordered() order: Order): Promise<Opened> {
    const before = await this.accounts.find(id);
    return this.administration.change<Opened>(
      order,
      { record: 'account', id, before },
      {
        change: async () => {
          const { account, oneTimePassword } = await this.accounts.resetPassword(id);
          return { ...account, oneTimePassword };
        },
        now: async () => ({ ...(await this.accounts.find(id)), oneTimePassword: null }),
        told: withoutPassword,
      },
    );
  }

  @Post(':id/grants')
  @ApiOperation({
    operationId: 'grantRole',
    summary: '提议授予角色，由另一员确认 · Propose a role; somebody in the other office confirms it',
  })
  @AnswersCreated(GrantedAccountAnswer)
  async grant(@Param('id') id: string, @Body() grant: DatedGrantDto, @Ordered() order: Order) {
    const { personId } = await this.accounts.find(id);
    const wishes = await this.personnel.granting([wishOf(order, { id, personId })(grant, 0)]);
    await this.personnel.give(order, personId, wishes);
    return this.#withProposals(id);
  }

  @Delete(':id/grants')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'revokeRole',
    summary: '收回角色，其会话即刻结束 · Take a role back; the account’s sessions end at once',
  })
  @Answers(GrantedAccountAnswer)
  async revoke(@Param('id') id: string, @Query() { role, unitId }: GrantDto, @Ordered() order: Order) {
    const { personId } = await this.accounts.find(id);
    await this.personnel.give(order, personId, [
      { type: 'RevokeRole', data: { accountId: id, role, unitId: unitId ?? null } },
    ]);
    return this.#withProposals(id);
  }

  async #withProposals(id: string): Promise<WithProposals<Account>> {
    return { ...(await this.accounts.find(id)), proposals: await this.book.proposalsFor(id) };
  }
}

const wishOf =
  (order: Order, { id, personId }: { readonly id: string; readonly personId: string }) =>
  ({ role, unitId, from, to }: DatedGrantDto, n: number): Wish => ({
    ...{ id: idOf(order, `grant ${n}`), personId, accountId: id },
    ...{ role, unitId: unitId ?? null, from, to },
  });

/** What follows from an order in another stream has a key of its own. */
const secondOf = (order: Order): Order => ({
  ...order,
  idempotency: { ...order.idempotency, key: idOf(order, 'second') },
});

const withoutPassword = ({ oneTimePassword: _, ...account }: Opened): Account => account;
