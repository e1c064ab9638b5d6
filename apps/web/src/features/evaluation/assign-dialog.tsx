import { useQuery } from '@tanstack/react-query';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { Candidate, Evaluation } from '../../api/evaluation-answers.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCommand } from './commands.js';
import { openSeats, useSeatName } from './seats.js';

interface Written {
  readonly seat: number;
  readonly personId: string;
  readonly reason: string;
}

/** Gives a seat of the review to a person; who may not have it stands in the list with the reason. */
export function AssignDialog({
  evaluation,
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, streamVersion } = evaluation;
  const command = useCommand(id, streamVersion);
  const nameOf = useSeatName();
  const [form] = Form.useForm<Written>();
  const seats = [...openSeats(evaluation, 'first'), ...openSeats(evaluation, 'second')];
  const chosen = Form.useWatch('seat', form) ?? 0;
  const { data, error } = useQuery({
    queryKey: ['evaluation', id, 'candidates', streamVersion],
    queryFn: () =>
      answer<{ items: readonly Candidate[] }>(
        api.GET('/api/evaluations/{id}/candidates', { params: { path: { id } } }),
      ),
  });
  const people = (data?.items ?? []).filter(({ step }) => step === seats[chosen]?.step);
  const rules = [{ required: true, whitespace: true, message: t('common.required') }];
  const take = ({ seat, personId, reason }: Written): void => {
    const { step, gate } = seats[seat]!;
    command.mutate({ type: 'AssignReviewer', step, gate, personId, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={t('assign.title')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={command.isPending}
    >
      <ProblemAlert error={command.error ?? error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={take} initialValues={{ seat: 0 }}>
        <Form.Item name="seat" label={t('assign.seat')}>
          <Select
            options={seats.map((seat, n) => ({ value: n, label: nameOf(seat) }))}
            onChange={() => form.setFieldValue('personId', undefined)}
          />
        </Form.Item>
        <Form.Item name="personId" label={t('assign.person')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('assign.none')}
            options={people.map((one) => ({
              value: one.personId,
              label: [
                one.name,
                t('assign.open', { count: one.open }),
                ...(one.from === 'above' ? [t('assign.above')] : []),
                ...(one.conflict ? [t(`assign.excluded.${one.conflict}`)] : []),
              ].join(' · '),
              disabled: one.conflict !== undefined,
            }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('act.reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
