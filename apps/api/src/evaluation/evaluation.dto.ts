import { GATES, type Gate } from '#libs/evaluation';
import { Anything, Choice, FileName, Hash, Id, ListOf, Shaped, Text, Whole } from '../http/fields.js';

const DECIDED_BY_SHEET = {
  description: 'a text, a figure or an indicator, as the field takes it; amounts are decimal strings; null: absent',
  nullable: true,
};

export class ChangeDto {
  @Shaped(/^\/(?:answers|head|figures|indicators|sections)\/[A-Za-z0-9_.-]{1,64}(?:~1[A-Za-z0-9_.-]{1,64})?$/, {
    example: '/figures/BUD.TOTAL',
  })
  readonly path!: string;
  @Anything({ oneOf: fieldForms(), ...DECIDED_BY_SHEET }, { optional: true, description: 'what you saw there' })
  readonly before?: unknown;
  @Anything({ oneOf: fieldForms(), ...DECIDED_BY_SHEET }, { optional: true, description: 'what shall stand there' })
  readonly after?: unknown;
}

export class EditDraftDto {
  @ListOf(() => ChangeDto, 1, 500, { example: [{ path: '/head/preparer', before: null, after: '杨丽华' }] })
  readonly changes!: readonly ChangeDto[];
}

export class ImportDto {
  @Text(1, 255, { example: '2021年自评.txt' }) readonly name!: string;
  @Anything({ type: 'string', maxLength: 500_000 }, { description: 'the text of the report' }) readonly text!: unknown;
}

export class AnswerDto {
  @Id({ example: 'v1-1' }) readonly itemId!: string;
  @Text(1, 8_000) readonly answer!: string;
}

export class FindingAnswerDto {
  @Id({ example: 'R04-1a2b3c4d' }) readonly findingId!: string;
  @Text(1, 8_000) readonly answer!: string;
}

export class FindingsOfOneQuery {
  @Choice('Fast', ['true', 'false'], { optional: true, description: 'only the rules that run on every save' })
  readonly fast?: 'true' | 'false';
}

export class WaiverDto {
  @Id({ example: 'R05-1a2b3c4d' }) readonly findingId!: string;
  @Text(1, 8_000, { description: 'at least 10 characters' }) readonly reason!: string;
}

export class StepDto {
  @Hash({ description: 'the content you saw' }) readonly contentHash!: string;
  @Text(0, 8_000, { optional: true }) readonly comment?: string;
}

export class SubmissionDto {
  @Hash({ description: 'the content that was signed' }) readonly contentHash!: string;
}

export class ReasonDto {
  @Text(1, 8_000) readonly reason!: string;
}

/** A file that came in for the evaluation, enclosed with what a reviewer says. */
export class EnclosedFileDto {
  @Hash({ description: 'as the upload answered it' }) readonly hash!: string;
  @FileName() readonly name!: string;
}

export class RemarkDto {
  @Text(1, 100, { example: '/figures/EXP.BASIC', description: 'JSON pointer of a field, or of a part' })
  readonly path!: string;
  @Text(1, 2_000, { optional: true, description: 'the passage it speaks of, as it stands in that field' })
  readonly quote?: string | null;
  @Choice('RemarkSeverity', ['note', 'minor', 'major']) readonly severity!: 'note' | 'minor' | 'major';
  @Text(1, 8_000) readonly text!: string;
  @ListOf(() => EnclosedFileDto, 0, 20, { optional: true }) readonly attachments?: readonly EnclosedFileDto[] | null;
}

export class PassDto {
  @Choice('ReviewStep', ['first', 'second']) readonly step!: 'first' | 'second';
  @Whole(1, 1_000, { description: 'the version you read' }) readonly version!: number;
  @Hash({ description: 'its content' }) readonly contentHash!: string;
  @Text(1, 16_000) readonly opinion!: string;
  @Choice('Gate', GATES, { optional: true, description: 'where the step has gates' }) readonly gate?: Gate | null;
  @ListOf(() => RemarkDto, 0, 100, { optional: true }) readonly remarks?: readonly RemarkDto[] | null;
  @Shaped(/^\d{1,3}(?:\.\d{1,2})?$/, {
    optional: true,
    example: '88.5',
    description: 'points out of 100, beside the unit’s',
  })
  readonly reviewerScore?: string | null;
}

export class ExpertDto {
  @Id({ description: 'who is asked' }) readonly personId!: string;
  @Text(1, 8_000) readonly question!: string;
}

export class ExpertiseDto {
  @Text(1, 16_000) readonly opinion!: string;
}

export class AssignmentDto {
  @Choice('ReviewStep', ['first', 'second']) readonly step!: 'first' | 'second';
  @Choice('Gate', GATES, { optional: true }) readonly gate?: Gate | null;
  @Id({ description: 'who shall review' }) readonly personId!: string;
  @Text(1, 8_000) readonly reason!: string;
}

export class ReturnItemDto {
  @Text(1, 100, {
    example: '/figures/EXP.BASIC',
    description: 'JSON pointer of a field, or of a part such as /sections',
  })
  readonly path!: string;
  @Text(1, 8_000) readonly text!: string;
  @ListOf(() => EnclosedFileDto, 0, 20, { optional: true }) readonly attachments?: readonly EnclosedFileDto[] | null;
}

export class ReturnDto {
  @Text(0, 8_000, { description: 'at least 10 characters' }) readonly reason!: string;
  @ListOf(() => ReturnItemDto, 0, 100, { description: 'at least one' }) readonly items!: readonly ReturnItemDto[];
}

export class DiffQuery {
  @Whole(1, 1_000, { description: 'the version to compare with' }) readonly against!: number;
}

/** What a field of the sheet may hold, for the OpenAPI document. */
function fieldForms() {
  const decimal = { type: 'string', format: 'decimal', nullable: true, example: '118.78' } as const;
  return [
    { type: 'string' as const },
    {
      type: 'object' as const,
      description: 'figure',
      required: ['value', 'unit'],
      properties: { value: decimal, unit: { type: 'string' as const }, notApplicable: { type: 'boolean' as const } },
    },
    { type: 'object' as const, description: 'indicator' },
  ];
}
