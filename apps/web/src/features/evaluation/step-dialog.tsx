import { Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCommand, type Wish } from './commands.js';

/** The steps that are taken in this dialog. */
export const STEPS = [
  'CheckInUnit',
  'SignForUnit',
  'Submit',
  'Withdraw',
  'RevokePass',
  'PassFirstReview',
  'PassSecondReview',
] as const;
export type Step = (typeof STEPS)[number];

/** What has to be written with each step. */
const WORDS: Readonly<Record<Step, 'comment' | 'opinion' | 'reason' | undefined>> = {
  CheckInUnit: 'comment',
  SignForUnit: 'comment',
  Submit: undefined,
  Withdraw: 'reason',
  RevokePass: 'reason',
  PassFirstReview: 'opinion',
  PassSecondReview: 'opinion',
};

/** Asks for what a step needs, says what it binds the person to, and takes it. */
export function StepDialog({
  step,
  evaluation,
  onClose,
}: {
  readonly step: Step;
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, streamVersion, version, contentHash } = evaluation;
  const [form] = Form.useForm<{ words?: string }>();
  const command = useCommand(id, streamVersion);
  const words = WORDS[step];
  const binding = words !== 'reason';
  const take = ({ words: written = '' }: { words?: string }): void =>
    command.mutate(wishOf(step, { version, contentHash }, written.trim()), { onSuccess: onClose });
  const phrases = t('act.phrase', { returnObjects: true }) as readonly string[];
  return (
    <Modal
      open
      title={word(t, 'action', step)}
      okText={word(t, 'action', step)}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={command.isPending}
    >
      {binding && <p className="quiet">{t('act.binding', { version, hash: contentHash.slice(0, 12) })}</p>}
      <ProblemAlert error={command.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={take}>
        {words && (
          <Form.Item
            name="words"
            label={words === 'comment' ? t('act.comment') + t('common.optional') : t(`act.${words}`)}
            rules={words === 'comment' ? [] : [{ required: true, whitespace: true, message: t('common.required') }]}
          >
            <Input.TextArea rows={4} maxLength={8_000} autoFocus />
          </Form.Item>
        )}
      </Form>
      {words === 'opinion' && (
        <fieldset className="phrases" aria-label={t('act.phrases')}>
          {phrases.slice(0, 3).map((phrase) => (
            <Button
              key={phrase}
              size="small"
              onClick={() => form.setFieldValue('words', `${form.getFieldValue('words') ?? ''}${phrase}`)}
            >
              {phrase}
            </Button>
          ))}
        </fieldset>
      )}
    </Modal>
  );
}

function wishOf(step: Step, seen: { readonly version: number; readonly contentHash: string }, words: string): Wish {
  switch (step) {
    case 'CheckInUnit':
    case 'SignForUnit':
      return { type: step, contentHash: seen.contentHash, comment: words };
    case 'Submit':
      return { type: step, contentHash: seen.contentHash };
    case 'Withdraw':
    case 'RevokePass':
      return { type: step, reason: words };
    case 'PassFirstReview':
    case 'PassSecondReview':
      return { type: step, ...seen, opinion: words };
  }
}
