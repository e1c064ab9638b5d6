import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { EnclosedFile } from '../../api/evaluation-answers.js';
import { FileButton } from '../../ui/file-button.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

type Named = Pick<EnclosedFile, 'hash' | 'name'>;

/** The files enclosed with what a reviewer said, to be saved. */
export function EnclosedFiles({ id, files = [] }: { readonly id: string; readonly files?: readonly EnclosedFile[] }) {
  const { t } = useTranslation();
  return files.map(({ hash, name, size }) => (
    <div key={hash} className="small">
      <a href={`/api/evaluations/${encodeURIComponent(id)}/attachments/${hash}`} download>
        {name}
      </a>{' '}
      <span className="quiet">{t('attachments.size', { size: Math.max(1, Math.round(size / 1024)) })}</span>
    </div>
  ));
}

interface Props {
  readonly id: string;
  /** Which remark or item they go with, from 1. */
  readonly n: number;
  readonly value?: readonly Named[];
  readonly onChange?: (files: readonly Named[]) => void;
}

/** Sends files that go with a remark or an item; nobody sees them before the opinion that names them. */
export function EncloseFiles({ id, n, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const send = useMutation({
    mutationFn: async (file: File): Promise<Named> => {
      const asked = api.POST('/api/evaluations/{id}/attachments/enclosures', {
        params: { path: { id } },
        headers: { 'content-type': 'application/octet-stream' },
        body: file as never,
        bodySerializer: (body: unknown) => body as File,
      });
      return { hash: (await answer(asked)).hash, name: file.name.slice(0, 255) };
    },
    onSuccess: (file) => onChange?.([...value.filter(({ hash }) => hash !== file.hash), file]),
  });
  return (
    <div className="enclosed">
      <FileButton
        label={t('opinion.enclose', { n })}
        disabled={send.isPending}
        onFiles={([file]) => file && send.mutate(file)}
      />
      {value.map(({ hash, name }) => (
        <span key={hash} className="small">
          {name}
          <Button
            type="link"
            size="small"
            aria-label={t('attachments.remove', { name })}
            onClick={() => onChange?.(value.filter((one) => one.hash !== hash))}
          >
            {t('attachments.removeShort')}
          </Button>
        </span>
      ))}
      <ProblemAlert error={send.error} />
    </div>
  );
}
