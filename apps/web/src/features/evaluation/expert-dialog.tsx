import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCandidates } from './candidates.js';
import { useCommand } from './commands.js';

/** 加签: asks somebody who could review about this version. The pass waits for the answer, and he takes no seat of it. */
export function ExpertDialog({
  evaluation,
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, streamVersion } = evaluation;
  const command = useCommand(id, streamVersion);
  const [form] = Form.useForm<{ personId: string; question: string }>();
  const { people, error } = useCandidates(evaluation);
  const rules = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <Modal
      open
      title={t('action.AskExpert')}
      okText={t('action.AskExpert')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={command.isPending}
    >
      <ProblemAlert error={command.error ?? error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(written) => command.mutate({ type: 'AskExpert', ...written }, { onSuccess: onClose })}
      >
        <Form.Item name="personId" label={t('expert.person')} rules={rules}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={t('assign.none')}
            options={[...new Map(people.map((one) => [one.value, one])).values()]}
          />
        </Form.Item>
        <Form.Item name="question" label={t('expert.question')} rules={rules}>
          <Input.TextArea rows={4} maxLength={2_000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
