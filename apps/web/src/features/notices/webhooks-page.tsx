import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answer, api, ordering } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { holds, useSession } from '../../session/session.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useDivisions } from './divisions.js';
import { WebhookDialog } from './webhook-dialog.js';

type Webhook = components['schemas']['WebhookAnswer'];

/** Where a division is told besides its people: other systems, and the robots of its group chats. */
export function WebhooksPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const { divisions, error: noDivisions } = useDivisions();
  const division = divisions?.find(({ code }) => code === search.get('division')) ?? divisions?.[0];
  const code = division?.code ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks', code],
    enabled: code !== '',
    queryFn: async () => (await answer(api.GET('/api/webhooks', { params: { query: { divisionCode: code } } }))).items,
  });
  const failed = error ?? noDivisions;
  return (
    <>
      <PageHead title={t('webhook.title')}>
        {divisions && divisions.length > 1 && (
          <Select
            value={code}
            onChange={(next) => setSearch({ division: next })}
            aria-label={t('admin.division')}
            showSearch={{ optionFilterProp: 'label' }}
            options={divisions.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))}
          />
        )}
        {holds(session, 'administrator') && <Link to="/administration/deliveries">{t('deliveries.title')}</Link>}
        {division && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('webhook.add')}
          </Button>
        )}
      </PageHead>
      <p className="quiet">{t('webhook.hint')}</p>
      <ProblemAlert error={failed} onRetry={() => void refetch()} />
      {!data && !failed && divisions?.length !== 0 && <Loading />}
      {divisions?.length === 0 && <EmptyState title={t('webhook.noDivision')} />}
      {data?.length === 0 && <EmptyState title={t('webhook.empty')} />}
      {data && data.length > 0 && <Webhooks webhooks={data} />}
      {adding && division && <WebhookDialog divisionCode={division.code} onClose={() => setAdding(false)} />}
    </>
  );
}

function Webhooks({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const disable = useMutation({
    mutationFn: (id: string) =>
      answer(api.DELETE('/api/webhooks/{id}', { params: { path: { id } }, headers: ordering() })),
    onSuccess: () => void message.success(t('webhook.isDisabled')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
  const columns = [
    ...[t('webhook.name'), t('webhook.format'), t('webhook.host'), t('webhook.kinds')],
    ...[t('webhook.state'), t('admin.operations')],
  ];
  return (
    <>
      <ProblemAlert error={disable.error} />
      <table className="grid cards" aria-label={t('webhook.title')}>
        <ColumnHeads names={columns} />
        <tbody>
          {webhooks.map(({ id, name, format, host, kinds, createdAt, disabledAt }) => (
            <tr key={id}>
              <td className="wide strong">
                <div className="roomy">{name}</div>
              </td>
              <td data-label={columns[1]} className="nowrap">
                {t(`webhook.formats.${format}`)}
              </td>
              <td data-label={columns[2]}>
                <div className="roomy">{host}</div>
              </td>
              <td data-label={columns[3]}>{kinds.map((kind) => t(`notices.kind.${kind}`)).join(' · ')}</td>
              <td data-label={columns[4]} className="nowrap">
                <span className={`tag ${disabledAt ? 'tone-grey' : 'tone-green'}`}>
                  {t(disabledAt ? 'admin.disabled' : 'admin.open')}
                </span>
                <div className="quiet small">{showMoment(disabledAt ?? createdAt)}</div>
              </td>
              <td>
                {disabledAt === null && (
                  <Popconfirm
                    title={t('webhook.disableAsk')}
                    okText={t('admin.disable')}
                    cancelText={t('common.cancel')}
                    onConfirm={() => disable.mutate(id)}
                  >
                    <Button size="small" aria-label={`${t('admin.disable')} ${name}`}>
                      {t('admin.disable')}
                    </Button>
                  </Popconfirm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
