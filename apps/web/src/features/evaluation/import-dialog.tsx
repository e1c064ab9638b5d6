import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { remember } from '../../api/latest.js';
import { FileButton } from '../../ui/file-button.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { nameOf } from './fields.js';
import { evaluationQuery } from './queries.js';

const MOST = 500_000;

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** Reads the text of a report the unit has already into the draft. */
export function ImportDialog({ evaluation: { id, streamVersion, sheet }, labels, onClose }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const read = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/evaluations/{id}/imports', {
          params: { path: { id } },
          headers: ordering(streamVersion),
          body: { name: name.trim(), text },
        }),
      ),
    onSuccess: ({ position, fields, conflicts, notUnderstood }) => {
      remember(position);
      onClose();
      modal.info({
        title: t('act.done.ImportDraft'),
        width: 560,
        content: (
          <>
            <p>{t('act.imported', { fields, conflicts: conflicts.length, unread: notUnderstood.length })}</p>
            <Lines
              title={t('act.conflicts')}
              lines={conflicts.map(
                ({ path, kept, other }) =>
                  `${nameOf(path, sheet, labels, t)}: ${kept.value} / ${other.value} ${other.unit}`,
              )}
            />
            <Lines
              title={t('act.notUnderstood')}
              lines={notUnderstood.map(
                ({ text: words, start, end }) => `${words} (${t('sheet.sourceAt', { start: start + 1, end })})`,
              )}
            />
          </>
        ),
        okText: t('common.ok'),
      });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: evaluationQuery(id).queryKey }),
  });
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setName(file.name);
    setText(decoded(new Uint8Array(await file.arrayBuffer())).slice(0, MOST));
  };
  return (
    <Modal
      open
      width={720}
      title={t('action.ImportDraft')}
      okText={t('action.ImportDraft')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: name.trim() === '' || text.trim() === '' }}
      confirmLoading={read.isPending}
      onOk={() => read.mutate()}
      onCancel={onClose}
    >
      <p className="quiet">{t('act.importHint')}</p>
      <ProblemAlert error={read.error} />
      <FileButton label={t('act.importFile')} accept=".txt,text/plain" onFiles={([file]) => void choose(file)} />
      <label className="field">
        <span>{t('act.importName')}</span>
        <Input value={name} maxLength={255} onChange={({ target }) => setName(target.value)} />
      </label>
      <label className="field">
        <span>{t('act.importText')}</span>
        <Input.TextArea value={text} rows={12} maxLength={MOST} onChange={({ target }) => setText(target.value)} />
      </label>
    </Modal>
  );
}

/** Lines under a heading; nothing when there are none. */
function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p className="strong">{title}</p>
      <ul className="lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Text files here are UTF-8 or, from older machines, GB 18030. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
