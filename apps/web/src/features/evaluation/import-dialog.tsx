import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandAnswer } from '../../api/answers.js';
import { answer, api, ordering } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { remember } from '../../api/latest.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { evaluationQuery } from './queries.js';

interface Imported extends CommandAnswer {
  readonly fields: number;
  readonly conflicts: readonly unknown[];
  readonly notUnderstood: readonly unknown[];
}

const MOST = 500_000;

/** Reads the text of a report the unit has already into the draft. */
export function ImportDialog({
  evaluation: { id, streamVersion },
  onClose,
}: {
  readonly evaluation: Evaluation;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const read = useMutation({
    mutationFn: () =>
      answer<Imported>(
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
        content: t('act.imported', { fields, conflicts: conflicts.length, unread: notUnderstood.length }),
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
      <label className="field">
        <span>{t('act.importFile')}</span>
        <input type="file" accept=".txt,text/plain" onChange={({ target }) => void choose(target.files?.[0])} />
      </label>
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

/** Text files here are UTF-8 or, from older machines, GB 18030. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
