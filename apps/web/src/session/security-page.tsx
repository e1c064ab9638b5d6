import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { Loading } from '../ui/loading.js';
import { showDay } from '../ui/moments.js';
import { PageHead } from '../ui/page-head.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { Enrolment } from './enrolment.js';
import { type Factor, factorsQuery } from './factors.js';
import { RecoveryCodes } from './recovery-codes.js';
import { sessionQuery, useSession } from './session.js';

/** One's own second factors: what is enrolled, one more, away with one, new recovery codes. */
export function SecurityPage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const { data, error, isPending } = useQuery(factorsQuery);
  const remove = useMutation({
    mutationFn: (id: string) => answer(api.DELETE('/api/session/factors/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.setQueryData(sessionQuery.queryKey, null),
  });
  const renew = useMutation({
    mutationFn: () => answer(api.POST('/api/session/factors/recovery-codes')),
  });
  const read = (): void => {
    renew.reset();
    setAdding(false);
    void queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const enrolled = (): void => {
    void message.success(t('factor.done'));
    read();
  };
  return (
    <>
      <PageHead title={t('factor.security')} />
      <ProblemAlert error={error ?? remove.error ?? renew.error} />
      {isPending && <Loading />}
      {data && !adding && !renew.data && (
        <div className="narrow">
          {session.secondFactor === 'offered' && <p>{t('factor.offered')}</p>}
          {data.factors.length === 0 && <p>{t('factor.none')}</p>}
          {data.factors.map((factor) => (
            <FactorRow key={factor.id} factor={factor} onRemove={() => remove.mutate(factor.id)} />
          ))}
          {data.factors.length > 0 && (
            <div className="factor-choice">
              <span>{t('factor.recoveryLeft', { count: data.recoveryCodesLeft })}</span>
              <Popconfirm
                title={t('factor.renewConfirm')}
                okText={t('factor.renew')}
                cancelText={t('common.cancel')}
                onConfirm={() => renew.mutate()}
              >
                <Button>{t('factor.renew')}</Button>
              </Popconfirm>
            </div>
          )}
          <p>
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('factor.enrol')}
            </Button>
          </p>
        </div>
      )}
      {adding && (
        <div className="narrow">
          <Enrolment onDone={enrolled} />
        </div>
      )}
      {renew.data && (
        <div className="narrow">
          <RecoveryCodes codes={renew.data.recoveryCodes} onKept={read} />
        </div>
      )}
    </>
  );
}

function FactorRow({
  factor: { kind, name, enrolledAt },
  onRemove,
}: {
  readonly factor: Factor;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="factor-choice">
      <div>
        <strong>{name ?? t(`factor.kinds.${kind}`)}</strong>
        <div className="quiet">{t('factor.since', { day: showDay(enrolledAt) })}</div>
      </div>
      <Popconfirm
        title={t('factor.removeConfirm')}
        okText={t('factor.remove')}
        cancelText={t('common.cancel')}
        onConfirm={onRemove}
      >
        <Button aria-label={`${t('factor.remove')}: ${name ?? t(`factor.kinds.${kind}`)}`}>{t('factor.remove')}</Button>
      </Popconfirm>
    </div>
  );
}
