import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useTitle } from '../../ui/use-title.js';
import { ActionBar } from './action-bar.js';
import { ConclusionTab } from './conclusion-tab.js';
import { DocumentsTab } from './documents-tab.js';
import { EvaluationHead } from './evaluation-head.js';
import { FindingsTab } from './findings-tab.js';
import { catalogueQuery, evaluationQuery } from './queries.js';
import { ReceiptsTab } from './receipts-tab.js';
import type { Remark } from './return-dialog.js';
import { ReturnsTab } from './returns-tab.js';
import { ReviewsTab } from './reviews-tab.js';
import { ScoreTab } from './score-tab.js';
import { SheetTab } from './sheet-tab.js';
import { SourcesTab } from './sources-tab.js';
import { TrailTab } from './trail-tab.js';
import { useDraft } from './use-draft.js';
import { VersionsTab } from './versions-tab.js';

const TABS = [
  'sheet',
  'sources',
  'findings',
  'score',
  'returns',
  'reviews',
  'conclusion',
  'versions',
  'documents',
  'trail',
  'receipts',
] as const;

export function EvaluationPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(evaluationQuery(id));
  if (data) return <Shown key={id} evaluation={data} />;
  return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Loading rows={12} />;
}

/** Everything about one evaluation, and everything the person may do about it. */
function Shown({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data: catalogue } = useQuery(catalogueQuery);
  const editing = useDraft(evaluation);
  const [remarks, setRemarks] = useState<readonly Remark[]>([]);
  const labels = useMemo(() => new Map((catalogue?.figures ?? []).map(({ id, label }) => [id, label])), [catalogue]);
  const tab = TABS.find((one) => one === search.get('tab')) ?? 'sheet';
  const { task, findings, returned } = evaluation;
  const title = t('evaluation.title', { year: task.fiscalYear, kind: word(t, 'kind', task.kind) });
  useTitle(`${task.unitName} ${title}`);
  const may = (action: string): boolean => evaluation.actions.some((one) => one.action === action && one.allowed);
  const toPlace = (place: string): void => {
    setSearch({ tab: 'sheet' }, { replace: true });
    setTimeout(() => goTo(place), 60);
  };
  const counts: Partial<Record<(typeof TABS)[number], number>> = {
    findings: findings.filter((one) => one.open).length,
    returns: returned.filter((one) => one.answer === null && !one.fixed).length,
  };
  const shared = { evaluation, editing, labels };
  return (
    <>
      <EvaluationHead evaluation={evaluation} title={title} />
      <ActionBar {...shared} remarks={remarks} onRemarks={setRemarks} onGo={toPlace} />
      <nav className="tabs" aria-label={title}>
        {TABS.map((one) => (
          <Link key={one} to={`?tab=${one}`} replace {...(one === tab ? { 'aria-current': 'page' as const } : {})}>
            {t(`evaluation.tabs.${one}`)}
            {(counts[one] ?? 0) > 0 && <span className="count">{counts[one]}</span>}
          </Link>
        ))}
      </nav>
      {tab === 'sheet' &&
        (catalogue ? (
          <SheetTab
            {...shared}
            catalogue={catalogue}
            editable={may('EditDraft')}
            {...(may('Return')
              ? { onRemark: (path: string) => setRemarks((now) => [...now, { path, text: '' }]) }
              : {})}
          />
        ) : (
          <Loading rows={12} />
        ))}
      {tab === 'sources' && <SourcesTab {...shared} editable={may('ImportDraft')} />}
      {tab === 'findings' && <FindingsTab {...shared} onGo={toPlace} />}
      {tab === 'score' && <ScoreTab {...shared} editable={may('EditDraft')} />}
      {tab === 'returns' && <ReturnsTab {...shared} onGo={toPlace} />}
      {tab === 'reviews' && <ReviewsTab {...shared} onGo={toPlace} />}
      {tab === 'conclusion' && <ConclusionTab evaluation={evaluation} />}
      {tab === 'versions' && <VersionsTab {...shared} />}
      {tab === 'documents' && <DocumentsTab {...shared} />}
      {tab === 'trail' && <TrailTab {...shared} />}
      {tab === 'receipts' && <ReceiptsTab {...shared} />}
    </>
  );
}

/** Brings the place into sight and into focus. */
function goTo(path: string): void {
  const place = document.getElementById(path);
  place?.scrollIntoView({ block: 'center' });
  const field = place?.querySelector<HTMLElement>('input, textarea, select') ?? place;
  field?.focus({ preventScroll: true });
  place?.classList.add('pointed-at');
  setTimeout(() => place?.classList.remove('pointed-at'), 2_500);
}
