import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { holds, useSession } from '../../session/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

type Erasure = components['schemas']['ErasureRowAnswer'];

const KEY = ['erasures'];

/** 删除令: ordered by one person, confirmed by another; what became of each. */
export function ErasuresPage() {
  const { t } = useTranslation();
  const session = useSession();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/erasures', { params: { query: { limit: 200 } } })),
  });
  return (
    <>
      <PageHead title={t('workbench.erasures')} />
      <p className="quiet">{t('workbench.erasuresExplained')}</p>
      {holds(session, 'administrator') && <OrderForm />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Loading />}
      {data?.items.length === 0 && <EmptyState title={t('workbench.noErasures')} />}
      {data?.items.map((erasure) => (
        <OneOrder key={erasure.id} erasure={erasure} />
      ))}
    </>
  );
}

function OrderForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [what, setWhat] = useState('');
  const [reason, setReason] = useState('');
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => {
      const target = /^\d+$/.test(what.trim()) ? { position: Number(what.trim()) } : { personId: what.trim() };
      return answer(api.POST('/api/erasures', { body: { ...target, reason }, headers: ordering() } as never));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <form
      className="filters"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Input
        value={what}
        onChange={({ target }) => setWhat(target.value)}
        placeholder={t('workbench.target')}
        aria-label={t('workbench.target')}
        maxLength={64}
      />
      <Input
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        placeholder={t('workbench.reason')}
        aria-label={t('workbench.reason')}
        maxLength={500}
      />
      <Button htmlType="submit" type="primary" danger loading={isPending}>
        {t('workbench.order')}
      </Button>
      <ProblemAlert error={error} />
    </form>
  );
}

function OneOrder({ erasure }: { readonly erasure: Erasure }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { id, outcome, target, targetName, erased } = erasure;
  const params = { path: { id } };
  const done = { onSuccess: () => queries.invalidateQueries({ queryKey: KEY }) };
  const confirm = useMutation({
    mutationFn: () => answer(api.POST('/api/erasures/{id}/confirmation', { params, headers: ordering() } as never)),
    ...done,
  });
  const decline = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/erasures/{id}/refusal', { params, body: { reason }, headers: ordering() } as never)),
    ...done,
  });
  const of = target.personId ? (targetName ?? target.personId) : `${t('trail.position')} ${target.position}`;
  return (
    <section className="panel">
      <h2>{of}</h2>
      <p>
        {erasure.orderedByName ?? erasure.orderedBy} · {showMoment(erasure.orderedAt)} · {erasure.reason}
      </p>
      {outcome === 'ErasureConfirmed' && (
        <p>{t('workbench.confirmed', { by: erasure.settledByName ?? '', count: erased ?? 0 })}</p>
      )}
      {outcome === 'ErasureDeclined' && <p>{t('workbench.declined', { by: erasure.settledByName ?? '' })}</p>}
      {outcome === null && (
        <div className="filters">
          <Button danger type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('workbench.confirm')}
          </Button>
          <Input
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder={t('workbench.declineReason')}
            aria-label={t('workbench.declineReason')}
            maxLength={500}
          />
          <Button loading={decline.isPending} onClick={() => decline.mutate()}>
            {t('workbench.decline')}
          </Button>
        </div>
      )}
      <ProblemAlert error={confirm.error ?? decline.error} />
    </section>
  );
}
