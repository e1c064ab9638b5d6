import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { FileButton } from '../../ui/file-button.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { upload } from '../../ui/upload.js';
import { evaluationQuery } from './queries.js';

/** Evidence that belongs to the content: fetched by everybody who sees it, attached and removed while it is drafted. */
export function Attachments({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [percent, setPercent] = useState(0);
  const { id, streamVersion, sheet, actions } = evaluation;
  const editable = actions.some((one) => one.action === 'EditDraft' && one.allowed);
  const again = () => queries.invalidateQueries({ queryKey: evaluationQuery(id).queryKey });
  const at = `/api/evaluations/${encodeURIComponent(id)}/attachments`;
  const attach = useMutation({
    mutationFn: (file: File) => {
      setPercent(0);
      const headers = { ...ordering(streamVersion), 'accept-language': i18n.language };
      return upload(`${at}?name=${encodeURIComponent(file.name.slice(0, 255))}`, file, headers, setPercent);
    },
    onSettled: again,
  });
  const detach = useMutation({
    mutationFn: (hash: string) =>
      answer(
        api.DELETE('/api/evaluations/{id}/attachments/{hash}', {
          params: { path: { id, hash } },
          headers: ordering(streamVersion),
        }),
      ),
    onSettled: again,
  });
  const files = Object.entries(sheet.attachments ?? {}).sort(([, a], [, b]) => a.name.localeCompare(b.name));
  return (
    <>
      <h2>{t('attachments.title')}</h2>
      <ProblemAlert error={attach.error ?? detach.error} />
      {files.length === 0 && <p className="quiet">{t('attachments.none')}</p>}
      <ul className="lines">
        {files.map(([hash, { name, size }]) => (
          <li key={hash}>
            <a href={`${at}/${hash}`} download>
              {name}
            </a>{' '}
            <span className="quiet small">
              {t('attachments.size', { size: Math.max(1, Math.round(size / 1024)) })} · <code>{hash.slice(0, 12)}</code>
            </span>
            {editable && (
              <Button
                type="link"
                size="small"
                loading={detach.isPending && detach.variables === hash}
                aria-label={t('attachments.remove', { name })}
                onClick={() => detach.mutate(hash)}
              >
                {t('attachments.removeShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editable && (
        <FileButton
          label={t('attachments.add')}
          disabled={attach.isPending}
          onFiles={([file]) => file && attach.mutate(file)}
        />
      )}
      {attach.isPending && <Progress percent={percent} aria-label={t('attachments.uploading')} />}
    </>
  );
}
