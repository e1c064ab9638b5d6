import { ApiProperty } from '@nestjs/swagger';
import { Id, Text } from '../http/fields.js';

export class PhraseDto {
  @Text(2, 500, { example: '数据与决算一致，同意。' }) readonly text!: string;
  @Id({ optional: true, description: 'shared by this unit with everybody at it and below; left out: one’s own' })
  readonly unitId?: string;
}

export class PhraseAnswer {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ maxLength: 500 }) readonly text!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'which unit shares it; null: one’s own' })
  readonly unitId!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly unitName!: string | null;
  @ApiProperty({ description: 'one’s own, or shared by a unit that one manages' }) readonly removable!: boolean;
}

/** One's own first, then those that units at or above one's own share, and, for a manager, those below. */
export class PhrasesAnswer {
  @ApiProperty({ type: () => PhraseAnswer, isArray: true }) readonly items!: readonly PhraseAnswer[];
}
