import { ApiProperty } from '@nestjs/swagger';
import { SignedSeatAnswer } from '../evaluation/review.answer.js';
import { RecordedPointsAnswer } from '../evaluation/score.answer.js';
import { ChangeAnswer, SheetAnswer } from '../evaluation/sheet.answer.js';
import { Instant, Whole } from '../http/fields.js';
import { Has } from '../http/told.js';

const LAST = Number.MAX_SAFE_INTEGER;

/** One of the two: a position of the log, or a time. */
export class MomentQuery {
  @Whole(0, LAST, { optional: true, description: 'a position of the log', example: 12 }) readonly position?: number;
  @Instant({ optional: true, description: 'a time; the evaluation as it stood then' }) readonly at?: string;
}

export class ComparisonQuery {
  @Whole(0, LAST, { description: 'the position of the earlier moment' }) readonly from!: number;
  @Whole(0, LAST, { description: 'the position of the later moment' }) readonly to!: number;
}

export class PointAnswer {
  @ApiProperty({ type: 'integer' }) readonly streamVersion!: number;
  @ApiProperty({ type: 'integer' }) readonly position!: number;
  @ApiProperty({ description: 'the event after which it stood so' }) readonly type!: string;
  @ApiProperty({ format: 'date-time' }) readonly recordedAt!: string;
  @ApiProperty() readonly personId!: string;
  @ApiProperty() readonly stage!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class PointsAnswer {
  @ApiProperty({ type: () => PointAnswer, isArray: true }) readonly items!: readonly PointAnswer[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly names!: Readonly<Record<string, string>>;
}

class DifferenceAnswer {
  @ApiProperty() readonly what!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly before!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly after!: string | null;
}

class MomentShown extends PointAnswer {
  @ApiProperty({ type: () => SheetAnswer }) readonly sheet!: SheetAnswer;
  @ApiProperty() readonly contentHash!: string;
  @ApiProperty({ type: 'string', nullable: true }) readonly submittedHash!: string | null;
  @Has(RecordedPointsAnswer, { nullable: true }) readonly score!: RecordedPointsAnswer | null;
  @Has([SignedSeatAnswer], { description: 'passes that stand' }) readonly passes!: readonly SignedSeatAnswer[];
  @Has(['text']) readonly participants!: readonly string[];
}

/** Two moments, and how the first became the second. */
export class ComparisonAnswer {
  @ApiProperty({ type: () => MomentShown }) readonly from!: MomentShown;
  @ApiProperty({ type: () => PointAnswer }) readonly to!: PointAnswer;
  @ApiProperty({ type: () => ChangeAnswer, isArray: true }) readonly changes!: readonly ChangeAnswer[];
  @ApiProperty({ type: () => DifferenceAnswer, isArray: true }) readonly differences!: readonly DifferenceAnswer[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  readonly names!: Readonly<Record<string, string>>;
}
