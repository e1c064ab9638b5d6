import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useChange } from './use-change.js';

type Proposal = components['schemas']['ProposalAnswer'];

/** Says why a proposed role is not given. */
export function DeclineDialog({ proposal, onClose }: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const decline = useChange(
    'proposals',
    (body: { readonly reason: string }) =>
      answer(
        api.POST('/api/grant-proposals/{id}/refusal', {
          params: { path: { id: proposal.id } },
          headers: ordering(),
          body,
        }),
      ),
    onClose,
  );
  return (
    <Modal
      open
      title={`${t('grants.decline')} · ${proposal.personName}`}
      okText={t('grants.decline')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={decline.isPending}
    >
      <ProblemAlert error={decline.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={decline.mutate}>
        <Form.Item name="reason" label={t('grants.reason')} rules={[{ required: true, message: t('common.required') }]}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
