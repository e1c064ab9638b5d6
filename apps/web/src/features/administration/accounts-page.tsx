import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Grant } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { GRANTING, holds, useSession } from '../../session/session.js';
import { signOnQuery } from '../../session/sign-on.js';
import { word } from '../../texts/language.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { AccountDialog, GrantDialog } from './account-dialog.js';
import { ExternalIdentityDialog } from './external-identity-dialog.js';
import { RegistryList } from './registry-list.js';
import { SessionsDialog } from './sessions-dialog.js';
import { useChange } from './use-change.js';

export type Opened = Account & { readonly oneTimePassword: string | null };

export function AccountsPage() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [opening, setOpening] = useState(false);
  const [granting, setGranting] = useState<Account>();
  const [linking, setLinking] = useState<Account>();
  const [watching, setWatching] = useState<Account>();
  const session = useSession();
  const opens = holds(session, 'administrator');
  const grants = holds(session, ...GRANTING);
  const { data: signOn } = useQuery(signOnQuery);
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: persons } = useQuery({
    queryKey: ['persons'],
    queryFn: () => answer(api.GET('/api/persons', { params: { query: { limit: 200 } } })),
  });
  const show = ({ login, oneTimePassword }: Opened): void => {
    if (oneTimePassword === null) return;
    modal.success({
      title: t('admin.oneTimeTitle'),
      okText: t('common.close'),
      content: (
        <>
          <p className="one-time">{oneTimePassword}</p>
          <p>{t('admin.oneTimeShown', { login })}</p>
        </>
      ),
    });
  };
  const status = useChange('accounts', ({ id, to }: { id: string; to: 'open' | 'disabled' }) =>
    answer(
      api.PUT('/api/accounts/{id}/status', { params: { path: { id } }, headers: ordering(), body: { status: to } }),
    ),
  );
  const reset = useChange(
    'accounts',
    (id: string) =>
      answer(api.POST('/api/accounts/{id}/password-reset', { params: { path: { id } }, headers: ordering() })),
    show,
  );
  const revoke = useChange('accounts', ({ id, grant }: { id: string; grant: Grant }) => {
    const query = { role: grant.role, ...(grant.unitId ? { unitId: grant.unitId } : {}) } as never;
    return answer(api.DELETE('/api/accounts/{id}/grants', { params: { path: { id }, query }, headers: ordering() }));
  });
  const removeFactors = useChange('accounts', (id: string) =>
    answer(api.DELETE('/api/accounts/{id}/factors', { params: { path: { id } } })),
  );
  const columns = [
    t('admin.login'),
    t('admin.person'),
    t('admin.grants'),
    t('campaign.status.label'),
    t('admin.operations'),
  ];
  return (
    <>
      <PageHead title={t('menu.accounts')}>
        {opens && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {t('admin.addAccount')}
          </Button>
        )}
      </PageHead>
      <ProblemAlert error={status.error ?? reset.error ?? revoke.error ?? removeFactors.error} />
      <RegistryList<Account>
        name="accounts"
        label={t('menu.accounts')}
        columns={columns}
        ask={(query) => answer(api.GET('/api/accounts', { params: { query } }))}
        row={(account) => (
          <tr key={account.id}>
            <td data-label={columns[0]} className="strong">
              {account.login}
            </td>
            <td data-label={columns[1]}>
              {persons?.items.find(({ id }) => id === account.personId)?.name ?? account.personId}
            </td>
            <td data-label={columns[2]}>
              {account.grants.map((grant) => (
                <div key={grant.id}>
                  {word(t, 'role', grant.role)}{' '}
                  <span className="quiet">{units.find(({ id }) => id === grant.unitId)?.name}</span>{' '}
                  <span className="quiet small">
                    {grant.from} {grant.to && t('grants.until', { day: grant.to })} · {t(`grants.basis.${grant.basis}`)}
                  </span>
                  {grants && (
                    <Popconfirm
                      title={t('admin.revoke', { role: word(t, 'role', grant.role) })}
                      okText={t('common.ok')}
                      cancelText={t('common.cancel')}
                      onConfirm={() => revoke.mutate({ id: account.id, grant })}
                    >
                      <Button
                        type="text"
                        size="small"
                        icon={<CloseOutlined />}
                        aria-label={`${t('admin.revoke', { role: word(t, 'role', grant.role) })}: ${account.login}`}
                      />
                    </Popconfirm>
                  )}
                </div>
              ))}
            </td>
            <td data-label={columns[3]}>
              <span className={`tag ${account.disabledAt ? 'tone-red' : 'tone-green'}`}>
                {t(account.disabledAt ? 'admin.disabled' : 'admin.open')}
              </span>
              {account.oneTime && <div className="quiet small">{t('admin.oneTime')}</div>}
              {account.factors.map((kind) => (
                <div key={kind} className="quiet small">
                  {t(`factor.kinds.${kind}`)}
                </div>
              ))}
            </td>
            <td>
              <span className="row-actions">
                {grants && (
                  <>
                    <Button size="small" onClick={() => setGranting(account)}>
                      {t('admin.grant')}
                    </Button>
                    <Button size="small" onClick={() => setWatching(account)}>
                      {t('sessions.title')}
                    </Button>
                  </>
                )}
                {opens && signOn?.issuer && (
                  <Button size="small" onClick={() => setLinking(account)}>
                    {t('signOn.link')}
                  </Button>
                )}
                {opens && (
                  <Popconfirm
                    title={t('admin.resetConfirm')}
                    okText={t('admin.reset')}
                    cancelText={t('common.cancel')}
                    onConfirm={() => reset.mutate(account.id)}
                  >
                    <Button size="small">{t('admin.reset')}</Button>
                  </Popconfirm>
                )}
                {account.factors.length > 0 && holds(session, 'security-administrator') && (
                  <Popconfirm
                    title={t('factor.removeAllConfirm')}
                    okText={t('factor.removeAll')}
                    cancelText={t('common.cancel')}
                    onConfirm={() => removeFactors.mutate(account.id)}
                  >
                    <Button size="small">{t('factor.removeAll')}</Button>
                  </Popconfirm>
                )}
                {grants && (
                  <Button
                    size="small"
                    onClick={() => status.mutate({ id: account.id, to: account.disabledAt ? 'open' : 'disabled' })}
                  >
                    {t(account.disabledAt ? 'admin.enable' : 'admin.disable')}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        )}
      />
      {opening && (
        <AccountDialog
          persons={persons?.items ?? []}
          onClose={() => setOpening(false)}
          onOpened={(opened) => {
            setOpening(false);
            show(opened);
          }}
        />
      )}
      {linking && <ExternalIdentityDialog account={linking} onClose={() => setLinking(undefined)} />}
      {watching && <SessionsDialog account={watching} onClose={() => setWatching(undefined)} />}
      {granting && <GrantDialog account={granting} onClose={() => setGranting(undefined)} />}
    </>
  );
}
