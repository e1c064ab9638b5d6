import { useQueries, useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { comparedIn, FEWEST_COMPARED } from '../../ui/compared.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ComparedHead } from './compared-head.js';
import { ComparedSheets } from './compared-sheets.js';
import { catalogueQuery, evaluationQuery } from './queries.js';

/**
 * Two or three evaluations side by side, as the address names them. Nothing is decided here: each has its own page, and
 * each its own decision.
 */
export function ComparePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const ids = comparedIn(search);
  const { data: catalogue, error } = useQuery(catalogueQuery);
  const asked = useQueries({ queries: ids.map(evaluationQuery) });
  const evaluations = asked.flatMap(({ data }) => (data ? [data] : []));
  const whole = search.get('all') === 'true';
  const showWhole = (all: boolean): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (all) next.set('all', 'true');
        else next.delete('all');
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <PageHead title={t('compare.title')}>
        <Checkbox checked={!whole} onChange={({ target }) => showWhole(!target.checked)}>
          {t('compare.onlyDifferences')}
        </Checkbox>
      </PageHead>
      <p>
        <Link to="/evaluations">{t('common.back')}</Link>
      </p>
      <ProblemAlert error={error} />
      {ids.length < FEWEST_COMPARED && <EmptyState title={t('compare.choose')} hint={t('compare.chooseHint')} />}
      <div className="compared-heads">
        {asked.map(({ data, error, refetch }, n) =>
          data ? (
            <ComparedHead key={ids[n]} evaluation={data} />
          ) : error ? (
            <ProblemAlert key={ids[n]} error={error} onRetry={() => void refetch()} />
          ) : (
            <Loading key={ids[n]} />
          ),
        )}
      </div>
      {evaluations.length >= FEWEST_COMPARED && catalogue && (
        <ComparedSheets evaluations={evaluations} catalogue={catalogue} whole={whole} />
      )}
    </>
  );
}
