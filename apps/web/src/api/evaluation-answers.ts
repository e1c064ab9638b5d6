import type { Text } from './answers.js';

/** One evaluation as the API shows it; its description does not say the form of this answer. */
export interface Evaluation {
  readonly id: string;
  readonly stage: string;
  /** Number of the submitted content, from 1. */
  readonly version: number;
  /** What a command has to name in `If-Match`. */
  readonly streamVersion: number;
  readonly contentHash: string;
  readonly task: {
    readonly campaignId: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly fiscalYear: number;
    readonly kind: string;
    readonly dueAt: string;
    readonly project?: { readonly number: number; readonly name: string };
  };
  readonly sheet: Sheet;
  readonly returned: readonly ReturnedItem[];
  /** The system's own score; `total` is of what is computable, however little that is. */
  readonly score: {
    readonly version: number;
    readonly score: {
      readonly total: string | null;
      readonly indicators: readonly { readonly points: string | null }[];
    };
  } | null;
  readonly findings: readonly Finding[];
  readonly review: {
    readonly assignment: 'open' | 'assigned';
    readonly blind: boolean;
    readonly gates: readonly Gate[];
    readonly second: 'overall' | 'per-gate';
  };
  /** Passes that stand, seats that were given, and seats for which nobody lawful is left. */
  readonly passes: readonly (Seat & { readonly by: string })[];
  readonly assigned: readonly (Seat & { readonly personId: string })[];
  readonly missing: readonly Seat[];
  readonly checkedBy: string | null;
  readonly participants: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly myRoles: readonly string[];
  readonly actions: readonly Action[];
}

export type Gate = 'business' | 'finance' | 'audit';

/** What one reviewer answers for. */
export interface Seat {
  readonly step: 'first' | 'second';
  readonly gate: Gate | null;
}

/** Who could review, and why he may not. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly step: Seat['step'];
  readonly open: number;
  readonly from: 'department' | 'above';
  readonly conflict?: 'unit-member' | 'declared';
}

/** A note of a reviewer at one place. */
export interface Remark {
  readonly path: string;
  readonly quote?: string;
  readonly severity: 'note' | 'minor' | 'major';
  readonly text: string;
}

/** What one reviewer said about one version; nothing of it while it is sealed. */
export interface Review {
  readonly kind: 'first-pass' | 'second-pass' | 'recheck' | 'return';
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly revoked: boolean;
  readonly sealed: boolean;
  readonly opinion: {
    readonly opinion: string;
    readonly gate?: Gate;
    readonly remarks?: readonly Remark[];
    readonly reviewerScore?: string;
    readonly recheckScore?: string;
  } | null;
  readonly reason: string | null;
  readonly items: readonly AnsweredItem[];
}

export interface AnsweredItem {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly answer: string | null;
  readonly changes: readonly Change[];
}

export interface Sheet {
  readonly head: Readonly<Record<string, string>>;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly indicators: Readonly<Record<string, Indicator>>;
  readonly sections: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, SchemeAnswer>>;
  readonly attachments?: Readonly<Record<string, Attachment>>;
}

/** A file that belongs to the content, by the SHA-256 of its bytes. */
export interface Attachment {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

export interface Figure {
  readonly value: string | null;
  readonly unit: string;
  readonly notApplicable?: boolean;
  readonly label?: string;
  readonly parent?: string;
  readonly stated?: { readonly percent: string; readonly base: string; readonly source?: Source };
  readonly source?: Source;
}

export interface Source {
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sure?: 'certain' | 'likely' | 'doubtful';
  readonly because?: readonly (
    | 'label'
    | 'context'
    | 'row-and-column'
    | 'unit-said'
    | 'unit-elsewhere'
    | 'unit-assumed'
    | 'computed'
  )[];
}

export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly direction: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly unitOfMeasure: string;
  readonly maxPoints: string | null;
  readonly points: string | null;
  readonly deviationExplanation?: string;
  readonly core?: boolean;
  readonly source?: Source;
}

export interface SchemeAnswer {
  readonly choice?: string;
  readonly value?: string | null;
  readonly notApplicable?: boolean;
  readonly items?: Readonly<Record<string, string>>;
  readonly level?: string;
  readonly points?: string;
  readonly targetTooLow?: boolean;
}

export type FieldValue = string | Figure | Indicator | SchemeAnswer | Attachment;

/** One changed field: its path, what was seen there, what shall stand there; null is absent. */
export interface Change {
  readonly path: string;
  readonly before: FieldValue | null;
  readonly after: FieldValue | null;
}

export interface ReturnedItem {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly answer: string | null;
  readonly fixed: boolean;
}

export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly severity: 'BLOCK' | 'ERROR' | 'WARN' | 'INFO';
  readonly title: Text;
  readonly message: Text;
  readonly at: readonly { readonly pointer: string }[];
  readonly answer: { readonly by: string; readonly version: number; readonly text: string } | null;
  readonly waiver: { readonly by: string; readonly reason: string } | null;
  /** Whether it stops the next step as it stands. */
  readonly open: boolean;
}

export interface Action {
  readonly action: string;
  readonly allowed: boolean;
  readonly rule?: string;
  /** Why not, in the reader's language. */
  readonly reason?: string;
}

/** The score under the campaign's scheme; null points are not computable, never 0. */
export interface Score {
  readonly scheme: { readonly id: string; readonly version: string };
  readonly indicators: readonly Scored[];
  readonly computable: { readonly points: string; readonly maxPoints: string };
  readonly total: string | null;
  readonly grade: { readonly grade: string } | null;
  readonly ceiling: string | null;
  readonly ceilingGrade: { readonly grade: string } | null;
  readonly rescaled: { readonly of: string; readonly worked: string } | null;
  readonly cap: { readonly rate: string | null; readonly worked: string; readonly atMost: string | null } | null;
  readonly claim: { readonly claimed: string; readonly verdict: string; readonly text: Text } | null;
}

export interface Scored {
  readonly id: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly maxPoints: string;
  readonly state: 'computed' | 'not-computable' | 'not-applicable';
  readonly points: string | null;
  readonly atMost: string;
  readonly formula: string | null;
  readonly worked: string | null;
  readonly applied: Text | null;
  readonly clause: { readonly text: string; readonly source: string; readonly mark: Text | null };
  readonly inputs: readonly {
    readonly name: string;
    readonly choice?: { readonly id: string };
    readonly fact?: string;
  }[];
  readonly missing: readonly { readonly what: string; readonly text: Text; readonly fact?: string }[];
  readonly alternatives: readonly {
    readonly choice: string;
    readonly option: string;
    readonly label: string;
    readonly chosen: boolean;
    readonly points: string | null;
  }[];
  readonly notes: readonly Text[];
}

export interface SubmittedVersion {
  readonly version: number;
  readonly contentHash: string;
  readonly submittedAt: string;
  readonly submittedBy: string;
  readonly sheet: Sheet;
}
