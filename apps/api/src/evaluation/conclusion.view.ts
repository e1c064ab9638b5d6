import { Injectable } from '@nestjs/common';
import { type CampaignPlan, type Dated, feedbackLimitOf } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import { dayOf, examine, recordOf } from '#libs/examination';
import type { ConclusionAnswer } from './conclusion.answer.js';
import type { Seen } from './evaluations.js';
import { Examinations } from './examinations.js';
import { Names } from './names.js';

/** What followed on an approval, read from the record: with who did it, and when. */
@Injectable()
export class ConclusionView {
  constructor(
    private readonly store: EventStore,
    private readonly examinations: Examinations,
    private readonly names: Names,
  ) {}

  async of(id: string, { state }: Seen, now: string): Promise<ConclusionAnswer> {
    const { events } = await this.store.read(`evaluation-${id}`);
    const history = events as unknown as readonly Dated[];
    const { plan } = await this.examinations.against(state.task);
    const told = concludedIn(history, plan, dayOf(now));
    const process = recordOf(history, plan, now);
    const { findings: checks } = examine(state, { plan, scheme: null, process }, ['process']);
    const persons = [
      ...[told.recheck, told.final, ...told.publications].flatMap((one) => (one ? [one.by] : [])),
      ...told.findings.flatMap(({ by, replies, rejections, closed }) => [
        by,
        ...[...replies, ...rejections, ...(closed ? [closed] : [])].map((said) => said.by),
      ]),
    ];
    return {
      sampleId: state.conclusion.sampleId,
      ...told,
      checks: checks.map(({ rule, severity, message }) => ({ rule, severity, message })),
      names: await this.names.of(persons),
    };
  }
}

type Told = Pick<ConclusionAnswer, 'recheck' | 'final' | 'findings' | 'publications'>;

/** The facts as people read them; a recheck of a version that was returned since is not the one that counts. */
function concludedIn(history: readonly Dated[], plan: CampaignPlan, today: string): Told {
  let [recheck, final]: [Told['recheck'], Told['final']] = [null, null];
  const findings = new Map<string, Told['findings'][number]>();
  const publications: Told['publications'] = [];
  const change = (id: string, more: (known: Told['findings'][number]) => Partial<Told['findings'][number]>) => {
    const known = findings.get(id);
    if (known) findings.set(id, { ...known, ...more(known) });
  };
  for (const { type, data, recordedAt: at } of history) {
    if (type === 'RecheckRecorded') recheck = { ...data, at };
    if (type === 'EvaluationReturned') recheck = null;
    if (type === 'EvaluationFinalized')
      final = { ...data, at, feedbackDueOn: daysAfter(dayOf(at), feedbackLimitOf(plan)) };
    if (type === 'EvaluationPublished' || type === 'PublicationCorrected') publications.push({ ...data, at });
    if (type === 'RectificationOrdered')
      for (const finding of data.findings)
        findings.set(finding.id, {
          ...{ ...finding, by: data.by, at, dueOn: data.dueOn, state: 'open', overdue: data.dueOn < today },
          ...{ replies: [], rejections: [], closed: null },
        });
    if (type === 'RectificationReplied')
      change(data.findingId, ({ replies }) => ({
        state: 'replied',
        overdue: false,
        replies: [...replies, { by: data.by, at, text: data.reply }],
      }));
    if (type === 'RectificationRejected')
      change(data.findingId, ({ rejections, dueOn }) => ({
        state: 'open',
        overdue: dueOn < today,
        rejections: [...rejections, { by: data.by, at, text: data.reason }],
      }));
    if (type === 'RectificationClosed')
      change(data.findingId, () => ({ state: 'closed', closed: { by: data.by, at, text: data.note } }));
  }
  return { recheck, final, findings: [...findings.values()], publications };
}

/** So many calendar days after a day, such as `2022-05-31`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
