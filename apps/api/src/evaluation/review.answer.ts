import { GATES } from '#libs/evaluation';
import { Has, MapOf, Word } from '../http/told.js';
import { ChangeAnswer } from './sheet.answer.js';

const STEPS = ['first', 'second'] as const;

/** What one reviewer answers for. */
export class SeatAnswer {
  @Word('ReviewStep', STEPS) readonly step!: string;
  @Word('Gate', GATES, { nullable: true }) readonly gate!: string | null;
}

export class SignedSeatAnswer extends SeatAnswer {
  @Has('text') readonly by!: string;
}

export class AssignedSeatAnswer extends SeatAnswer {
  @Has('text') readonly personId!: string;
}

/** How a campaign reviews. */
export class ReviewRulesAnswer {
  @Word('Assignment', ['open', 'assigned']) readonly assignment!: string;
  @Has('flag') readonly blind!: boolean;
  @Word('Gate', GATES, { isArray: true }) readonly gates!: readonly string[];
  @Word('GateOrder', ['parallel', 'in-order']) readonly gateOrder!: string;
  @Word('SecondReview', ['overall', 'per-gate']) readonly second!: string;
}

/** A file enclosed with an opinion; fetched by its hash like every attachment. */
export class EnclosedFileAnswer {
  @Has('text') readonly hash!: string;
  @Has('text') readonly name!: string;
  @Has('whole') readonly size!: number;
  @Has('text') readonly type!: string;
}

/** A note of a reviewer at one place. */
export class RemarkAnswer {
  @Has('text') readonly path!: string;
  @Has('text', { optional: true }) readonly quote?: string;
  @Word('RemarkSeverity', ['note', 'minor', 'major']) readonly severity!: string;
  @Has('text') readonly text!: string;
  @Has([EnclosedFileAnswer], { optional: true }) readonly attachments?: readonly EnclosedFileAnswer[];
}

export class OpinionAnswer {
  @Has('text') readonly opinion!: string;
  @Word('Gate', GATES, { optional: true }) readonly gate?: string;
  @Has([RemarkAnswer], { optional: true }) readonly remarks?: readonly RemarkAnswer[];
  @Has('decimal', { optional: true }) readonly reviewerScore?: string;
  @Has('decimal', { optional: true }) readonly recheckScore?: string;
}

/** An item of a return with the unit’s reply and what changed at or below its place. */
export class AnsweredItemAnswer {
  @Has('text') readonly id!: string;
  @Has('text') readonly path!: string;
  @Has('text') readonly text!: string;
  @Has([EnclosedFileAnswer], { optional: true }) readonly attachments?: readonly EnclosedFileAnswer[];
  @Has('text', { nullable: true }) readonly answer!: string | null;
  @Has([ChangeAnswer]) readonly changes!: readonly ChangeAnswer[];
}

/** What one reviewer said about one version; nothing of it while it is sealed. */
export class ReviewAnswer {
  @Word('ReviewKind', ['first-pass', 'second-pass', 'recheck', 'return']) readonly kind!: string;
  @Has('whole') readonly version!: number;
  @Has('text') readonly by!: string;
  @Has('moment') readonly at!: string;
  @Has('flag') readonly revoked!: boolean;
  @Has('flag') readonly sealed!: boolean;
  @Has(OpinionAnswer, { nullable: true }) readonly opinion!: OpinionAnswer | null;
  @Has('text', { nullable: true }) readonly reason!: string | null;
  @Has([AnsweredItemAnswer]) readonly items!: readonly AnsweredItemAnswer[];
}

export class ReviewsAnswer {
  @Has([ReviewAnswer]) readonly items!: readonly ReviewAnswer[];
  @MapOf('text', { description: 'name of each person' }) readonly names!: Readonly<Record<string, string>>;
}

/** Who could review, how busy he is, and why he may not. */
export class CandidateAnswer {
  @Has('text') readonly personId!: string;
  @Has('text') readonly name!: string;
  @Word('ReviewStep', STEPS) readonly step!: string;
  @Has('whole') readonly open!: number;
  @Word('CandidateFrom', ['department', 'above']) readonly from!: string;
  @Word('CandidateConflict', ['unit-member', 'declared'], { optional: true }) readonly conflict?: string;
}
