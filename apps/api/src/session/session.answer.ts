import { ApiProperty } from '@nestjs/swagger';
import { isOffice, ROLES } from '#libs/evaluation';
import type { Lack, Session } from '#libs/identity';

export class GrantAnswer {
  @ApiProperty({ enum: [...ROLES], enumName: 'Role' }) readonly role!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'null: one of the three offices, over no unit' })
  readonly unitId!: string | null;
}

const NEXT: Readonly<Record<Lack, string>> = {
  'second-factor': 'give-second-factor',
  'new-password': 'change-password',
  enrolment: 'enrol-second-factor',
};

/** Who is logged in, and what comes next. */
export class SessionAnswer {
  @ApiProperty() readonly accountId!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty({ example: '杨经办' }) readonly name!: string;
  @ApiProperty({ example: 'yang' }) readonly login!: string;
  @ApiProperty({ type: GrantAnswer, isArray: true }) readonly grants!: readonly GrantAnswer[];
  @ApiProperty({ type: 'string', isArray: true }) readonly memberOf!: readonly string[];
  @ApiProperty({ enum: [...Object.values(NEXT), 'work', 'administer'], enumName: 'Next' }) readonly next!: string;
  @ApiProperty({
    enum: ['enrolled', 'required', 'offered', 'free'],
    enumName: 'SecondFactor',
    description: 'offered: the roles would need one, this installation does not demand it; free: the roles need none',
  })
  readonly secondFactor!: string;
  @ApiProperty({ enum: ['totp', 'passkey'], enumName: 'FactorKind', isArray: true, description: 'which are enrolled' })
  readonly factors!: readonly string[];
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'seconds for which the last proof of identity holds for what weighs much',
  })
  readonly freshSeconds!: number;

  static of({ identity, lacks, factor, factors, confirmedUntil }: Session): SessionAnswer {
    const { accountId, personId, name, login, grants, memberOf } = identity;
    const administers = grants.some(({ role }) => isOffice(role));
    const next = lacks === null ? (administers ? 'administer' : 'work') : NEXT[lacks];
    const freshSeconds = Math.max(0, Math.floor((confirmedUntil - performance.now()) / 1_000));
    const who = { accountId, personId, name, login, grants, memberOf };
    return { ...who, next, secondFactor: factor, factors, freshSeconds };
  }
}

export class FirstAdministratorAnswer {
  @ApiProperty({ format: 'uuid' }) readonly accountId!: string;
  @ApiProperty({ format: 'uuid' }) readonly personId!: string;
}
