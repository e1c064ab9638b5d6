import { ApiProperty } from '@nestjs/swagger';
import { Whole } from '../http/fields.js';

export class EvidenceQuery {
  @Whole(0, Number.MAX_SAFE_INTEGER, { optional: true, description: 'the `next` of the page before' })
  readonly from?: number;
  @Whole(1, 200, { optional: true, description: 'default 100' }) readonly limit?: number;
}

class ProvenAnswer {
  @ApiProperty({ type: 'integer' }) readonly position!: number;
  @ApiProperty({ description: 'the exact bytes' }) readonly envelope!: string;
  @ApiProperty({ type: 'string', nullable: true, description: 'null: erased by order' }) readonly payload!:
    | string
    | null;
  @ApiProperty({ type: 'string', nullable: true, description: 'hex' }) readonly salt!: string | null;
  @ApiProperty({ type: 'string', isArray: true, nullable: true, description: 'RFC 6962, base64; null: not sealed yet' })
  readonly proof!: readonly string[] | null;
}

/** Events with what anybody needs to check them alone. */
export class EvidenceAnswer {
  @ApiProperty({ type: 'integer' }) readonly size!: number;
  @ApiProperty({ type: 'string', nullable: true, description: 'C2SP tlog-checkpoint' }) readonly checkpoint!:
    | string
    | null;
  @ApiProperty({ type: 'string', isArray: true }) readonly keys!: readonly string[];
  @ApiProperty({ type: () => ProvenAnswer, isArray: true }) readonly items!: readonly ProvenAnswer[];
  @ApiProperty({ type: 'integer', nullable: true }) readonly next!: number | null;
}

class ExceptionAnswer {
  @ApiProperty() readonly evaluation!: string;
  @ApiProperty({ enum: ['one-person', 'participant', 'other-content'] }) readonly why!: string;
}

export class DualReviewYear {
  @ApiProperty({ type: 'integer' }) readonly year!: number;
  @ApiProperty({ type: 'integer' }) readonly decided!: number;
  @ApiProperty({ type: 'integer' }) readonly byTwoPersons!: number;
  @ApiProperty({ type: 'integer' }) readonly reviewers!: number;
  @ApiProperty({ type: () => ExceptionAnswer, isArray: true }) readonly exceptions!: readonly ExceptionAnswer[];
}

/** The proof of 一事双审, year by year. */
export class DualReviewAnswer {
  @ApiProperty({ type: () => DualReviewYear, isArray: true }) readonly years!: readonly DualReviewYear[];
}
