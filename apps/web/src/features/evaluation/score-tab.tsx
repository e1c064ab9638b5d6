import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { Evaluation, Score, Scored } from '../../api/evaluation-answers.js';
import { said } from '../../texts/language.js';
import { formatDecimal } from '../../ui/amounts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { scoreQuery } from './queries.js';
import { questionsOf, type SchemeFile } from './scheme-questions.js';
import { ScoreQuestions } from './score-questions.js';
import type { Editing } from './use-draft.js';

interface Props {
  readonly evaluation: Evaluation;
  readonly editing: Editing;
  readonly editable: boolean;
}

/** The score under the campaign's scheme: each indicator with its formula, its numbers, its rule, and what is missing. */
export function ScoreTab({ evaluation, editing, editable }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(scoreQuery(evaluation.id));
  const scheme = data?.score?.scheme;
  const { data: file } = useQuery({
    queryKey: ['scheme', scheme?.id, scheme?.version],
    enabled: editable && scheme !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const path = { id: scheme?.id ?? '', version: scheme?.version ?? '' };
      const { file } = await answer(api.GET('/api/schemes/{id}/versions/{version}', { params: { path } }));
      return file as unknown as SchemeFile;
    },
  });
  if (!data) return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  if (!data.score) return <EmptyState title={t('score.none')} />;
  const { score } = data;
  return (
    <>
      <Summary score={score} />
      <div className="scroll">
        <table className="grid cards" aria-label={t('evaluation.tabs.score')}>
          <thead>
            <tr>
              <th scope="col">{t('score.indicator')}</th>
              <th scope="col" className="right">
                {t('score.result')}
              </th>
              <th scope="col">{t('score.worked')}</th>
            </tr>
          </thead>
          <tbody>
            {score.indicators.map((one) => (
              <Row key={one.id} one={one}>
                {editable && file && (
                  <ScoreQuestions
                    questions={questionsOf(
                      file,
                      one.id,
                      one.inputs.map(({ name }) => name),
                    )}
                    editing={editing}
                  />
                )}
              </Row>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Summary({ score }: { readonly score: Score }) {
  const { t } = useTranslation();
  const { scheme, total, grade, computable, ceiling, ceilingGrade, claim, cap, rescaled } = score;
  return (
    <section className="panel score-summary">
      <p className="quiet">
        <Link
          className="in-text"
          to={`/schemes/${encodeURIComponent(scheme.id)}/versions/${encodeURIComponent(scheme.version)}`}
        >
          {t('score.scheme', scheme)}
        </Link>
      </p>
      <dl className="facts">
        <div>
          <dt>{t('score.total')}</dt>
          <dd className="big number">
            {total === null ? t('score.notYet') : `${formatDecimal(total, 2)} ${grade?.grade ?? ''}`}
          </dd>
        </div>
        <div>
          <dt>{t('score.computable')}</dt>
          <dd className="number">
            {t('score.ofPoints', {
              points: formatDecimal(computable.points, 2),
              max: formatDecimal(computable.maxPoints, 2),
            })}
          </dd>
        </div>
        {ceiling !== null && (
          <div>
            <dt>{t('score.ceiling')}</dt>
            <dd className="number">
              {formatDecimal(ceiling, 2)} {ceilingGrade?.grade}
            </dd>
          </div>
        )}
        {cap && (
          <div>
            <dt>{t('score.cap')}</dt>
            <dd>
              {cap.worked} {cap.atMost}
            </dd>
          </div>
        )}
        {rescaled && (
          <div>
            <dt>{t('score.rescaled')}</dt>
            <dd>{rescaled.worked}</dd>
          </div>
        )}
      </dl>
      {claim && (
        <p>
          <span className="strong">{t('score.claim')}</span> {said(claim.text)}
        </p>
      )}
    </section>
  );
}

const TONES = { computed: 'tone-green', 'not-computable': 'tone-amber', 'not-applicable': 'tone-grey' } as const;

function Row({ one, children }: { readonly one: Scored; readonly children: React.ReactNode }) {
  const { t } = useTranslation();
  const { name, path, state, points, maxPoints, formula, worked, applied, clause, missing, alternatives, notes } = one;
  return (
    <tr>
      <td className="wide">
        <span className="strong">{name}</span>{' '}
        <span className={`tag ${TONES[state]}`}>{t(`score.state.${state}`)}</span>
        <div className="quiet small">{path.slice(0, -1).join(' / ')}</div>
      </td>
      <td data-label={t('score.result')} className="right number">
        {points === null ? t('common.none') : formatDecimal(points, 2)} / {formatDecimal(maxPoints, 2)}
      </td>
      <td className="wide">
        <dl className="explained">
          {formula && <Line name={t('score.formula')}>{formula}</Line>}
          {worked && (
            <Line name={t('score.worked')}>
              <span className="number">{worked}</span>
            </Line>
          )}
          {applied && <Line name={t('score.applied')}>{said(applied)}</Line>}
          {missing.length > 0 && (
            <Line name={t('score.missing')}>
              <span className="bad">{missing.map(({ text }) => said(text)).join('；')}</span>
            </Line>
          )}
          {alternatives.length > 0 && (
            <Line name={t('score.readings')}>
              {alternatives.map(({ option, label, chosen, points: would }) => (
                <div key={option} className={chosen ? 'strong' : 'quiet'}>
                  {label}: {would === null ? t('common.none') : formatDecimal(would, 2)}
                </div>
              ))}
            </Line>
          )}
          <Line name={t('score.clause')}>
            {clause.text} <span className="quiet small">{clause.mark ? said(clause.mark) : clause.source}</span>
          </Line>
        </dl>
        {notes.map((note, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the notes of one score never change places, and may say the same
          <div key={n} className="quiet">
            {said(note)}
          </div>
        ))}
        {children}
      </td>
    </tr>
  );
}

const Line = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
