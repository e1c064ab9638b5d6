import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

interface Written {
  readonly day: string;
  readonly kind: 'holiday' | 'working-day';
  readonly reason: string;
}

const KINDS = ['holiday', 'working-day'] as const;

/** Says of one day that the division is off, or works. */
export function CorrectionDialog({
  divisionCode,
  onClose,
}: {
  readonly divisionCode: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Written>();
  const correct = useMutation({
    mutationFn: (written: Written) =>
      answer(api.POST('/api/calendar/days', { headers: ordering(), body: { divisionCode, ...written } })),
    onSuccess: async () => {
      void message.success(t('calendar.corrected'));
      await queries.invalidateQueries({ queryKey: ['calendar'] });
      onClose();
    },
  });
  const rules = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('calendar.correct')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={correct.isPending}
    >
      <ProblemAlert error={correct.error} />
      <p className="quiet">{t('calendar.hint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={correct.mutate}
        initialValues={{ kind: 'holiday' }}
      >
        <Form.Item name="day" label={t('calendar.day')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="kind" label={t('calendar.kind')} rules={rules}>
          <Select options={KINDS.map((kind) => ({ value: kind, label: t(`calendar.kinds.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('calendar.reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
