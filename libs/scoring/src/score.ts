import type { Input, Missing } from './names.js';
import type { Text } from './text.js';

/** What a scheme makes of a sheet. Points are decimal strings; null is never 0. */
export interface Score {
  readonly scheme: { readonly id: string; readonly version: string; readonly hash: string };
  /** SHA-256 over the scheme and all that was read for this score, hex: equal hashes have equal scores. */
  readonly inputHash: string;
  /** In the scheme's order; the unit's own indicators stand where the scheme asks for them. */
  readonly indicators: readonly Scored[];
  /** Points reached of the points that can be computed, before rescaling and caps. */
  readonly computable: { readonly points: string; readonly maxPoints: string };
  /** Null until everything that applies can be computed, and the cap is known if the scheme has one. */
  readonly total: string | null;
  readonly grade: Graded | null;
  /** The most that is still reachable with every open point given; null when no indicator applies. */
  readonly ceiling: string | null;
  readonly ceilingGrade: Graded | null;
  /** Set where 不适用 left points out: `of` points apply and were brought to 100. */
  readonly rescaled: { readonly of: string; readonly worked: string } | null;
  readonly cap: Cap | null;
  readonly claim: Claim | null;
  /** Rows of the sheet that no part of the scheme asked for, by key. */
  readonly unusedRows: readonly string[];
}

export interface Graded {
  readonly grade: string;
  readonly code: string;
}

/** One indicator: its points with their reason, or what is missing. */
export interface Scored {
  /** The scheme's id; for the unit's own indicators followed by `/` and the row's key. */
  readonly id: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly maxPoints: string;
  readonly state: 'computed' | 'not-computable' | 'not-applicable';
  /** Null when not computable, and when 不适用 leaves the indicator out. */
  readonly points: string | null;
  /** The most this indicator can still get. */
  readonly atMost: string;
  /** The formula's value, rounded as the scheme says. */
  readonly value: string | null;
  readonly unit: string | null;
  /** The formula in names, and with the numbers put in. */
  readonly formula: string | null;
  readonly worked: string | null;
  /** The rule applied, with its numbers. */
  readonly applied: Text | null;
  readonly clause: Clause;
  readonly inputs: readonly Input[];
  readonly missing: readonly Missing[];
  /** The same indicator under every reading (口径) that could be chosen. */
  readonly alternatives: readonly Alternative[];
  readonly notes: readonly Text[];
}

/** What the source asks for, in short; not a quotation. `mark` is set, and has to be shown, when that source was not read. */
export interface Clause {
  readonly text: string;
  readonly source: string;
  readonly mark: Text | null;
}

export interface Alternative {
  readonly choice: string;
  readonly option: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly value: string | null;
  readonly points: string | null;
}

/** The limit an execution rate sets to the total. */
export interface Cap {
  /** Null when the rate does not apply, or cannot be computed; then `missing` says why. */
  readonly rate: string | null;
  readonly worked: string;
  /** Null when the rate sets no limit. */
  readonly atMost: string | null;
  readonly clause: Clause;
  readonly missing: readonly Missing[];
}

/**
 * How the unit's own score compares. `not-reproducible` speaks of this scheme and version only: another point table
 * may have been in force, so it never means that the claim is wrong.
 */
export interface Claim {
  readonly claimed: string;
  readonly verdict: 'reproduced' | 'possible' | 'not-reproducible' | 'unreadable';
  readonly text: Text;
}
