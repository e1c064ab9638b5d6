import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCandidates } from './candidates.js';
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
  const { people, error } = useCandidates(evaluation);
  const ofStep = people.filter(({ step }) => step === seats[chosen]?.step);
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
          <Select showSearch={{ optionFilterProp: 'label' }} notFoundContent={t('assign.none')} options={ofStep} />
        </Form.Item>
        <Form.Item name="reason" label={t('act.reason')} rules={rules}>
          <Input.TextArea rows={3} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
