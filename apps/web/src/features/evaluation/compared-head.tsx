import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { durationSince } from '../../ui/durations.js';
import { showDay, showMoment, useNow } from '../../ui/moments.js';
import { StageTag } from '../../ui/stage-tag.js';

/** The evaluation's line of the list: who has it, and since when. */
const lineQuery = ({ id, task: { unitId, campaignId } }: Evaluation) =>
  queryOptions({
    queryKey: ['lists', 'evaluations', 'line', id],
    queryFn: async () => {
      const query = { unitId, campaignId, limit: 200 };
      const { items } = await answer(api.GET('/api/evaluations', { params: { query } }));
      return items.find((row) => row.id === id) ?? null;
    },
  });

/** One of the evaluations side by side: where it stands, who has it, and the way to its own page, where it is decided. */
export function ComparedHead({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const now = useNow();
  const { data: line } = useQuery(lineQuery(evaluation));
  const { id, task, stage, version, actions } = evaluation;
  const possible = actions.filter(({ allowed }) => allowed).map(({ action }) => word(t, 'action', action));
  const waited = line && durationSince(line.waitingSince, now);
  return (
    <section className="panel" aria-label={task.unitName}>
      <h2>{task.unitName}</h2>
      <p className="quiet">
        {task.fiscalYear} · {word(t, 'kind', task.kind)}
        {task.project && ` · ${task.project.name}`} · {t('list.version', { version })}
      </p>
      <StageTag stage={stage} />
      <dl className="facts after">
        {line && (
          <div>
            <dt>{t('list.with')}</dt>
            <dd>
              {line.waitingFor.length === 0
                ? t('list.decided')
                : line.waitingFor.map((role) => word(t, 'role', role)).join(' / ')}
              {waited && line.waitingFor.length > 0 && (
                <span className="quiet small" title={showMoment(line.waitingSince)}>
                  {' '}
                  {waited.unit === 'now' ? t('duration.now') : t(`duration.${waited.unit}`, { n: waited.n })}
                </span>
              )}
            </dd>
          </div>
        )}
        {line && (
          <div>
            <dt>{t('list.due')}</dt>
            <dd>
              {showDay(line.dueAt)} {line.overdue && <span className="tag tone-red small">{t('list.overdue')}</span>}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('compare.possible')}</dt>
          <dd>{possible.length > 0 ? possible.join(' / ') : t('evaluation.nothing')}</dd>
        </div>
      </dl>
      <p className="after">
        <Link
          className="in-text strong"
          to={`/evaluations/${encodeURIComponent(id)}`}
          aria-label={`${t('compare.decide')}: ${task.unitName}`}
        >
          {t('compare.decide')}
        </Link>
      </p>
    </section>
  );
}
