import { ApiProperty } from '@nestjs/swagger';
import { CommandAnswer } from '../http/answers.js';
import { Id, Text, Whole } from '../http/fields.js';
import { Has, Word } from '../http/told.js';

/** One of the two: everything a person said and left behind, or one event. */
export class ErasureDto {
  @Id({ optional: true, description: 'everything of this person' }) readonly personId?: string;
  @Whole(0, Number.MAX_SAFE_INTEGER, { optional: true, description: 'the event at this position', example: 0 })
  readonly position?: number;
  @Text(10, 500, { example: '依个人信息保护法第四十七条，本人申请删除', description: 'what it rests on' })
  readonly reason!: string;
}

export class ErasureRefusalDto {
  @Text(10, 500, { example: '申请材料不全，暂不予删除' }) readonly reason!: string;
}

/** The order's id, its version and the position of its event. */
export class ErasureAnswer extends CommandAnswer {
  @ApiProperty() readonly id!: string;
}

class ErasureFactAnswer {
  @ApiProperty({ type: 'integer' }) readonly position!: number;
  @ApiProperty() readonly type!: string;
  @ApiProperty({ format: 'date-time' }) readonly recordedAt!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty({ type: 'integer', required: false, description: 'events that were erased' }) readonly count?: number;
}

class MeantAnswer {
  @ApiProperty({ type: 'integer' }) readonly position!: number;
  @ApiProperty() readonly type!: string;
  @ApiProperty() readonly stream!: string;
}

/** What is to be erased: one of the two. */
export class ErasureTargetAnswer {
  @Has('text', { optional: true }) readonly personId?: string;
  @Has('whole', { optional: true }) readonly position?: number;
}

/** One order to erase, and what became of it. */
export class ErasureRowAnswer {
  @Has('text') readonly id!: string;
  @Has('whole') readonly position!: number;
  @Has('moment') readonly orderedAt!: string;
  @Has('text') readonly orderedBy!: string;
  @Has('text', { nullable: true }) readonly orderedByName!: string | null;
  @Has(ErasureTargetAnswer) readonly target!: ErasureTargetAnswer;
  @Has('text', { nullable: true }) readonly targetName!: string | null;
  @Has('text') readonly reason!: string;
  @Word('ErasureOutcome', ['ErasureConfirmed', 'ErasureDeclined'], { nullable: true, description: 'null: it waits' })
  readonly outcome!: string | null;
  @Has('moment', { nullable: true }) readonly settledAt!: string | null;
  @Has('text', { nullable: true }) readonly settledBy!: string | null;
  @Has('text', { nullable: true }) readonly settledByName!: string | null;
  @Has('whole', { nullable: true, description: 'events that were erased' }) readonly erased!: number | null;
}

export class ErasureShown {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ enum: ['ORDERED', 'CONFIRMED', 'DECLINED'] }) readonly stage!: string;
  @ApiProperty() readonly orderedBy!: string;
  @Has(ErasureTargetAnswer) readonly target!: ErasureTargetAnswer;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ type: () => ErasureFactAnswer, isArray: true }) readonly facts!: readonly ErasureFactAnswer[];
  @ApiProperty({ type: 'integer', description: 'events that stay for now: their matter is not decided yet' })
  readonly open!: number;
  @ApiProperty({ type: () => MeantAnswer, isArray: true, description: 'what confirming it now would erase' })
  readonly wouldErase!: readonly MeantAnswer[];
}
