import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '#libs/evaluation';
import type { Identity } from '#libs/identity';

export class GrantAnswer {
  @ApiProperty({ enum: [...ROLES], enumName: 'Role' }) readonly role!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'null: the administrator, over no unit' })
  readonly unitId!: string | null;
}

/** Who is logged in, and what comes next. */
export class SessionAnswer {
  @ApiProperty() readonly accountId!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty({ example: '杨经办' }) readonly name!: string;
  @ApiProperty({ example: 'yang' }) readonly login!: string;
  @ApiProperty({ type: GrantAnswer, isArray: true }) readonly grants!: readonly GrantAnswer[];
  @ApiProperty({ type: 'string', isArray: true }) readonly memberOf!: readonly string[];
  @ApiProperty({ enum: ['change-password', 'work', 'administer'], enumName: 'Next' }) readonly next!: string;

  static of({ mustChangePassword, ...identity }: Identity): SessionAnswer {
    const administers = identity.grants.some(({ role }) => role === 'administrator');
    return { ...identity, next: mustChangePassword ? 'change-password' : administers ? 'administer' : 'work' };
  }
}
