import { ApiProperty } from '@nestjs/swagger';
import { CommandAnswer } from '../http/answers.js';
import { Text } from '../http/fields.js';

export class AttachmentQuery {
  @Text(1, 255, { example: '佐证材料.pdf', description: 'name of the file' }) readonly name!: string;
}

export class AttachedAnswer extends CommandAnswer {
  @ApiProperty({ description: 'SHA-256 of the bytes, by which it is fetched' }) readonly hash!: string;
  @ApiProperty({ description: 'media type, as its first bytes say' }) readonly type!: string;
  @ApiProperty({ type: 'integer' }) readonly size!: number;
}
