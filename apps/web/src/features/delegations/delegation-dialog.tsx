import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { candidatesQuery, DELEGATIONS } from './queries.js';
import { bureauDay } from './standing.js';

interface Written {
  readonly delegate: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** Hands one's seats over for some days. */
export function DelegationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Written>();
  const { data: candidates, error } = useQuery(candidatesQuery);
  const give = useMutation({
    mutationFn: (written: Written) =>
      answer(
        api.POST('/api/delegations', { headers: ordering(), body: { ...written, reason: written.reason.trim() } }),
      ),
    onSuccess: (_, { delegate }) => {
      const name = candidates?.find(({ personId }) => personId === delegate)?.name ?? delegate;
      void message.success(t('delegation.given', { name }));
      void queries.invalidateQueries({ queryKey: DELEGATIONS });
      onClose();
    },
  });
  const rules = [{ required: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('delegation.give')}
      okText={t('delegation.give')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={give.isPending}
    >
      <ProblemAlert error={give.error ?? error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={give.mutate}
        initialValues={{ from: bureauDay() }}
      >
        <Form.Item name="delegate" label={t('delegation.delegate')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('delegation.nobody')}
            options={(candidates ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        </Form.Item>
        <div className="columns">
          <Form.Item name="from" label={t('delegation.from')} rules={rules}>
            <Input type="date" min={bureauDay()} />
          </Form.Item>
          <Form.Item
            name="until"
            label={t('delegation.until')}
            dependencies={['from']}
            rules={[
              ...rules,
              ({ getFieldValue }) => ({
                validator: (_, until: string | undefined) =>
                  !until || until >= getFieldValue('from')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('delegation.beforeFrom'))),
              }),
            ]}
          >
            <Input type="date" min={bureauDay()} />
          </Form.Item>
        </div>
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
