import type { Text } from '#libs/kernel';
import type { Found, Severity } from './finding.js';
import type { Material } from './material.js';

/**
 * When a rule runs. `save`: at once, on every change of the draft. `submit`: on the whole content. `background`: in a job,
 * because it reads other reports. `process`: on how the matter went.
 */
export type Occasion = 'save' | 'submit' | 'background' | 'process';

/** One cross-check. Pure: the same material gives the same findings. */
export interface Rule {
  /** Stable; people quote it. */
  readonly id: string;
  readonly severity: Severity;
  readonly runs: Occasion;
  readonly title: Text;
  /** Every place that breaks it. A rule whose figures are not given finds nothing, unless their absence is the finding. */
  readonly find: (material: Material) => readonly Found[];
}
