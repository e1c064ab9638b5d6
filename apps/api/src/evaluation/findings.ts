import type { Issued } from '#libs/evaluation';

/** What stands open against an evaluation's content: ids of findings (E6). */
export interface OpenFindings {
  /** False: no cross-check rules (勾稽) are installed, so nothing was checked and nothing can be open. */
  readonly checked: boolean;
  readonly blocks: readonly string[];
  readonly errors: readonly string[];
}

/** The open findings of the content as it stands. This version of the product has no cross-check rules yet, and says so. */
export function openFindings(_state: Issued): OpenFindings {
  return { checked: false, blocks: [], errors: [] };
}
