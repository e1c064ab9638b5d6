import type { SectionId, Sheet } from '#libs/sheet';

/** All that cross-checks read. What is null or absent was not given, and no rule guesses it. */
export interface Material {
  readonly sheet: Sheet;
  readonly task: Task;
  readonly demands: Demands;
  /** What the campaign's scheme makes of the sheet. */
  readonly score: ScoreOfScheme | null;
  /** How the matter went on; rules of process read nothing else. */
  readonly process: Process | null;
  /** The survey behind the satisfaction indicators, as the unit told it beside the sheet; null when it told none. */
  readonly survey: Survey | null;
  /** Documents the bureau knows, to compare citations with; null where no list is kept. */
  readonly documents: readonly LegalDocument[] | null;
  /** Other reports of the same year, for the rules that compare. Empty outside the background job. */
  readonly others: readonly OtherReport[];
}

export interface Task {
  readonly kind: 'whole-unit' | 'project';
  readonly unitName: string;
  readonly fiscalYear: number;
}

/** 基础数据表, 自评表. */
export type TableId = 'base-data' | 'self-evaluation';

/** What the campaign asks of every report. */
export interface Demands {
  readonly sections: readonly SectionId[];
  readonly tables: readonly TableId[];
  /** Days from 批复 to publication, and from the result to the plan of rectification. */
  readonly publishWithinDays: number;
  readonly rectifyWithinDays: number;
}

/** The part of a score that cross-checks read. `libs/scoring` computes it. */
export interface ScoreOfScheme {
  readonly scheme: { readonly id: string; readonly version: string };
  /** The unit's own rows have ids that end in `/` and the row's key in the sheet. */
  readonly indicators: readonly {
    readonly id: string;
    readonly name: string;
    readonly maxPoints: string;
    readonly points: string | null;
    /** The formula's value, as the scheme rounds it, and its unit. */
    readonly value: string | null;
    readonly unit: string | null;
    readonly worked: string | null;
  }[];
  /** The scheme's levels for qualitative rows, best first: a band runs from `from` per cent to the next better one. */
  readonly levels?: readonly { readonly id: string; readonly label: string; readonly from: string }[] | null;
  readonly total: string | null;
  readonly computable: { readonly points: string; readonly maxPoints: string };
  readonly ceiling: string | null;
  readonly ceilingGrade: { readonly grade: string } | null;
  /** Grades from the best; a threshold belongs to the better one. */
  readonly grades: readonly { readonly grade: string; readonly atLeast: string }[];
}

/** Persons, dates and hashes of the matter itself. Dates are `2022-05-31` in the bureau's time zone. */
export interface Process {
  readonly today: string;
  readonly dueOn: string;
  readonly submittedOn: string | null;
  /** Natural persons, by id. */
  readonly writers: readonly string[];
  readonly checkedBy: string | null;
  readonly signedBy: string | null;
  readonly submittedBy: string | null;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  readonly opinions: readonly { readonly step: 'first' | 'second'; readonly text: string }[];
  readonly approvedHash: string | null;
  readonly publishedHash: string | null;
  /** The day of 批复, from which publication counts. */
  readonly repliedOn: string | null;
  readonly publishedOn: string | null;
  readonly rectification: {
    readonly orderedOn: string;
    readonly plannedOn: string | null;
    readonly open: readonly string[];
  } | null;
  readonly recordedScore: { readonly scheme: string; readonly inputHash: string; readonly total: string | null } | null;
  readonly recomputedScore: {
    readonly scheme: string;
    readonly inputHash: string;
    readonly total: string | null;
  } | null;
}

/** How satisfaction was asked for. */
export interface Survey {
  /** People who answered: a decimal string. */
  readonly answered: string | null;
  /** Such as 问卷 or 电话访问. */
  readonly method: string | null;
}

/** A law, order or notice that reports cite. */
export interface LegalDocument {
  /** In the official form: `财预〔2020〕10号`. */
  readonly number: string;
  /** Without 《》. */
  readonly title: string;
  /** What took its place, or null while it is in force. */
  readonly replacedBy: string | null;
}

export interface OtherReport {
  readonly evaluationId: string;
  readonly unitName: string;
  readonly selfScore: string | null;
  readonly kind: Task['kind'];
  /** The same unit's: a report on another of its projects. */
  readonly ownUnit: boolean;
  readonly sections: Sheet['sections'];
}
