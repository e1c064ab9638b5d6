import type {
  EvaluationFinalized,
  EvaluationPublished,
  OrderedFinding,
  PublicationCorrected,
  RecheckRecorded,
} from './facts.js';

/** What an evaluation has behind it since its approval. */
export interface Conclusion {
  /** The draw that fell on it; a version that follows on a recheck is rechecked as well. */
  readonly sampleId: string | null;
  readonly recheck: RecheckRecorded | null;
  readonly final: EvaluationFinalized | null;
  /** What the unit has to set right, in the order in which it was told. */
  readonly findings: readonly RectificationFinding[];
  /** The publication and its corrections, the newest last; none is ever taken away. */
  readonly publications: readonly (EvaluationPublished | PublicationCorrected)[];
}

/** One finding of a rectification: open until somebody closes it. */
export interface RectificationFinding extends OrderedFinding {
  readonly dueOn: string;
  /** The reply that stands; null while there is none, or after it was rejected. */
  readonly reply: { readonly by: string; readonly text: string } | null;
  /** Why the last reply was not enough. */
  readonly rejected: { readonly by: string; readonly reason: string } | null;
  /** Who ever replied to it: none of them closes it. */
  readonly repliers: readonly string[];
  readonly closed: { readonly by: string; readonly note: string } | null;
}

/** Until when the unit has to say what it set right: the nearest last day of what waits for its reply; null: nothing does. */
export function rectifyBy({ findings }: Pick<Conclusion, 'findings'>): string | null {
  const days = findings.filter(({ reply, closed }) => reply === null && closed === null).map(({ dueOn }) => dueOn);
  return days.sort()[0] ?? null;
}

export const NOTHING_CONCLUDED: Conclusion = {
  sampleId: null,
  recheck: null,
  final: null,
  findings: [],
  publications: [],
};
