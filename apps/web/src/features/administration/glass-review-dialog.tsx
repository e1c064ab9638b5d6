import { Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useChange } from './use-change.js';

interface Written {
  readonly justified: boolean;
  readonly opinion: string;
}

/** What the audit writes about a role that one alone gave. */
export function GlassReviewDialog({
  glass,
  onClose,
}: {
  readonly glass: components['schemas']['BreakGlassAnswer'];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Written>();
  const save = useChange(
    'break-glass',
    (body: Written) =>
      answer(
        api.POST('/api/break-glass/{id}/review', { params: { path: { id: glass.id } }, headers: ordering(), body }),
      ),
    onClose,
  );
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={`${t('breakGlass.review')} · ${glass.personName}`}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <ProblemAlert error={save.error} />
      <p>{glass.reason}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save.mutate}>
        <Form.Item name="justified" label={t('breakGlass.verdict')} rules={rules}>
          <Radio.Group
            options={[
              { value: true, label: t('breakGlass.justified') },
              { value: false, label: t('breakGlass.unjustified') },
            ]}
          />
        </Form.Item>
        <Form.Item name="opinion" label={t('breakGlass.opinion')} rules={rules}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
