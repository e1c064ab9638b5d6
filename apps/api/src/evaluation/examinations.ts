import { Injectable } from '@nestjs/common';
import { type Finding, type Occasion, RULES } from '#libs/crosscheck';
import { type CampaignPlan, type Issued, planOf, raised, type TaskIssued } from '#libs/evaluation';
import { type Examined, examine, processOf, raisedFrom } from '#libs/examination';
import type { Text } from '#libs/kernel';
import { Schemes } from '#libs/schemes';
import type { Scheme } from '#libs/scoring';
import { CampaignHandler } from './evaluation-streams.js';

/** A finding as it is shown: with what the unit answered and what the second reviewer let stand. */
export interface ShownFinding extends Pick<Finding, 'id' | 'rule' | 'severity' | 'message'> {
  readonly title: Text;
  /** JSON pointers into the sheet. */
  readonly at: readonly { readonly pointer: string; readonly start?: number; readonly end?: number }[];
  readonly answer: { readonly by: string; readonly version: number; readonly text: string } | null;
  readonly waiver: { readonly by: string; readonly reason: string } | null;
  /** Whether it stops the next step as it stands. */
  readonly open: boolean;
}

/** The quick rules, that run on every save. */
const QUICK: readonly Occasion[] = ['save'];
/** What can be found in a report by itself; the rules that compare with others run in the background. */
const ALONE: readonly Occasion[] = ['save', 'submit', 'process'];

/** What the system says of an evaluation: its score under the campaign's scheme, and the findings of the cross-checks. */
@Injectable()
export class Examinations {
  constructor(
    private readonly campaigns: CampaignHandler,
    private readonly schemes: Schemes,
  ) {}

  /** The plan and the scheme that hold for the task now. */
  async against({ campaignId, kind }: Pick<TaskIssued, 'campaignId' | 'kind'>): Promise<{
    readonly plan: CampaignPlan;
    readonly scheme: Scheme | null;
  }> {
    const plan = planOf((await this.campaigns.load(campaignId)).state);
    const fixed = plan.schemes[kind];
    const scheme = fixed && (await this.schemes.find(fixed.id, fixed.version));
    return { plan, scheme: scheme?.hash === fixed?.hash ? (scheme ?? null) : null };
  }

  /** Score and findings of the content as it stands. */
  async examine(state: Issued, at: string, occasions = ALONE): Promise<Examined> {
    const { plan, scheme } = await this.against(state.task);
    return examine(state, { plan, scheme, process: processOf(state, plan, at) }, occasions);
  }

  /** The findings a submission comes with. */
  async forSubmission(state: Issued, at: string) {
    return (await this.examine(state, at)).findings.map(raisedFrom);
  }

  /** What T12 finds in the content as it stands: personal data that is not published. */
  async personalData(state: Issued, at: string): Promise<readonly string[]> {
    const { findings } = await this.examine(state, at, ['submit']);
    return findings.filter(({ rule }) => rule === 'T12').map(({ id }) => id);
  }

  /** What is shown: in the unit's hands what is found now, under review what was found in the submitted version. */
  async shown(state: Issued, at: string, quickOnly = false): Promise<readonly ShownFinding[]> {
    if (state.submittedHash === null) {
      const { findings } = await this.examine(state, at, quickOnly ? QUICK : ALONE);
      return findings.map((finding) => ({ ...finding, ...said(finding.id, finding.severity, state) }));
    }
    return raised(state).map(({ at: pointers, ...finding }) => ({
      ...finding,
      title: RULES.find(({ id }) => id === finding.rule)?.title ?? { zh: finding.rule, en: finding.rule },
      at: pointers.map((pointer) => ({ pointer })),
      ...said(finding.id, finding.severity, state),
    }));
  }
}

function said(
  id: string,
  severity: Finding['severity'],
  state: Issued,
): Pick<ShownFinding, 'answer' | 'waiver' | 'open'> {
  const answered = state.findingAnswers.find(({ finding }) => finding.id === id);
  const waiver = state.waivers.find((one) => one.findingId === id && one.version === state.version);
  const current = answered?.version === state.version;
  return {
    answer: answered ? { by: answered.by, version: answered.version, text: answered.answer } : null,
    waiver: waiver ? { by: waiver.by, reason: waiver.reason } : null,
    open: severity === 'BLOCK' || (severity === 'ERROR' && !waiver) || (severity === 'WARN' && !current),
  };
}
