import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { DELEGATIONS } from './queries.js';

/** Ends a delegation before its last day, for a reason. */
export function EndDialog({
  id,
  name,
  onClose,
}: {
  readonly id: string;
  /** Of who acts. */
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const end = useMutation({
    mutationFn: ({ reason }: { readonly reason: string }) =>
      answer(
        api.POST('/api/delegations/{id}/end', {
          ...{ params: { path: { id } }, headers: ordering() },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: () => {
      void message.success(t('delegation.ended'));
      void queries.invalidateQueries({ queryKey: DELEGATIONS });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('delegation.endOf', { name })}
      okText={t('delegation.end')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={end.isPending}
    >
      <ProblemAlert error={end.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={end.mutate}>
        <Form.Item
          name="reason"
          label={t('delegation.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('delegation.reasonLength') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
