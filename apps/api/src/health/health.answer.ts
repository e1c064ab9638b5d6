import { Has, Word } from '../http/told.js';
import { SealingAnswer } from '../sealing/sealing.dto.js';

const UP = ['up', 'down'] as const;

export class AliveAnswer {
  @Word('Up', UP) readonly status!: string;
}

export class ReadyAnswer {
  @Word('Up', UP) readonly status!: string;
  @Word('Up', UP) readonly database!: string;
}

/** How far a projection has come; one with an error stands before the event after its position. */
export class CheckpointAnswer {
  @Has('text') readonly name!: string;
  @Has('whole') readonly position!: number;
  @Has('text', { nullable: true }) readonly error!: string | null;
  @Has('text', { nullable: true }) readonly failedAt!: string | null;
}

/** A job that failed too often and waits for an operator. */
export class ParkedAnswer {
  @Has('whole') readonly position!: number;
  @Has('text') readonly handler!: string;
  @Has('text') readonly reason!: string;
}

/** The state of the background work. */
export class WorkAnswer {
  @Has('whole', { description: 'position of the newest event' }) readonly head!: number;
  @Has([CheckpointAnswer]) readonly projections!: readonly CheckpointAnswer[];
  @Has('whole', { description: 'jobs that are due and not done' }) readonly due!: number;
  @Has([ParkedAnswer]) readonly parked!: readonly ParkedAnswer[];
  @Has(SealingAnswer) readonly sealing!: SealingAnswer;
}
