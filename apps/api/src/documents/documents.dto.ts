import { ApiProperty } from '@nestjs/swagger';
import { CommandAnswer } from '../http/answers.js';
import { Choice, FileName, Whole } from '../http/fields.js';
import { FORMATS, type Format } from './printing.js';

export class DocumentQuery {
  @Choice('DocumentFormat', FORMATS, { example: 'pdf' }) readonly format!: Format;
  @Whole(1, 9_999, { optional: true, description: 'a submitted version; the content as it stands unless told' })
  readonly version?: number;
}

export class FilledFormQuery {
  @FileName() readonly name!: string;
}

/** A cell of a form whose text is another than it was exported with. */
export class WrittenCell {
  @ApiProperty({ example: 'C7' }) readonly cell!: string;
  @ApiProperty({ example: '/figures/BUD.SANGONG' }) readonly path!: string;
  @ApiProperty() readonly text!: string;
}

export class FilledFormAnswer extends CommandAnswer {
  @ApiProperty({ type: 'integer', description: 'how many fields of the draft it changed' }) readonly fields!: number;
  @ApiProperty({ type: () => [WrittenCell] }) readonly edited!: readonly WrittenCell[];
  @ApiProperty({ type: () => [WrittenCell], description: 'cells that say nothing their field could hold' })
  readonly notUnderstood!: readonly WrittenCell[];
}
