import type { Text } from '#libs/kernel';

/**
 * What a finding stops. BLOCK: it cannot be submitted. ERROR: correct it, or the second reviewer waives it in writing.
 * WARN: the unit answers it. INFO: shown.
 */
export type Severity = 'BLOCK' | 'ERROR' | 'WARN' | 'INFO';

/** Where in the sheet: a JSON pointer, and in a text the half-open span [start, end) in UTF-16 units. */
export interface Place {
  readonly pointer: string;
  readonly start?: number;
  readonly end?: number;
}

/** A figure the rule read, as it stood; money in 万元. Null is absent or empty. */
export interface ReadFigure {
  readonly id: string;
  readonly value: string | null;
}

/** What a rule found at one place. */
export interface Found {
  /** Says the numbers, so that a person can recalculate. */
  readonly message: Text;
  readonly figures?: readonly ReadFigure[];
  readonly at: readonly Place[];
  /** What the finding's id is made of instead of the message, where that changes by the day. */
  readonly key?: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** The result of one cross-check (勾稽校验) on one content. */
export interface Finding {
  /**
   * Rule and a hash of what was found and where, such as `R05-1a2b3c4d`. Changed numbers are another finding, so that an
   * answer or a waiver never covers what its author did not read.
   */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: Text;
  readonly message: Text;
  readonly figures: readonly ReadFigure[];
  readonly at: readonly Place[];
}
