import { useMutation } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ordering } from '../../api/client.js';
import { FileButton } from '../../ui/file-button.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { upload } from '../../ui/upload.js';

/** Sends the reports of many units, packed in one ZIP; they are read in the background. */
export function ReadingUpload({ id, onSent }: { readonly id: string; readonly onSent: () => Promise<void> }) {
  const { t, i18n } = useTranslation();
  const [percent, setPercent] = useState(0);
  const send = useMutation({
    mutationFn: (file: File) => {
      setPercent(0);
      const headers = { ...ordering(), 'accept-language': i18n.language };
      return upload(`/api/campaigns/${encodeURIComponent(id)}/reading-runs`, file, headers, setPercent);
    },
    onSettled: onSent,
  });
  return (
    <>
      <FileButton
        label={t('campaign.readReports')}
        accept=".zip,application/zip"
        disabled={send.isPending}
        onFiles={([file]) => file && send.mutate(file)}
      />
      <p className="quiet small">{t('campaign.readReportsHint')}</p>
      {send.isPending && <Progress percent={percent} aria-label={t('campaign.sendingReports')} />}
      <ProblemAlert error={send.error} />
    </>
  );
}
