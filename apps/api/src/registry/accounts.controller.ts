import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Account, Accounts, type Grant } from '#libs/identity';
import { type Order, Ordered } from '../http/order.js';
import { Administration, idOf } from './administration.js';
import { AccountDto, AccountStatusDto, AccountsQuery, GrantDto } from './registry.dto.js';

/** An account, and once the one-time password that opens it. */
type Opened = Account & { readonly oneTimePassword: string | null };

@ApiTags('registry')
@Controller('api/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly administration: Administration,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAccounts', summary: '账号 · Accounts' })
  list(@Query() { limit = 50, cursor, personId }: AccountsQuery) {
    return this.accounts.page({ limit, after: cursor, personId });
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getAccount', summary: '账号详情 · One account' })
  get(@Param('id') id: string) {
    return this.accounts.find(id);
  }

  @Post()
  @ApiOperation({
    operationId: 'openAccount',
    summary: '开立账号，一次性口令只显示一次 · Open an account; its one-time password is answered once and never again',
  })
  open(@Body() { personId, login, grants }: AccountDto, @Ordered() order: Order): Promise<Opened> {
    const id = idOf(order, 'account');
    const draft = { id, personId, login, grants: grants.map(plain) };
    return this.administration.change<Opened>(
      order,
      { record: 'account', id },
      {
        change: async () => {
          const { account, oneTimePassword } = await this.accounts.open(draft);
          return { ...account, oneTimePassword };
        },
        now: async () => ({ ...(await this.accounts.find(id)), oneTimePassword: null }),
        told: withoutPassword,
      },
    );
  }

  @Put(':id/status')
  @ApiOperation({
    operationId: 'setAccountStatus',
    summary: '停用或恢复；停用即刻结束其会话 · Disable or reopen; disabling ends its sessions at once',
  })
  async setStatus(@Param('id') id: string, @Body() { status }: AccountStatusDto, @Ordered() order: Order) {
    return this.#change(order, id, 'account', () => this.accounts.setDisabled(id, status === 'disabled'));
  }

  @Post(':id/password-reset')
  @ApiOperation({
    operationId: 'resetPassword',
    summary: '重置口令，一次性口令只显示一次 · Replace a forgotten password by a one-time one',
  })
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
  @ApiOperation({ operationId: 'grantRole', summary: '授予角色 · Give a role' })
  async grant(@Param('id') id: string, @Body() grant: GrantDto, @Ordered() order: Order) {
    return this.#change(order, id, 'grant', () => this.accounts.grant(id, plain(grant)));
  }

  @Delete(':id/grants')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'revokeRole',
    summary: '收回角色，其会话即刻结束 · Take a role back; the account’s sessions end at once',
  })
  async revoke(@Param('id') id: string, @Query() grant: GrantDto, @Ordered() order: Order) {
    return this.#change(order, id, 'grant', () => this.accounts.revoke(id, plain(grant)));
  }

  async #change(
    order: Order,
    id: string,
    record: 'account' | 'grant',
    change: () => Promise<Account>,
  ): Promise<Account> {
    const before = await this.accounts.find(id);
    return this.administration.change(order, { record, id, before }, { change, now: () => this.accounts.find(id) });
  }
}

const plain = ({ role, unitId }: GrantDto): Grant => ({ role, unitId: unitId ?? null });

const withoutPassword = ({ oneTimePassword: _, ...account }: Opened): Account => account;
