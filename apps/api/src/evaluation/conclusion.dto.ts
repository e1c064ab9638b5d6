import { Day, Hash, Id, ListOf, Shaped, Text, Whole } from '../http/fields.js';

/** The version and content that the person has read (E3). */
class ReadingDto {
  @Whole(1, 1_000, { description: 'the approved version' }) readonly version!: number;
  @Hash({ description: 'its content' }) readonly contentHash!: string;
}

export class RecheckDto extends ReadingDto {
  @Text(1, 16_000, { description: 'at least 10 characters' }) readonly opinion!: string;
  @Shaped(/^\d{1,3}(?:\.\d{1,2})?$/, { example: '86.5', description: 'points out of 100, beside the other scores' })
  readonly recheckScore!: string;
}

export class FinalResultDto extends ReadingDto {
  @Text(1, 8_000, { optional: true }) readonly note?: string | null;
}

export class OrderedFindingDto {
  @Text(1, 8_000) readonly text!: string;
  @Text(1, 100, { optional: true, example: '/figures/EXP.BASIC', description: 'JSON pointer of the place' })
  readonly path?: string | null;
}

export class RectificationDto {
  @Text(1, 8_000, { description: 'on what it rests' }) readonly basis!: string;
  @ListOf(() => OrderedFindingDto, 0, 100, { description: 'at least one' })
  readonly findings!: readonly OrderedFindingDto[];
  @Day({ optional: true, description: 'the last day for the plan; as the campaign says when not said' })
  readonly dueOn?: string | null;
}

export class RectificationReplyDto {
  @Id({ example: 'z1' }) readonly findingId!: string;
  @Text(1, 8_000) readonly reply!: string;
}

export class RectificationRejectionDto {
  @Id({ example: 'z1' }) readonly findingId!: string;
  @Text(1, 8_000, { description: 'at least 10 characters' }) readonly reason!: string;
}

export class RectificationClosureDto {
  @Id({ example: 'z1' }) readonly findingId!: string;
  @Text(1, 8_000) readonly note!: string;
}

export class PublicationDto extends ReadingDto {
  @Text(1, 200, { example: '县政府门户网站' }) readonly place!: string;
  @Text(1, 500, { optional: true, example: 'https://www.example.gov.cn/zp' }) readonly url?: string | null;
  @Day({ description: 'since when it is public' }) readonly publishedOn!: string;
  @Day({ optional: true, description: 'the day of 批复' }) readonly repliedOn?: string | null;
}

export class CorrectionDto extends PublicationDto {
  @Text(1, 8_000, { description: 'at least 10 characters' }) readonly reason!: string;
}

export class ArchiveDto extends ReadingDto {
  @Text(1, 8_000, { optional: true, description: 'why it was never published, where it was not' })
  readonly unpublishedReason?: string | null;
}
