import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnclosedFile, Evaluation } from '../../api/evaluation-answers.js';
import { GrowingText } from '../../ui/growing-text.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useCommand } from './commands.js';
import { EncloseFiles } from './enclosed-files.js';
import { nameOf, pathOf } from './fields.js';
import { PhraseMenu } from './phrase-menu.js';

/** One thing that is wrong, and where. */
export interface Remark {
  readonly path: string;
  readonly text: string;
  readonly attachments?: readonly Pick<EnclosedFile, 'hash' | 'name'>[];
}

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
  readonly onRemarks: (remarks: readonly Remark[]) => void;
  readonly onClose: () => void;
}

/** Returns the version with a reason and with located items; what was noted beside the sheet stands here already. */
export function ReturnDialog({ evaluation, labels, remarks, onRemarks, onClose }: Props) {
  const { t } = useTranslation();
  const { id, streamVersion, sheet } = evaluation;
  const command = useCommand(id, streamVersion);
  const [reason, setReason] = useState('');
  const items = remarks.length > 0 ? remarks : [{ path: '', text: '' }];
  const places = useMemo(() => {
    const fields = (['head', 'figures', 'indicators', 'sections'] as const).flatMap((map) => [
      `/${map}`,
      ...Object.keys(sheet[map]).map((key) => pathOf(map, key)),
    ]);
    const named = [...new Set([...fields, ...remarks.map(({ path }) => path).filter(Boolean)])];
    return named.map((path) => ({ value: path, label: nameOf(path, sheet, labels, t) }));
  }, [sheet, labels, remarks, t]);
  const change = (n: number, part: Partial<Remark>): void =>
    onRemarks(items.map((item, at) => (at === n ? { ...item, ...part } : item)));
  const complete = reason.trim().length > 0 && items.every(({ path, text }) => path !== '' && text.trim() !== '');
  const done = (): void => {
    onRemarks([]);
    onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={t('action.Return')}
      okText={t('action.Return')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: true, disabled: !complete }}
      confirmLoading={command.isPending}
      onOk={() => command.mutate({ type: 'Return', reason: reason.trim(), items }, { onSuccess: done })}
      onCancel={onClose}
    >
      <ProblemAlert error={command.error} />
      <label className="field">
        <span>
          {t('act.reason')} <span className="quiet">{t('act.reasonHint')}</span>
        </span>
        <Input.TextArea rows={3} value={reason} maxLength={2_000} onChange={({ target }) => setReason(target.value)} />
      </label>
      <PhraseMenu about={t('act.reason')} written={reason} onPick={setReason} />
      <p className="strong">{t('act.items')}</p>
      {items.map((item, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: remarks are told apart by their place in the list
        <div className="remark" key={n}>
          <Select
            value={item.path || null}
            onChange={(path) => change(n, { path: path ?? '' })}
            options={places}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('act.place')}
            aria-label={`${t('act.place')} ${n + 1}`}
          />
          <GrowingText
            value={item.text}
            onChange={({ target }) => change(n, { text: target.value })}
            maxLength={2_000}
            placeholder={t('act.itemText')}
            aria-label={`${t('act.itemText')} ${n + 1}`}
          />
          <PhraseMenu
            about={`${t('act.itemText')} ${n + 1}`}
            written={item.text}
            onPick={(text) => change(n, { text })}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={t('act.removeItem', { n: n + 1 })}
            onClick={() => onRemarks(items.filter((_, at) => at !== n))}
          />
          <EncloseFiles
            id={id}
            n={n + 1}
            {...(item.attachments && { value: item.attachments })}
            onChange={(attachments) => change(n, { attachments })}
          />
        </div>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onRemarks([...items, { path: '', text: '' }])}>
        {t('act.addItem')}
      </Button>
    </Modal>
  );
}
