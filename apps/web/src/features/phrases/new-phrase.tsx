import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import { phrasesQuery } from '../../api/phrases.js';
import { GrowingText } from '../../ui/growing-text.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

interface Written {
  readonly text: string;
  readonly unitId?: string;
}

/** Adds a phrase: one's own, or, where there are units to choose from, one that a unit shares. */
export function NewPhrase({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Written>();
  const add = useMutation({
    mutationFn: ({ text, unitId }: Written) =>
      answer(api.POST('/api/phrases', { headers: ordering(), body: { text, ...(unitId ? { unitId } : {}) } })),
    onSuccess: async () => {
      form.resetFields();
      await queries.invalidateQueries({ queryKey: phrasesQuery.queryKey });
    },
  });
  return (
    <section className="panel">
      <ProblemAlert error={add.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={add.mutate}>
        <Form.Item
          name="text"
          label={t('phrases.new')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('phrases.length') }]}
        >
          <GrowingText least={2} maxLength={500} />
        </Form.Item>
        {units.length > 0 && (
          <Form.Item name="unitId" label={t('phrases.shareWith')}>
            <Select
              allowClear
              placeholder={t('phrases.own')}
              showSearch={{ optionFilterProp: 'label' }}
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        <Button htmlType="submit" type="primary" icon={<PlusOutlined />} loading={add.isPending}>
          {t('common.add')}
        </Button>
      </Form>
    </section>
  );
}
