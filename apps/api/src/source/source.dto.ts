import { ApiProperty } from '@nestjs/swagger';
import type { FieldValue } from '#libs/sheet';
import { NotUnderstoodAnswer } from '../evaluation/evaluation.answer.js';
import { VALUE } from '../evaluation/sheet.answer.js';
import { CommandAnswer } from '../http/answers.js';
import { FileName, ListOf, Shaped, Whole } from '../http/fields.js';
import { ListOfOne } from '../http/told.js';

export class SourceQuery {
  @FileName() readonly name!: string;
}

/** One field to take over from a document. */
export class AcceptedFieldDto {
  @Shaped(/^\/(?:figures|head|indicators|sections)\/[A-Za-z0-9_.-]{1,64}$/, { example: '/figures/BUD.TOTAL' })
  readonly path!: string;
  @Whole(0, 50, { optional: true, description: 'of several values: 0 the first (when not said), 1 the next one …' })
  readonly value?: number;
}

export class AcceptanceDto {
  @ListOf(() => AcceptedFieldDto, 1, 1_000) readonly fields!: readonly AcceptedFieldDto[];
}

/** A document that was read for an evaluation. */
export class SourceHeadAnswer {
  @ApiProperty({ description: 'SHA-256 of its text: places of figures name it by this' }) readonly sha256!: string;
  @ApiProperty({ example: '2022年自评报告.docx' }) readonly name!: string;
  @ApiProperty({ enum: ['docx', 'doc', 'xlsx', 'xls', 'pdf', 'txt'] }) readonly format!: string;
  @ApiProperty({ description: 'SHA-256 of the file' }) readonly fileSha256!: string;
  @ApiProperty({ type: 'integer' }) readonly characters!: number;
  @ApiProperty({ description: 'the person' }) readonly readBy!: string;
  @ApiProperty({ format: 'date-time' }) readonly readAt!: string;
}

export class SourcesAnswer {
  @ApiProperty({ type: SourceHeadAnswer, isArray: true }) readonly items!: readonly SourceHeadAnswer[];
}

class FoundFieldAnswer {
  @ApiProperty({ example: '/figures/BUD.TOTAL' }) readonly path!: string;
  @ListOfOne(VALUE, { description: 'one value; several: a conflict to settle' })
  readonly values!: readonly FieldValue[];
}

class CellPlaceAnswer {
  @ApiProperty({ type: 'integer' }) readonly row!: number;
  @ApiProperty({ type: 'integer' }) readonly column!: number;
  @ApiProperty({ type: 'integer' }) readonly down!: number;
  @ApiProperty({ type: 'integer' }) readonly across!: number;
  @ApiProperty({ type: 'integer' }) readonly start!: number;
  @ApiProperty({ type: 'integer' }) readonly end!: number;
}

class TablePlaceAnswer {
  @ApiProperty({ type: 'integer' }) readonly number!: number;
  @ApiProperty({ required: false }) readonly sheet?: string;
  @ApiProperty({ type: CellPlaceAnswer, isArray: true }) readonly cells!: readonly CellPlaceAnswer[];
}

/** A document with its text, its tables, and what was found where. */
export class SourceAnswer extends SourceHeadAnswer {
  @ApiProperty({ description: 'places are UTF-16 offsets into it' }) readonly text!: string;
  @ApiProperty({ type: TablePlaceAnswer, isArray: true }) readonly tables!: readonly TablePlaceAnswer[];
  @ApiProperty({ type: FoundFieldAnswer, isArray: true }) readonly proposals!: readonly FoundFieldAnswer[];
  @ApiProperty({ type: NotUnderstoodAnswer, isArray: true }) readonly notUnderstood!: readonly NotUnderstoodAnswer[];
}

export class AcceptanceAnswer extends CommandAnswer {
  @ApiProperty({ type: 'integer', description: 'fields taken over' }) readonly fields!: number;
}
