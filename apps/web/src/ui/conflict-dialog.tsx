import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../api/answers.js';
import { answer, api, ordering } from '../api/client.js';
import { conflictsQuery } from '../api/conflicts.js';
import { ProblemAlert } from './problem-alert.js';

interface Written {
  readonly unitId: string;
  readonly reason: string;
}

/** Declares a conflict of interest with a unit: with the only one there is to choose, or with one of several. */
export function ConflictDialog({
  units,
  onClose,
}: {
  readonly units: readonly Pick<Unit, 'id' | 'name'>[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Written>();
  const only = units.length === 1 ? units[0] : undefined;
  const declare = useMutation({
    mutationFn: ({ unitId, reason }: Written) =>
      answer(api.POST('/api/conflicts', { headers: ordering(), body: { unitId, reason: reason.trim() } })),
    onSuccess: ({ items }) => {
      queries.setQueryData(conflictsQuery.queryKey, items);
      // What one may do, and what waits for one, is now another.
      void queries.invalidateQueries();
      void message.success(t('recusal.done'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={only ? t('recusal.declareFor', { unit: only.name }) : t('recusal.declare')}
      okText={t('recusal.declare')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={declare.isPending}
    >
      <p className="quiet">{t('recusal.hint')}</p>
      <ProblemAlert error={declare.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ unitId, reason }) => declare.mutate({ unitId: only?.id ?? unitId, reason })}
      >
        {!only && (
          <Form.Item
            name="unitId"
            label={t('recusal.unit')}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('recusal.reason')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('recusal.reasonLength') }]}
        >
          <Input.TextArea rows={3} maxLength={200} data-first />
        </Form.Item>
      </Form>
    </Modal>
  );
}
