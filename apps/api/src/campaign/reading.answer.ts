import { Has, Word } from '../http/told.js';
import { TextAnswer } from '../lists/lists.answer.js';

/** Where a file stands that was read, and how much was found in it. */
export class ReadFileFoundAnswer {
  @Has('text') readonly evaluationId!: string;
  @Has('text') readonly unitName!: string;
  @Has('text', { nullable: true }) readonly project!: string | null;
  @Has('text', { description: 'SHA-256 of its text: the document beside the draft' }) readonly document!: string;
  @Has('whole', { description: 'fields it tells' }) readonly found!: number;
  @Has('whole', { description: 'second values for a field' }) readonly conflicts!: number;
  @Has('whole') readonly notUnderstood!: number;
}

/** One file of those that came together, and what came of it. */
export class ReadFileAnswer {
  @Has('whole') readonly number!: number;
  @Has('text') readonly name!: string;
  @Word('ReadFileOutcome', ['waiting', 'read', 'unmatched', 'refused']) readonly outcome!: string;
  @Has(TextAnswer, { nullable: true, description: 'why it was refused or matched to nothing' })
  readonly reason!: TextAnswer | null;
  @Has(ReadFileFoundAnswer, { nullable: true }) readonly read!: ReadFileFoundAnswer | null;
}
