import { MEMBERSHIP_KINDS, UNIT_KINDS } from '#libs/registry';
import { Choice, Day, Id, ListOf, Shaped, Text, Whole } from '../http/fields.js';
import { DatedGrantDto } from '../personnel/personnel.dto.js';

const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const CURSOR = { optional: true, description: 'the `next` of the page before' };

export class PageQuery {
  @Whole(1, 200, { optional: true, description: 'default 50' }) readonly limit?: number;
  @Shaped(/^[\w.-]{1,500}$/, CURSOR) readonly cursor?: string;
}

export class DivisionDto {
  @Shaped(/^[0-9]{6}$/, { example: '431225', description: 'GB/T 2260' }) readonly code!: string;
  @Text(1, 100, { example: '会同县' }) readonly name!: string;
}

export class RenameDto {
  @Text(1, 100) readonly name!: string;
}

export class UnitDto {
  @Shaped(/^[A-Za-z0-9]{1,20}$/, { example: '117003', description: '预算单位编码' }) readonly code!: string;
  @Text(1, 100, { example: '会同县工伤保险服务中心' }) readonly name!: string;
  @Shaped(/^[0-9]{6}$/, { example: '431225' }) readonly divisionCode!: string;
  @Id({ optional: true, description: '主管部门; none: the division’s finance bureau' }) readonly parentId?: string;
  @Choice('UnitKind', UNIT_KINDS) readonly kind!: (typeof UNIT_KINDS)[number];
}

export class ChangeUnitDto {
  @Text(1, 100, { optional: true }) readonly name?: string;
  @Id({ optional: true }) readonly parentId?: string;
  @Choice('UnitKind', UNIT_KINDS, { optional: true }) readonly kind?: (typeof UNIT_KINDS)[number];
}

export class UnitsQuery extends PageQuery {
  @Shaped(/^[0-9]{6}$/, { optional: true }) readonly divisionCode?: string;
  @Id({ optional: true }) readonly parentId?: string;
}

export class MembershipDto {
  @Id() readonly unitId!: string;
  @Choice('MembershipKind', MEMBERSHIP_KINDS) readonly kind!: (typeof MEMBERSHIP_KINDS)[number];
  @Day({ optional: true, description: 'default today' }) readonly from?: string;
  @Day({ optional: true, description: 'default: still' }) readonly to?: string;
}

export class PersonDto {
  @Text(1, 60, { example: '杨经办' }) readonly name!: string;
  @ListOf(() => MembershipDto, 0, 20) readonly memberships!: readonly MembershipDto[];
}

export class ChangePersonDto {
  @Text(1, 60, { optional: true }) readonly name?: string;
  @ListOf(() => MembershipDto, 0, 20, { optional: true }) readonly memberships?: readonly MembershipDto[];
}

export class PersonsQuery extends PageQuery {
  @Id({ optional: true }) readonly unitId?: string;
}

export class AccountDto {
  @Id() readonly personId!: string;
  @Shaped(LOGIN, { example: 'yang' }) readonly login!: string;
  @ListOf(() => DatedGrantDto, 0, 50) readonly grants!: readonly DatedGrantDto[];
}

export class AccountStatusDto {
  @Choice('AccountStatus', ['open', 'disabled']) readonly status!: 'open' | 'disabled';
}

export class AccountsQuery extends PageQuery {
  @Id({ optional: true }) readonly personId?: string;
}

export class ConflictDto {
  @Id({ description: 'the unit in whose matters you keep out' }) readonly unitId!: string;
  @Text(2, 200, { example: '与单位负责人有亲属关系' }) readonly reason!: string;
}
