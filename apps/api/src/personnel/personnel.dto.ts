import { ApiProperty } from '@nestjs/swagger';
import { ROLES } from '#libs/evaluation';
import { Choice, Day, Flag, Id, Text } from '../http/fields.js';

export class GrantDto {
  @Choice('Role', ROLES) readonly role!: (typeof ROLES)[number];
  @Id({ optional: true, description: 'needed by every role but the three offices’' }) readonly unitId?: string;
}

export class DatedGrantDto extends GrantDto {
  @Day({ optional: true, description: 'the first day; default today' }) readonly from?: string;
  @Day({ optional: true, description: 'the last day; default: until it is taken back' }) readonly to?: string;
}

export class DeclineDto {
  @Text(2, 500, { example: '该员已调离，不再授予' }) readonly reason!: string;
}

export class BreakGlassDto extends GrantDto {
  @Id({ description: 'the account that gets the role for three days' }) readonly accountId!: string;
  @Text(10, 500, { example: '安全管理员出差失联，今日须完成复审' }) readonly reason!: string;
}

export class BreakGlassReviewDto {
  @Flag({ description: 'whether it was right to act alone' }) readonly justified!: boolean;
  @Text(10, 2_000, { example: '已核对值班记录，情况属实，处置得当' }) readonly opinion!: string;
}

/** A role that waits for the other office. */
export class ProposalAnswer {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty() readonly personName!: string;
  @ApiProperty() readonly accountId!: string;
  @ApiProperty() readonly login!: string;
  @ApiProperty({ enum: [...ROLES], enumName: 'Role' }) readonly role!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly unitId!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly unitName!: string | null;
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) readonly to!: string | null;
  @ApiProperty() readonly proposedBy!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly proposedByName!: string | null;
  @ApiProperty({ enum: ['administrator', 'security-administrator'], enumName: 'GrantingOffice' })
  readonly proposedAs!: string;
  @ApiProperty({ format: 'date-time' }) readonly proposedAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly expiresAt!: string;
  @ApiProperty({ description: 'too late to be confirmed' }) readonly expired!: boolean;
}

export class ProposalsAnswer {
  @ApiProperty({ description: 'one alone still gives roles, because nobody holds the second office yet' })
  readonly bootstrap!: boolean;
  @ApiProperty({ type: ProposalAnswer, isArray: true }) readonly items!: readonly ProposalAnswer[];
}

/** A role that one alone gave, and what the audit wrote about it. */
export class BreakGlassAnswer {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty() readonly personName!: string;
  @ApiProperty() readonly login!: string;
  @ApiProperty({ enum: [...ROLES], enumName: 'Role' }) readonly role!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly unitName!: string | null;
  @ApiProperty({ format: 'date' }) readonly from!: string;
  @ApiProperty({ format: 'date' }) readonly to!: string;
  @ApiProperty() readonly brokenBy!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly brokenByName!: string | null;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'null: erased by order' })
  readonly reason!: string | null;
  @ApiProperty({ type: 'boolean', nullable: true, description: 'null: nobody of the audit has looked at it yet' })
  readonly justified!: boolean | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly opinion!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly reviewerName!: string | null;
}

export class BreakGlassesAnswer {
  @ApiProperty({ type: 'integer', description: 'how many still need a review' }) readonly open!: number;
  @ApiProperty({ type: BreakGlassAnswer, isArray: true }) readonly items!: readonly BreakGlassAnswer[];
}

/** One fact of a person’s stream, as people read it. */
export class PersonFactAnswer {
  @ApiProperty({ example: 'MembershipBegun' }) readonly type!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
  @ApiProperty() readonly by!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly byName!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) readonly data!: unknown;
}

export class PersonHistoryAnswer {
  @ApiProperty({ type: PersonFactAnswer, isArray: true }) readonly items!: readonly PersonFactAnswer[];
}

/** A browser that is logged in. */
export class OpenSessionAnswer {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ format: 'date-time' }) readonly openedAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly seenAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly expiresAt!: string;
  @ApiProperty({ description: 'whether a second factor was given in it' }) readonly factorGiven!: boolean;
}

export class OpenSessionsAnswer {
  @ApiProperty({ type: OpenSessionAnswer, isArray: true }) readonly items!: readonly OpenSessionAnswer[];
}
