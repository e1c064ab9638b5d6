import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Account, Person } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import type { Opened } from './accounts-page.js';
import { type Granted, GrantFields, grantOf } from './grant-fields.js';
import { useChange } from './use-change.js';

export function AccountDialog({
  persons,
  onOpened,
  onClose,
}: {
  readonly persons: readonly Person[];
  readonly onOpened: (opened: Opened) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Granted & { readonly personId: string; readonly login: string }>();
  const open = useChange(
    'accounts',
    ({ personId, login, ...grant }: Granted & { readonly personId: string; readonly login: string }) =>
      answer(api.POST('/api/accounts', { headers: ordering(), body: { personId, login, grants: [grantOf(grant)] } })),
    onOpened,
  );
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('admin.addAccount')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={open.isPending}
    >
      <ProblemAlert error={open.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={open.mutate}>
        <Form.Item name="personId" label={t('admin.person')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={persons.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="login" label={t('admin.login')} rules={rules}>
          <Input autoCapitalize="none" maxLength={40} autoComplete="off" />
        </Form.Item>
        <GrantFields />
      </Form>
    </Modal>
  );
}

export function GrantDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Granted>();
  const grant = useChange(
    'accounts',
    (given: Granted) =>
      answer(
        api.POST('/api/accounts/{id}/grants', {
          params: { path: { id: account.id } },
          headers: ordering(),
          body: grantOf(given),
        }),
      ),
    onClose,
  );
  return (
    <Modal
      open
      title={`${t('admin.grant')} · ${account.login}`}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={grant.isPending}
    >
      <p className="quiet">{t('grants.two')}</p>
      <ProblemAlert error={grant.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={grant.mutate}>
        <GrantFields />
      </Form>
    </Modal>
  );
}
