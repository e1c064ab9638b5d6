import { CommandAnswer } from '../http/answers.js';
import { Has, Word } from '../http/told.js';

/** A share of each department’s evaluations, or so many of each. */
export class SampleRuleAnswer {
  @Word('SampleRule', ['share', 'count']) readonly kind!: string;
  @Has('number', { optional: true }) readonly percent?: number;
  @Has('whole', { optional: true }) readonly count?: number;
}

/** A draw of approved evaluations for recheck; from its seed anybody can draw again. */
export class SampleAnswer {
  @Has('text') readonly sampleId!: string;
  @Has(SampleRuleAnswer) readonly rule!: SampleRuleAnswer;
  @Has('text', { description: 'hex' }) readonly seed!: string;
  @Has(['text'], { description: 'the evaluations on which it fell' }) readonly chosen!: readonly string[];
  @Has('moment') readonly drawnAt!: string;
  @Has('text') readonly drawnBy!: string;
  @Has('whole', { description: 'among how many' }) readonly population!: number;
  @Has('whole') readonly departments!: number;
}

/** The draw is made; a run in the background tells the evaluations on which it fell. */
export class DrawnSampleAnswer extends CommandAnswer {
  @Has('text') readonly runId!: string;
}
