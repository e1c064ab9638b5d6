/** What the API answers where its description does not say it. Amounts and points are decimal strings. */

export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** One page of a list; `freshAsOf` is the position of the log it contains at least. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly freshAsOf: number;
}

export interface Session {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly login: string;
  readonly grants: readonly Grant[];
  readonly memberOf: readonly string[];
  readonly next: 'give-second-factor' | 'change-password' | 'enrol-second-factor' | 'work' | 'administer';
  readonly secondFactor: 'enrolled' | 'required' | 'offered' | 'free';
  readonly factors: readonly ('totp' | 'passkey')[];
  /** Seconds for which the last proof of identity holds. */
  readonly freshSeconds: number;
}

export interface Grant {
  readonly role: string;
  readonly unitId: string | null;
}

export interface CommandAnswer {
  readonly version: number;
  readonly position: number;
}

export interface EvaluationRow {
  readonly id: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly fiscalYear: number;
  readonly kind: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly stage: string;
  readonly version: number;
  readonly waitingFor: readonly string[];
  readonly waitingSince: string;
  readonly firstReviewer: string | null;
  readonly secondReviewer: string | null;
  readonly selfScore: string | null;
  readonly systemScore: string | null;
  readonly openErrors: number;
  readonly lastType?: string;
  readonly lastAt?: string;
}

export interface Notice {
  readonly id: number;
  readonly kind: string;
  readonly evaluationId: string;
  readonly unitName: string;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface TrailRow {
  readonly position: number;
  readonly recordedAt: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly personId: string;
  readonly personName: string | null;
  readonly role: string;
  readonly evaluationId: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly refused: boolean;
  readonly correlationId: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly erasedBy: number | null;
}

export interface Campaign {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly ownerId: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly schemes: Readonly<Record<string, { readonly id: string; readonly version: string } | undefined>>;
  readonly sections: readonly string[];
  readonly tables: readonly string[];
  readonly publishWithinDays: number;
  readonly rectifyWithinDays: number;
  readonly reviewWithinDays: number;
}

export interface DepartmentProgress {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly issued: number;
  readonly drafting: number;
  readonly submitted: number;
  readonly firstPassed: number;
  readonly approved: number;
  readonly toRecheck: number;
  readonly final: number;
  readonly published: number;
  readonly overdue: number;
}

export interface Run {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

export interface SchemeHead {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
}

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly kind: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly memberships: readonly {
    readonly unitId: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

/** A role of an account, with its days and how it came to be. */
export interface DatedGrant extends Grant {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly basis: 'carried' | 'bootstrap' | 'two-persons' | 'break-glass';
}

export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly login: string;
  readonly grants: readonly DatedGrant[];
  readonly disabledAt: string | null;
  readonly oneTime: boolean;
  readonly factors: readonly ('totp' | 'passkey')[];
}

export interface Work {
  readonly head: number;
  readonly projections: readonly {
    readonly name: string;
    readonly position: number;
    readonly error: string | null;
    readonly failedAt: string | null;
  }[];
  readonly due: number;
  readonly parked: readonly { readonly position: number; readonly handler: string; readonly reason: string }[];
}

/** How far the log is sealed. */
export interface Sealing {
  readonly status: 'sealing' | 'silent' | 'stopped' | 'none';
  readonly head: number;
  readonly size: number;
  readonly signedAt: string | null;
  readonly behindSeconds: number;
  readonly origin: string | null;
  readonly keys: readonly string[];
  readonly quorum: number;
  readonly witnesses: readonly {
    readonly name: string;
    readonly size: number | null;
    readonly refusal: string | null;
  }[];
  readonly alarm: { readonly code: string; readonly since: string; readonly text: Text } | null;
}

/** A submission or decision of which there is a receipt. */
export interface ReceiptStep {
  readonly number: number;
  readonly position: number;
  readonly type: string;
  readonly at: string;
  readonly personId: string;
  readonly sealed: boolean;
}

export interface Receipt extends ReceiptStep {
  readonly text: string;
  readonly parts: readonly string[];
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly keys: readonly string[];
}
