import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import type { components } from '../../api/schema.js';
import { said, word } from '../../texts/language.js';
import { formatDecimal } from '../../ui/amounts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import type { Conclusion } from './conclude.js';
import { ConclusionDialog } from './conclusion-dialog.js';

type Answer = components['schemas']['ConclusionAnswer'];
type Finding = Answer['findings'][number];

const BEFORE = new Set(['DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED', 'SUBMITTED', 'FIRST_PASSED']);
/** What may be done about one finding. */
const ABOUT_ONE = ['ReplyToRectification', 'CloseRectification', 'RejectRectification'] as const;

/** What followed on the approval: the scores side by side, recheck, result, rectification, publication, and what the rules say. */
export function ConclusionTab({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const { id, streamVersion } = evaluation;
  const { data, error } = useQuery({
    queryKey: ['evaluation', id, 'conclusion', streamVersion],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/conclusion', { params: { path: { id } } })),
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loading />;
  if (BEFORE.has(evaluation.stage) && data.sampleId === null) return <EmptyState title={t('conclusion.none')} />;
  const who = ({ by, at }: { by: string; at: string }): string => `${data.names[by] ?? by} · ${showMoment(at)}`;
  const { recheck, final, findings, publications, checks } = data;
  const points = (score: string | null | undefined): string => (score ? formatDecimal(score, 2) : t('common.none'));
  return (
    <>
      <Part title={t('conclusion.scores')}>
        <dl className="facts">
          <Score name={t('conclusion.self')} points={points(final?.selfScore ?? evaluation.sheet.head.selfScore)} />
          <Score name={t('conclusion.system')} points={points(final?.systemScore ?? evaluation.score?.score.total)} />
          <Score name={t('conclusion.recheckScore')} points={points(recheck?.recheckScore)} />
        </dl>
      </Part>
      <Part title={t('conclusion.recheck')}>
        {recheck ? (
          <Said text={recheck.opinion} who={who(recheck)} />
        ) : (
          <p className="quiet">{data.sampleId === null ? t('conclusion.notSampled') : t('conclusion.sampled')}</p>
        )}
      </Part>
      <Part title={t('conclusion.final')}>
        {final ? (
          <Said text={final.note ?? ''} who={who(final)}>
            <span className="quiet small">{t('conclusion.feedbackDue', { day: final.feedbackDueOn })}</span>
          </Said>
        ) : (
          <p className="quiet">{t('conclusion.notFinal')}</p>
        )}
      </Part>
      <Part title={t('conclusion.rectification')}>
        {findings.length === 0 && <p className="quiet">{t('conclusion.noFindings')}</p>}
        <ul className="finding-list">
          {findings.map((finding) => (
            <Rectified key={finding.id} finding={finding} evaluation={evaluation} who={who} />
          ))}
        </ul>
      </Part>
      <Part title={t('conclusion.publications')}>
        {publications.length === 0 && <p className="quiet">{t('conclusion.notPublished')}</p>}
        {publications.map((one) => (
          <Said key={one.at} text={`${one.place} ${one.url ?? ''}`} who={who(one)}>
            <div className="small">
              {t('conclusion.since', { day: one.publishedOn })}
              {one.repliedOn && ` · ${t('conclusion.repliedOn', { day: one.repliedOn })}`}
              {' · '}
              <code title={one.contentHash}>{one.contentHash.slice(0, 12)}</code>
            </div>
            {one.reason && (
              <div className="small">
                {t('conclusion.corrected')}: {one.reason}
              </div>
            )}
          </Said>
        ))}
      </Part>
      <Part title={t('conclusion.checks')}>
        {checks.length === 0 && <p className="quiet">{t('conclusion.clean')}</p>}
        {checks.map(({ rule, message }) => (
          <p key={`${rule} ${message.en}`}>
            <span className="tag tone-amber">{rule}</span> {said(message)}
          </p>
        ))}
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="panel after-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Score({ name, points }: { readonly name: string; readonly points: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{points}</dd>
    </div>
  );
}

function Said(props: { readonly text: string; readonly who: string; readonly children?: ReactNode }) {
  return (
    <div className="after">
      <div>{props.text}</div>
      {props.children}
      <div className="quiet small">{props.who}</div>
    </div>
  );
}

/** One finding of a rectification with all that was said to it, and what the person may do about it. */
function Rectified({
  finding,
  evaluation,
  who,
}: {
  readonly finding: Finding;
  readonly evaluation: Evaluation;
  readonly who: (said: { by: string; at: string }) => string;
}) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Conclusion['type']>();
  const { id, text, dueOn, overdue, state, replies, rejections, closed } = finding;
  const may = ABOUT_ONE.filter(
    (action) =>
      (action === 'ReplyToRectification' ? state !== 'closed' : state === 'replied') &&
      evaluation.actions.some((one) => one.action === action && one.allowed),
  );
  const words = [
    ...replies.map((one) => ({ ...one, kind: t('conclusion.replied') })),
    ...rejections.map((one) => ({ ...one, kind: t('conclusion.rejected') })),
    ...(closed ? [{ ...closed, kind: t('conclusion.closed') }] : []),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <li className={state === 'closed' ? 'finding closed' : 'finding'}>
      <span className={`tag ${state === 'closed' ? 'tone-green' : 'tone-amber'}`}>
        {t(`conclusion.state.${state}`)}
      </span>
      <div className="finding-body">
        <div>{text}</div>
        <div className="quiet small">
          {t('conclusion.due', { day: dueOn })}
          {overdue && <span className="bad"> {t('conclusion.overdue')}</span>}
        </div>
        {words.map((one) => (
          <blockquote key={`${one.kind} ${one.at}`}>
            {one.kind}: {one.text} <span className="quiet small">{who(one)}</span>
          </blockquote>
        ))}
        {may.map((action) => (
          <Button key={action} size="small" onClick={() => setStep(action)}>
            {word(t, 'action', action)}
          </Button>
        ))}
      </div>
      {step && (
        <ConclusionDialog step={step} findingId={id} evaluation={evaluation} onClose={() => setStep(undefined)} />
      )}
    </li>
  );
}
