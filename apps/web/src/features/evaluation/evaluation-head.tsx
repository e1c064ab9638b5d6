import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { said, word } from '../../texts/language.js';
import { formatDecimal } from '../../ui/amounts.js';
import { showMoment } from '../../ui/moments.js';
import { StageTag } from '../../ui/stage-tag.js';
import { deadlineQuery, RemindButton } from './deadline.js';
import { NextItem } from './next-item.js';
import { Seats } from './seats.js';

const STEPS = ['draft', 'check', 'sign', 'first', 'second', 'final', 'published', 'archived'] as const;
/** The step that is being taken at each stage. */
const AT: Readonly<Record<string, number>> = {
  DRAFT: 0,
  UNIT_CHECKED: 2,
  UNIT_SIGNED: 2,
  SUBMITTED: 3,
  FIRST_PASSED: 4,
  APPROVED: 5,
  SAMPLED: 5,
  RECHECKED: 5,
  FINAL: 6,
  PUBLISHED: 7,
  ARCHIVED: 8,
};

/** Approved: what follows has no deadline that somebody is reminded of by hand. */
const CONCLUDING = new Set(['APPROVED', 'SAMPLED', 'RECHECKED', 'FINAL', 'PUBLISHED', 'ARCHIVED']);

/** Which evaluation this is, where it stands, and who has taken part. */
export const EvaluationHead = memo(function EvaluationHead({
  evaluation,
  title,
}: {
  readonly evaluation: Evaluation;
  readonly title: string;
}) {
  const { t } = useTranslation();
  const { task, stage, version, score, names, checkedBy, contentHash, myRoles, sheet } = evaluation;
  const { data: due } = useQuery(deadlineQuery(evaluation.id, evaluation.streamVersion));
  const deadline = due?.deadline;
  const mayRemind = !CONCLUDING.has(stage) && (myRoles.includes('campaign-manager') || waitsForOthers(evaluation));
  const person = (id: string | null): string => (id === null ? t('common.none') : (names[id] ?? id));
  const total = score?.score.total ?? null;
  const partial = score?.score.indicators.some(({ points }) => points === null) === true;
  return (
    <section className="panel evaluation-head">
      <div className="back-and-next">
        <Link to="/evaluations" className="quiet back">
          <ArrowLeftOutlined aria-hidden /> {t('common.back')}
        </Link>
        <NextItem id={evaluation.id} />
      </div>
      <div className="head-line">
        <h1>
          {task.unitName}
          <span className="head-title">{task.project ? `${title} · ${task.project.name}` : title}</span>
        </h1>
        <StageTag stage={stage} />
        <span className="tag tone-grey">{t('evaluation.version', { version })}</span>
        {deadline?.overdue && <span className="tag tone-red">{t('evaluation.overdue')}</span>}
        {mayRemind && <RemindButton id={evaluation.id} />}
      </div>
      <Steps stage={stage} />
      <dl className="facts">
        <Fact name={t('evaluation.due')}>{showMoment(task.dueAt)}</Fact>
        {deadline && deadline.step !== 'unit' && (
          <Fact name={t('deadline.due', { step: t(`deadline.step.${deadline.step}`) })}>
            {deadline.day}
            {due.warnings.map((warning) => (
              <span key={warning.en} className="quiet small">
                {' '}
                {said(warning)}
              </span>
            ))}
          </Fact>
        )}
        <Fact name={t('evaluation.selfScore')}>
          {sheet.head.selfScore ? formatDecimal(sheet.head.selfScore, 2) : t('common.none')}
        </Fact>
        <Fact name={t('evaluation.systemScore')}>
          {total === null ? t('common.none') : formatDecimal(total, 2)}
          {total !== null && partial && <span className="quiet small"> {t('evaluation.partial')}</span>}
        </Fact>
        <Fact name={t('evaluation.checkedBy')}>{person(checkedBy)}</Fact>
        <Seats evaluation={evaluation} />
        <Fact name={t('evaluation.myRoles')}>{myRoles.map((role) => word(t, 'role', role)).join(' / ')}</Fact>
        <Fact name={t('evaluation.hash')}>
          <code title={contentHash}>{contentHash.slice(0, 12)}</code>
        </Fact>
      </dl>
    </section>
  );
});

/** The unit's preparer waits while somebody else has the turn. */
const waitsForOthers = ({ myRoles, stage }: Evaluation): boolean =>
  myRoles.includes('unit-preparer') && ['UNIT_CHECKED', 'SUBMITTED', 'FIRST_PASSED'].includes(stage);

function Steps({ stage }: { readonly stage: string }) {
  const { t } = useTranslation();
  const at = AT[stage] ?? 0;
  return (
    <ol className="steps">
      {STEPS.map((step, n) => (
        <li
          key={step}
          className={n < at ? 'past' : n === at ? 'now' : undefined}
          {...(n === at ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="step-mark">{n < at ? '✓' : n + 1}</span>
          {t(`step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
