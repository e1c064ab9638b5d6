import { check, type Finding, type Material, type Occasion, type OtherReport, type Process } from '#libs/crosscheck';
import type { CampaignPlan, Issued, RaisedFinding } from '#libs/evaluation';
import { compute, type Scheme, type Score } from '#libs/scoring';

/** What an evaluation is examined against. */
export interface Against {
  readonly plan: CampaignPlan;
  /** The campaign's scheme for this kind of report; null: none is fixed, and nothing is scored. */
  readonly scheme: Scheme | null;
  readonly process?: Process | null;
  readonly others?: readonly OtherReport[];
}

export interface Examined {
  readonly score: Score | null;
  readonly findings: readonly Finding[];
}

/**
 * Scores an evaluation's sheet under its campaign's scheme and runs the cross-checks of these occasions over it. Pure: the
 * same evaluation, campaign and scheme give the same.
 */
export function examine(
  { sheet, task }: Pick<Issued, 'sheet' | 'task'>,
  { plan, scheme, process = null, others = [] }: Against,
  occasions: readonly Occasion[],
): Examined {
  const score = scheme && compute(scheme, sheet);
  const { sections, publishWithinDays, rectifyWithinDays } = plan;
  // The table of base data belongs to a unit as a whole, not to one of its projects.
  const tables = plan.tables.filter((table) => task.kind === 'whole-unit' || table !== 'base-data');
  const material: Material = {
    sheet,
    task: { kind: task.kind, unitName: task.unitName, fiscalYear: task.fiscalYear },
    demands: { sections, tables, publishWithinDays, rectifyWithinDays },
    score: score && scheme && { ...score, grades: scheme.file.grades },
    process,
    survey: null,
    documents: null,
    others,
  };
  return { score, findings: check(material, occasions) };
}

/** A finding as the log keeps it. */
export function raisedFrom({ id, rule, severity, message, at }: Finding): RaisedFinding {
  return { id, rule, severity, message, at: at.map(({ pointer }) => pointer) };
}
