import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { type Granted, GrantFields, grantOf } from './grant-fields.js';
import { useChange } from './use-change.js';

type Written = Granted & { readonly accountId: string; readonly reason: string };

/** One alone gives a role for three days, and says why. */
export function BreakGlassDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const { data } = useQuery({
    queryKey: ['accounts', 'all'],
    queryFn: () => answer(api.GET('/api/accounts', { params: { query: { limit: 200 } } })),
  });
  const save = useChange(
    'break-glass',
    ({ accountId, reason, ...granted }: Written) =>
      answer(api.POST('/api/break-glass', { headers: ordering(), body: { accountId, reason, ...grantOf(granted) } })),
    onClose,
  );
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('breakGlass.do')}
      okText={t('breakGlass.do')}
      okButtonProps={{ danger: true }}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemAlert error={save.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save.mutate}>
        <Form.Item name="accountId" label={t('breakGlass.account')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={data?.items.map(({ id, login }) => ({ value: id, label: login })) ?? []}
          />
        </Form.Item>
        <GrantFields dated={false} />
        <Form.Item name="reason" label={t('breakGlass.reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
