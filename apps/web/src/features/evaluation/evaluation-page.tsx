import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useTitle } from '../../ui/use-title.js';
import { ActionBar } from './action-bar.js';
import { EvaluationHead } from './evaluation-head.js';
import { FindingsTab } from './findings-tab.js';
import { catalogueQuery, evaluationQuery } from './queries.js';
import type { Remark } from './return-dialog.js';
import { ReturnsTab } from './returns-tab.js';
import { ScoreTab } from './score-tab.js';
import { SheetTab } from './sheet-tab.js';
import { TrailTab } from './trail-tab.js';
import { useDraft } from './use-draft.js';
import { VersionsTab } from './versions-tab.js';

const TABS = ['sheet', 'findings', 'score', 'returns', 'versions', 'trail'] as const;

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
  const go = (to: (typeof TABS)[number], place?: string): void => {
    setSearch({ tab: to }, { replace: true });
    if (place) setTimeout(() => goTo(place), 60);
  };
  const open = findings.filter((one) => one.open).length;
  const pending = returned.filter((one) => one.answer === null && !one.fixed).length;
  const shared = { evaluation, editing, labels };
  return (
    <>
      <EvaluationHead evaluation={evaluation} title={title} />
      <ActionBar {...shared} remarks={remarks} onRemarks={setRemarks} />
      <Tabs
        activeKey={tab}
        onChange={(key) => setSearch({ tab: key }, { replace: true })}
        destroyOnHidden
        items={[
          {
            key: 'sheet',
            label: t('evaluation.tabs.sheet'),
            children: catalogue ? (
              <SheetTab
                {...shared}
                catalogue={catalogue}
                editable={may('EditDraft')}
                {...(may('Return') ? { onRemark: (path: string) => setRemarks((now) => [...now, { path, text: '' }]) } : {})}
              />
            ) : (
              <Loading rows={12} />
            ),
          },
          {
            key: 'findings',
            label: counted(t('evaluation.tabs.findings'), open),
            children: <FindingsTab {...shared} onGo={(place) => go('sheet', place)} />,
          },
          { key: 'score', label: t('evaluation.tabs.score'), children: <ScoreTab {...shared} editable={may('EditDraft')} /> },
          {
            key: 'returns',
            label: counted(t('evaluation.tabs.returns'), pending),
            children: <ReturnsTab {...shared} onGo={(place) => go('sheet', place)} />,
          },
          { key: 'versions', label: t('evaluation.tabs.versions'), children: <VersionsTab {...shared} /> },
          { key: 'trail', label: t('evaluation.tabs.trail'), children: <TrailTab {...shared} /> },
        ]}
      />
    </>
  );
}

const counted = (label: string, count: number) =>
  count === 0 ? (
    label
  ) : (
    <>
      {label} <span className="count">{count}</span>
    </>
  );

/** Brings the place into sight and into focus. */
function goTo(path: string): void {
  const place = document.getElementById(path);
  place?.scrollIntoView({ block: 'center' });
  const field = place?.querySelector<HTMLElement>('input, textarea, select') ?? place;
  field?.focus({ preventScroll: true });
  place?.classList.add('pointed-at');
  setTimeout(() => place?.classList.remove('pointed-at'), 2_500);
}
