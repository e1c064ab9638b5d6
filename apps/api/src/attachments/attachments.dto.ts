import { ApiProperty } from '@nestjs/swagger';
import { CommandAnswer } from '../http/answers.js';
import { FileName } from '../http/fields.js';

export class AttachmentQuery {
  @FileName() readonly name!: string;
}

/** A file that came in; an opinion names it by its hash. */
export class EnclosedAnswer {
  @ApiProperty({ description: 'SHA-256 of the bytes' }) readonly hash!: string;
  @ApiProperty({ description: 'media type, as its first bytes say' }) readonly type!: string;
  @ApiProperty({ type: 'integer' }) readonly size!: number;
}

export class AttachedAnswer extends CommandAnswer {
  @ApiProperty({ description: 'SHA-256 of the bytes, by which it is fetched' }) readonly hash!: string;
  @ApiProperty({ description: 'media type, as its first bytes say' }) readonly type!: string;
  @ApiProperty({ type: 'integer' }) readonly size!: number;
}
