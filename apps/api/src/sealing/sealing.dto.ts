import { ApiProperty } from '@nestjs/swagger';
import type { SealingNow } from '#libs/sealing';
import { TextAnswer } from '../lists/lists.answer.js';

class WitnessAnswer {
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly key!: string;
  @ApiProperty({ type: 'integer', nullable: true }) readonly size!: number | null;
  @ApiProperty({ type: String, nullable: true, enum: ['silent', 'refused', 'ahead', 'conflict'] })
  readonly refusal!: string | null;
}

class AlarmAnswer {
  @ApiProperty({ example: 'log.behind' }) readonly code!: string;
  @ApiProperty({ format: 'date-time' }) readonly since!: string;
  @ApiProperty({ type: TextAnswer }) readonly text!: TextAnswer;
}

/** How far the log is sealed. */
export class SealingAnswer implements SealingNow {
  @ApiProperty({ enum: ['sealing', 'silent', 'stopped', 'none'] }) readonly status!: SealingNow['status'];
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly head!: number;
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly size!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly signedAt!: string | null;
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly behindSeconds!: number;
  @ApiProperty({ type: String, nullable: true }) readonly origin!: string | null;
  @ApiProperty({ type: [String] }) readonly keys!: readonly string[];
  @ApiProperty({ type: 'integer', minimum: 0 }) readonly quorum!: number;
  @ApiProperty({ type: [WitnessAnswer] }) readonly witnesses!: readonly WitnessAnswer[];
  @ApiProperty({ type: AlarmAnswer, nullable: true }) readonly alarm!: AlarmAnswer | null;
}
