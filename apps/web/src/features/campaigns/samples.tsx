import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answer, api, ordering } from '../../api/client.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** Draws for recheck (抽查): what was drawn, from what and by which seed; and the dialog that draws. */
export function Samples({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [drawing, setDrawing] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['campaigns', id, 'samples'],
    queryFn: () => answer(api.GET('/api/campaigns/{id}/samples', { params: { path: { id } } })),
  });
  return (
    <section className="after-section">
      <div className="part-head">
        <h2>{t('sample.title')}</h2>
        <Button size="small" onClick={() => setDrawing(true)}>
          {t('sample.draw')}
        </Button>
      </div>
      <ProblemAlert error={error} />
      {data?.items.length === 0 && <p className="quiet">{t('sample.none')}</p>}
      {data?.items.map(({ sampleId, seed, chosen, drawnAt, population, departments }) => (
        <div key={sampleId} className="panel after">
          <div>
            {showMoment(drawnAt)} · {t('sample.drawn', { departments, population, chosen: chosen.length })}
          </div>
          <div className="quiet small">
            {t('sample.seed')} <code>{seed}</code>
          </div>
          <div className="small">
            {chosen.slice(0, 50).map((evaluation) => (
              <Link key={evaluation} to={`/evaluations/${encodeURIComponent(evaluation)}?tab=conclusion`}>
                {evaluation}{' '}
              </Link>
            ))}
          </div>
        </div>
      ))}
      {drawing && <SampleDialog id={id} onClose={() => setDrawing(false)} />}
    </section>
  );
}

interface Written {
  readonly kind: 'share' | 'count';
  readonly of: number;
}

function SampleDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Written>();
  const draw = useMutation({
    mutationFn: (body: Written) =>
      answer(api.POST('/api/campaigns/{id}/samples', { params: { path: { id } }, headers: ordering(), body })),
    onSuccess: async () => {
      void message.success(t('sample.ordered'));
      await queries.invalidateQueries({ queryKey: ['campaigns'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('sample.draw')}
      okText={t('sample.draw')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={draw.isPending}
    >
      <p className="quiet">{t('sample.hint')}</p>
      <ProblemAlert error={draw.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={draw.mutate}
        initialValues={{ kind: 'share', of: 10 }}
      >
        <Form.Item name="kind" label={t('sample.kind')}>
          <Select options={(['share', 'count'] as const).map((value) => ({ value, label: t(`sample.${value}`) }))} />
        </Form.Item>
        <Form.Item name="of" label={t('sample.of')} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber min={1} max={1_000} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
