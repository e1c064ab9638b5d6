import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation, Gate, Remark } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { GrowingText } from '../../ui/growing-text.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCommand, type Wish } from './commands.js';
import { EncloseFiles } from './enclosed-files.js';
import { nameOf } from './fields.js';
import { PhraseMenu } from './phrase-menu.js';
import type { Remark as Noted } from './return-dialog.js';
import { openSeats } from './seats.js';

/** The steps that are taken in this dialog. */
export const STEPS = [
  'CheckInUnit',
  'SignForUnit',
  'Submit',
  'Withdraw',
  'RevokePass',
  'Recuse',
  'AnswerAsExpert',
  'PassFirstReview',
  'PassSecondReview',
] as const;
export type Step = (typeof STEPS)[number];

/** What the form holds. */
interface Written {
  readonly words?: string;
  readonly gate?: Gate;
  readonly severities?: readonly Remark['severity'][];
  readonly texts?: readonly string[];
  readonly files?: readonly (Noted['attachments'] | undefined)[];
  readonly reviewerScore?: string;
}

/** What has to be written with each step. */
const WORDS: Readonly<Record<Step, 'comment' | 'opinion' | 'reason' | undefined>> = {
  CheckInUnit: 'comment',
  SignForUnit: 'comment',
  Submit: undefined,
  Withdraw: 'reason',
  RevokePass: 'reason',
  Recuse: 'reason',
  AnswerAsExpert: 'opinion',
  PassFirstReview: 'opinion',
  PassSecondReview: 'opinion',
};

/** Asks for what a step needs, says what it binds the person to, and takes it. */
export function StepDialog({
  step,
  evaluation,
  labels,
  remarks,
  onClose,
}: {
  readonly step: Step;
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  /** What was noted beside the sheet; a pass takes it along. */
  readonly remarks: readonly Noted[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, streamVersion, version, contentHash } = evaluation;
  const [form] = Form.useForm<Written>();
  const written = Form.useWatch('words', form);
  const command = useCommand(id, streamVersion);
  const words = WORDS[step];
  const binding = words !== 'reason';
  const take = (written: Written): void =>
    command.mutate(wishOf(step, { version, contentHash }, written, remarks), { onSuccess: onClose });
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
        {step.startsWith('Pass') && (
          <Opinion step={step === 'PassFirstReview' ? 'first' : 'second'} {...{ evaluation, labels, remarks }} />
        )}
        {words && (
          <Form.Item
            name="words"
            label={words === 'comment' ? t('act.comment') + t('common.optional') : t(`act.${words}`)}
            rules={words === 'comment' ? [] : [{ required: true, whitespace: true, message: t('common.required') }]}
          >
            <Input.TextArea rows={4} maxLength={8_000} data-first />
          </Form.Item>
        )}
      </Form>
      {words === 'opinion' && (
        <PhraseMenu
          about={t('act.opinion')}
          written={written ?? ''}
          onPick={(text) => form.setFieldValue('words', text)}
        />
      )}
    </Modal>
  );
}

/** What a pass carries besides the opinion: its gate, remarks at their places, and the reviewer's own points. */
function Opinion({
  step,
  evaluation,
  labels,
  remarks,
}: {
  readonly step: 'first' | 'second';
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly remarks: readonly Noted[];
}) {
  const { t } = useTranslation();
  const seats = openSeats(evaluation, step).flatMap(({ gate }) => gate ?? []);
  const severities = (['note', 'minor', 'major'] as const).map((value) => ({
    value,
    label: t(`opinion.severity.${value}`),
  }));
  return (
    <>
      {evaluation.review.blind && <p className="quiet">{t('opinion.blind')}</p>}
      {seats.length > 0 && (
        <Form.Item name="gate" label={t('opinion.gate')} initialValue={seats[0]}>
          <Select options={seats.map((gate) => ({ value: gate, label: t(`seat.gate.${gate}`) }))} />
        </Form.Item>
      )}
      {remarks.map(({ path, text, attachments }, n) => (
        <div key={path} className="remark-line">
          <Form.Item name={['severities', n]} label={nameOf(path, evaluation.sheet, labels, t)} initialValue="minor">
            <Select options={severities} aria-label={t('opinion.remarks')} />
          </Form.Item>
          <Form.Item
            name={['texts', n]}
            initialValue={text}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <GrowingText most={24} maxLength={2_000} aria-label={nameOf(path, evaluation.sheet, labels, t)} />
          </Form.Item>
          <Form.Item name={['files', n]} initialValue={attachments}>
            <EncloseFiles id={evaluation.id} n={n + 1} />
          </Form.Item>
        </div>
      ))}
      <Form.Item
        name="reviewerScore"
        label={t('opinion.score')}
        extra={t('opinion.scoreHint')}
        rules={[{ pattern: /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/, message: t('opinion.score') }]}
      >
        <Input inputMode="decimal" maxLength={6} />
      </Form.Item>
    </>
  );
}

function wishOf(
  step: Step,
  seen: { readonly version: number; readonly contentHash: string },
  { words: written = '', gate, severities = [], texts = [], files = [], reviewerScore = '' }: Written,
  noted: readonly Noted[],
): Wish {
  const words = written.trim();
  switch (step) {
    case 'CheckInUnit':
    case 'SignForUnit':
      return { type: step, contentHash: seen.contentHash, comment: words };
    case 'Submit':
      return { type: step, contentHash: seen.contentHash };
    case 'Withdraw':
    case 'RevokePass':
    case 'Recuse':
      return { type: step, reason: words };
    case 'AnswerAsExpert':
      return { type: step, opinion: words };
    case 'PassFirstReview':
    case 'PassSecondReview':
      return {
        ...{ type: step, ...seen, opinion: words, gate: gate ?? null, reviewerScore: reviewerScore.trim() },
        remarks: noted.map(({ path, text }, n) => ({
          ...{ path, severity: severities[n] ?? 'minor', text: (texts[n] ?? text).trim() },
          attachments: files[n] ?? [],
        })),
      };
  }
}
