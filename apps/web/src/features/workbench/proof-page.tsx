import { DownloadOutlined, SafetyOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { proved } from '../../session/fresh.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { checkEntry, checkpointIn, isSigned, type Outcome } from './check-entries.js';

type Evidence = components['schemas']['EvidenceAnswer'];

interface Found {
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
  /** Where something does not hold. */
  readonly wrong: readonly number[];
  readonly size: number;
  readonly root: string;
  readonly signed: boolean | null;
  readonly ownKey: boolean;
}

/** Takes the exact bytes from the server and believes nothing it says of them. */
async function check(id: string, key: string): Promise<Found> {
  const counts: Partial<Record<Outcome, number>> = {};
  const wrong: number[] = [];
  let head: { size: number; root: string; signed: boolean | null } = { size: 0, root: '', signed: false };
  for (let from: number | null = 0; from !== null; ) {
    const query: { from: number; limit: number } = { from, limit: 200 };
    const page: Evidence = await answer(api.GET('/api/evaluations/{id}/evidence', { params: { path: { id }, query } }));
    const checkpoint = page.checkpoint === null ? null : checkpointIn(page.checkpoint);
    if (page.checkpoint !== null && checkpoint)
      head = { ...checkpoint, signed: await isSigned(page.checkpoint, key ? [key] : page.keys) };
    for (const entry of page.items) {
      const outcome = await checkEntry(entry, checkpoint?.size ?? 0, checkpoint?.root ?? '');
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (outcome.endsWith('differs')) wrong.push(entry.position);
    }
    from = page.next;
  }
  return { counts, wrong, ...head, ownKey: key !== '' };
}

/** 页面核验: hashes are computed here, in the reader's browser. */
export function ProofPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => check(id, key.trim()) });
  const download = async (): Promise<void> => {
    if (await proved(queries)) location.assign(`/api/evaluations/${encodeURIComponent(id)}/evidence.zip`);
  };
  return (
    <>
      <PageHead title={t('workbench.proof')}>
        <Button icon={<DownloadOutlined />} onClick={() => void download()}>
          {t('workbench.bundle')}
        </Button>
      </PageHead>
      <p>
        <Link to={`/evaluations/${encodeURIComponent(id)}?tab=trail`}>{id}</Link>
      </p>
      <p>{t('workbench.explain')}</p>
      <div className="filters">
        <Input
          value={key}
          onChange={({ target }) => setKey(target.value)}
          placeholder={t('workbench.key')}
          aria-label={t('workbench.key')}
          maxLength={300}
        />
        <Button type="primary" icon={<SafetyOutlined />} loading={isPending} onClick={() => mutate()}>
          {t('workbench.check')}
        </Button>
      </div>
      <ProblemAlert error={error} />
      {data && <Verdict found={data} />}
    </>
  );
}

function Verdict({ found: { counts, wrong, size, root, signed, ownKey } }: { readonly found: Found }) {
  const { t } = useTranslation();
  const holds = wrong.length === 0;
  return (
    <section className="panel" aria-live="polite">
      <h2>{holds ? t('workbench.holds') : t('workbench.fails', { positions: wrong.join(', ') })}</h2>
      <ul>
        {(Object.keys(counts) as Outcome[]).map((outcome) => (
          <li key={outcome}>{t(`workbench.outcome.${outcome}`, { count: counts[outcome] })}</li>
        ))}
        <li>{size > 0 ? t('workbench.checkpoint', { size, root: root.slice(0, 16) }) : t('workbench.noCheckpoint')}</li>
        {size > 0 && <li>{t(`workbench.signed.${signed === null ? 'unknown' : signed ? 'yes' : 'no'}`)}</li>}
        {size > 0 && !ownKey && <li>{t('workbench.serverKey')}</li>}
      </ul>
    </section>
  );
}
