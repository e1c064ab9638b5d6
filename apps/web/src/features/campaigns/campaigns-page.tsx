import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api } from '../../api/client.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showDay } from '../../ui/moments.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { CampaignDialog } from './campaign-dialog.js';
import { StatusTag } from './status-tag.js';

export function CampaignsPage() {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['campaigns'],
    queryFn: () => answer(api.GET('/api/campaigns')),
  });
  return (
    <>
      <PageHead title={t('menu.campaigns')}>
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
          {t('campaign.new')}
        </Button>
      </PageHead>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <EmptyState title={t('campaign.empty')} />}
      {data && data.items.length > 0 && (
        <table className="grid cards" aria-label={t('menu.campaigns')}>
          <thead>
            <tr>
              <th scope="col">{t('campaign.name')}</th>
              <th scope="col">{t('campaign.year')}</th>
              <th scope="col">{t('campaign.status.label')}</th>
              <th scope="col">{t('campaign.opensAt')}</th>
              <th scope="col">{t('campaign.dueAt')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.id}>
                <td className="wide">
                  <Link className="strong" to={`/campaigns/${encodeURIComponent(one.id)}`}>
                    {one.name}
                  </Link>
                </td>
                <td data-label={t('campaign.year')}>{one.fiscalYear}</td>
                <td data-label={t('campaign.status.label')}>
                  <StatusTag status={one.status} />
                </td>
                <td data-label={t('campaign.opensAt')}>{showDay(one.opensAt)}</td>
                <td data-label={t('campaign.dueAt')}>{showDay(one.dueAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {creating && <CampaignDialog onClose={() => setCreating(false)} />}
    </>
  );
}
