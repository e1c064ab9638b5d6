import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answer, api, ordering } from '../../api/client.js';
import { unitsQuery } from '../../api/units.js';
import { useSession } from '../../session/session.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ReviewRules } from './review-rules.js';

interface Written {
  readonly name: string;
  readonly fiscalYear: number;
  readonly ownerId: string;
  readonly opensAt: string;
  readonly dueAt: string;
  readonly wholeUnitScheme?: string;
  readonly projectScheme?: string;
  readonly reviewWithinDays?: number;
  readonly feedbackWithinDays?: number;
  readonly rectifyWithinDays?: number;
  readonly publishWithinDays?: number;
  readonly review: {
    readonly assignment: 'open' | 'assigned';
    readonly blind?: boolean;
    readonly gates: readonly string[];
    readonly gateOrder: 'parallel' | 'in-order';
    readonly second: 'overall' | 'per-gate';
  };
}

/** Calendar days for what follows on the result. */
const AFTERWARDS = ['feedbackWithinDays', 'rectifyWithinDays', 'publishWithinDays'] as const;

/** Drafts a campaign; it is opened from its own page. */
export function CampaignDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const session = useSession();
  const { data: units = [] } = useQuery(unitsQuery);
  const { data: schemes } = useQuery({
    queryKey: ['schemes'],
    queryFn: () => answer(api.GET('/api/schemes')),
  });
  const [form] = Form.useForm<Written>();
  const managed = session.grants.flatMap(({ role, unitId }) => (role === 'campaign-manager' && unitId ? [unitId] : []));
  const create = useMutation({
    mutationFn: ({ opensAt, dueAt, ownerId, wholeUnitScheme, projectScheme, ...rest }: Written) =>
      answer(
        api.POST('/api/campaigns', {
          headers: ordering(),
          body: {
            ...rest,
            ownerId,
            divisionCode: units.find(({ id }) => id === ownerId)?.divisionCode ?? '',
            opensAt: dayjs(opensAt).startOf('day').toISOString(),
            dueAt: dayjs(dueAt).endOf('day').toISOString(),
            ...(wholeUnitScheme ? { wholeUnitScheme } : {}),
            ...(projectScheme ? { projectScheme } : {}),
          } as never,
        }),
      ),
    onSuccess: ({ id }) => {
      void message.success(t('campaign.created'));
      void queries.invalidateQueries({ queryKey: ['campaigns'] });
      void navigate(`/campaigns/${encodeURIComponent(id)}`);
    },
  });
  const rules = [{ required: true, message: t('common.required') }];
  const schemesFor = (kind: string) =>
    (schemes?.items ?? [])
      .filter((one) => one.kind === kind)
      .map(({ id, version, title }) => ({ value: `${id}@${version}`, label: `${title} (${id}@${version})` }));
  return (
    <Modal
      open
      width={640}
      title={t('campaign.new')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={create.isPending}
    >
      <ProblemAlert error={create.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="columns"
        onFinish={create.mutate}
        initialValues={{
          ...(managed[0] ? { ownerId: managed[0] } : {}),
          fiscalYear: dayjs().year() - 1,
          reviewWithinDays: 5,
          ...{ feedbackWithinDays: 20, rectifyWithinDays: 30, publishWithinDays: 20 },
          review: { assignment: 'open', blind: false, gates: [], gateOrder: 'parallel', second: 'overall' },
        }}
      >
        <Form.Item name="name" label={t('campaign.name')} rules={rules} className="whole">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="fiscalYear" label={t('campaign.year')} rules={rules}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="ownerId" label={t('campaign.owner')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.filter(({ kind }) => kind !== 'unit').map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="opensAt" label={t('campaign.opensAt')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="dueAt" label={t('campaign.dueAt')} rules={rules}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="reviewWithinDays" label={t('deadline.reviewWithinDays')} rules={rules}>
          <InputNumber min={1} max={60} precision={0} />
        </Form.Item>
        {AFTERWARDS.map((name) => (
          <Form.Item key={name} name={name} label={t(`campaign.${name}`)} rules={rules}>
            <InputNumber min={1} max={366} precision={0} />
          </Form.Item>
        ))}
        <ReviewRules />
        <Form.Item name="wholeUnitScheme" label={t('campaign.wholeUnitScheme')} className="whole">
          <Select allowClear options={schemesFor('whole-unit')} />
        </Form.Item>
        <Form.Item name="projectScheme" label={t('campaign.projectScheme') + t('common.optional')} className="whole">
          <Select allowClear options={schemesFor('project')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
