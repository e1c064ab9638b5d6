import { ApiProperty } from '@nestjs/swagger';
import { FOUND, type FoundKind } from '#libs/read-models';
import { Text } from '../http/fields.js';

export class SearchQuery {
  @Text(2, 100, { example: '工伤保险 2021', description: 'words of a name, a code or a year, in any order' })
  readonly text!: string;
}

export class FoundAnswer {
  @ApiProperty({ enum: FOUND, enumName: 'FoundKind' }) readonly kind!: FoundKind;
  @ApiProperty() readonly id!: string;
  @ApiProperty({ description: 'of an evaluation the name of its unit' }) readonly name!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'the unit’s code' }) readonly code!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly fiscalYear!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly stage!: string | null;
  @ApiProperty({ type: 'string', nullable: true, description: 'the unit above a unit; the units of a person today' })
  readonly belongsTo!: string | null;
}

export class SearchAnswer {
  @ApiProperty({ type: () => FoundAnswer, isArray: true, maxItems: 20 }) readonly items!: readonly FoundAnswer[];
}
