import { ApiProperty } from '@nestjs/swagger';
import { MapOf } from '../http/told.js';
import { TextAnswer } from '../lists/lists.answer.js';

/** Something that was done: by whom, and when (ISO 8601, UTC). */
class Done {
  @ApiProperty() readonly by!: string;
  @ApiProperty({ format: 'date-time' }) readonly at!: string;
}

class RecheckAnswer extends Done {
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty() readonly contentHash!: string;
  @ApiProperty() readonly opinion!: string;
  @ApiProperty() readonly recheckScore!: string;
}

class FinalAnswer extends Done {
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty() readonly contentHash!: string;
  @ApiProperty({ type: String, nullable: true }) readonly selfScore!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly systemScore!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly recheckScore!: string | null;
  @ApiProperty({ required: false }) readonly note?: string;
  @ApiProperty({ format: 'date', description: 'until when the unit is told what to set right' })
  readonly feedbackDueOn!: string;
}

class SaidAnswer extends Done {
  @ApiProperty() readonly text!: string;
}

class RectificationAnswer extends Done {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly text!: string;
  @ApiProperty({ required: false }) readonly path?: string;
  @ApiProperty({ format: 'date' }) readonly dueOn!: string;
  @ApiProperty({ enum: ['open', 'replied', 'closed'] }) readonly state!: 'open' | 'replied' | 'closed';
  @ApiProperty({ description: 'a comparison with the clock' }) readonly overdue!: boolean;
  @ApiProperty({ type: [SaidAnswer], description: 'replies, the newest last' }) readonly replies!: SaidAnswer[];
  @ApiProperty({ type: [SaidAnswer] }) readonly rejections!: SaidAnswer[];
  @ApiProperty({ type: SaidAnswer, nullable: true }) readonly closed!: SaidAnswer | null;
}

class PublicationAnswer extends Done {
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty() readonly contentHash!: string;
  @ApiProperty() readonly place!: string;
  @ApiProperty({ required: false }) readonly url?: string;
  @ApiProperty({ format: 'date' }) readonly publishedOn!: string;
  @ApiProperty({ required: false, format: 'date' }) readonly repliedOn?: string;
  @ApiProperty({ required: false, description: 'of a correction: what was wrong' }) readonly reason?: string;
}

class CheckAnswer {
  @ApiProperty() readonly rule!: string;
  @ApiProperty() readonly severity!: string;
  @ApiProperty({ type: TextAnswer }) readonly message!: TextAnswer;
}

/** What followed on the approval of an evaluation. */
export class ConclusionAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'the draw that fell on it' })
  readonly sampleId!: string | null;
  @ApiProperty({ type: RecheckAnswer, nullable: true }) readonly recheck!: RecheckAnswer | null;
  @ApiProperty({ type: FinalAnswer, nullable: true }) readonly final!: FinalAnswer | null;
  @ApiProperty({ type: [RectificationAnswer] }) readonly findings!: RectificationAnswer[];
  @ApiProperty({ type: [PublicationAnswer], description: 'the newest last' })
  readonly publications!: PublicationAnswer[];
  @ApiProperty({ type: [CheckAnswer], description: 'what the rules of process find in the record (W01 to W06)' })
  readonly checks!: CheckAnswer[];
  @MapOf('text', { description: 'person → name' }) readonly names!: Record<string, string>;
}
