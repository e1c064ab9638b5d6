import { Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCommand } from './commands.js';
import type { Conclusion } from './conclude.js';

const FIELDS = {
  RecordRecheck: ['recheckScore', 'opinion'],
  Finalize: ['note'],
  OrderRectification: ['basis', 'findings', 'dueOn'],
  ReplyToRectification: ['reply'],
  RejectRectification: ['reason'],
  CloseRectification: ['closing'],
  Publish: ['place', 'url', 'publishedOn', 'repliedOn'],
  CorrectPublication: ['reason', 'place', 'url', 'publishedOn', 'repliedOn'],
  Archive: ['unpublishedReason'],
} as const satisfies Record<Conclusion['type'], readonly string[]>;
type Field = (typeof FIELDS)[Conclusion['type']][number];

/** What is concluded through this dialog. */
export const CONCLUDING = Object.keys(FIELDS) as Conclusion['type'][];

const MAY_BE_EMPTY = new Set<Field>(['note', 'dueOn', 'url', 'repliedOn']);
const LONG = new Set<Field>([
  'opinion',
  'note',
  'basis',
  'findings',
  'reply',
  'reason',
  'closing',
  'unpublishedReason',
]);
const DAYS = new Set<Field>(['dueOn', 'publishedOn', 'repliedOn']);
/** What binds the person to the content that was read. */
const BINDING = new Set<Conclusion['type']>(['RecordRecheck', 'Finalize', 'Publish', 'CorrectPublication', 'Archive']);

/** Asks for what a step after the approval needs, says what it binds the person to, and takes it. */
export function ConclusionDialog({
  step,
  findingId,
  evaluation,
  onClose,
}: {
  readonly step: Conclusion['type'];
  /** Of a step that is about one finding. */
  readonly findingId?: string;
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { id, streamVersion, version, contentHash, stage } = evaluation;
  const [form] = Form.useForm<Partial<Record<Field, string>>>();
  const command = useCommand(id, streamVersion);
  const fields: readonly Field[] = step === 'Archive' && stage === 'PUBLISHED' ? [] : FIELDS[step];
  const take = (written: Partial<Record<Field, string>>): void =>
    command.mutate(wishOf(step, written, { version, contentHash }, findingId ?? ''), { onSuccess: onClose });
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
      {BINDING.has(step) && <p className="quiet">{t('act.binding', { version, hash: contentHash.slice(0, 12) })}</p>}
      <ProblemAlert error={command.error} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={take}>
        {fields.map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={t(`conclusion.field.${field}`) + (MAY_BE_EMPTY.has(field) ? t('common.optional') : '')}
            rules={MAY_BE_EMPTY.has(field) ? [] : [{ required: true, whitespace: true, message: t('common.required') }]}
          >
            {LONG.has(field) ? (
              <Input.TextArea rows={4} maxLength={2_000} />
            ) : (
              <Input maxLength={500} {...(DAYS.has(field) ? { type: 'date' } : {})} />
            )}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}

function wishOf(
  type: Conclusion['type'],
  written: Partial<Record<Field, string>>,
  reading: { readonly version: number; readonly contentHash: string },
  findingId: string,
): Conclusion {
  const said = (field: Field): string => written[field]?.trim() ?? '';
  const given = <Name extends Field>(field: Name) => (said(field) === '' ? {} : { [field]: said(field) });
  const place = () => ({
    ...{ ...reading, place: said('place'), publishedOn: said('publishedOn') },
    ...given('url'),
    ...given('repliedOn'),
  });
  switch (type) {
    case 'RecordRecheck':
      return { type, ...reading, opinion: said('opinion'), recheckScore: said('recheckScore') };
    case 'Finalize':
      return { type, ...reading, ...given('note') };
    case 'OrderRectification': {
      const lines = said('findings')
        .split('\n')
        .map((line) => line.trim());
      const findings = lines.filter((line) => line !== '').map((text) => ({ text }));
      return { type, basis: said('basis'), findings, ...given('dueOn') };
    }
    case 'ReplyToRectification':
      return { type, findingId, reply: said('reply') };
    case 'RejectRectification':
      return { type, findingId, reason: said('reason') };
    case 'CloseRectification':
      return { type, findingId, note: said('closing') };
    case 'Publish':
      return { type, ...place() };
    case 'CorrectPublication':
      return { type, reason: said('reason'), ...place() };
    case 'Archive':
      return { type, ...reading, ...given('unpublishedReason') };
  }
}
