import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

interface Written {
  readonly dueAt?: string;
  readonly reason: string;
}

/** Extends the window of a campaign, or ends it; both with a reason. */
export function EndDialog({
  kind,
  id,
  onClose,
}: {
  readonly kind: 'extension' | 'closing';
  readonly id: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Written>();
  const title = kind === 'extension' ? t('campaign.extend') : t('campaign.close');
  const end = useMutation({
    mutationFn: ({ dueAt, reason }: Written) => {
      const how = { params: { path: { id } }, headers: ordering() };
      return answer(
        kind === 'extension'
          ? api.POST('/api/campaigns/{id}/extensions', {
              ...how,
              body: { dueAt: dayjs(dueAt).endOf('day').toISOString(), reason },
            })
          : api.POST('/api/campaigns/{id}/closing', { ...how, body: { reason } }),
      );
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['campaigns'] });
      onClose();
    },
  });
  const rules = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={end.isPending}
    >
      <ProblemAlert error={end.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={end.mutate}>
        {kind === 'extension' && (
          <Form.Item name="dueAt" label={t('campaign.newDue')} rules={rules}>
            <Input type="date" />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('campaign.reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
