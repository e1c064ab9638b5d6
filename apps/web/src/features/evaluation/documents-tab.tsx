import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { saveFile } from '../../ui/save-file.js';
import { Attachments } from './attachments.js';
import { FormReturn } from './form-return.js';

type Format = 'pdf' | 'docx' | 'xlsx';

const DOCUMENTS = [
  { name: 'report', formats: ['pdf', 'docx'] },
  { name: 'self-evaluation', formats: ['pdf', 'xlsx'] },
  { name: 'base-data', formats: ['pdf', 'xlsx'] },
  { name: 'opinions', formats: ['pdf', 'docx'] },
  { name: 'trail', formats: ['pdf'] },
] as const satisfies readonly { readonly name: string; readonly formats: readonly Format[] }[];

/** What can be printed and taken away; and where forms come back that were filled in outside. */
export function DocumentsTab({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const mayImport = evaluation.actions.some((one) => one.action === 'ImportDraft' && one.allowed);
  const download = useMutation({
    mutationFn: async ({ name, format }: { readonly name: string; readonly format: Format }) => {
      const asked = api.GET('/api/evaluations/{id}/documents/{document}', {
        params: { path: { id: evaluation.id, document: name }, query: { format } },
        parseAs: 'blob',
      });
      saveFile(await answer<Blob>(asked), (await asked).response.headers.get('content-disposition'));
    },
  });
  const under = download.isPending ? download.variables : undefined;
  return (
    <section className="panel">
      <Attachments evaluation={evaluation} />
      <h2>{t('documents.title')}</h2>
      <p className="quiet">{t('documents.hint')}</p>
      <ProblemAlert error={download.error} />
      <dl className="forbidden">
        {DOCUMENTS.map(({ name, formats }) => (
          <div key={name}>
            <dt>{t(`documents.name.${name}`)}</dt>
            <dd>
              {formats.map((format) => (
                <Button
                  key={format}
                  icon={<DownloadOutlined aria-hidden />}
                  loading={under?.name === name && under.format === format}
                  disabled={download.isPending}
                  aria-label={t('documents.download', {
                    name: t(`documents.name.${name}`),
                    format: t(`documents.format.${format}`),
                  })}
                  onClick={() => download.mutate({ name, format })}
                >
                  {t(`documents.format.${format}`)}
                </Button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet small" role="status">
        {under && t('documents.preparing')}
      </p>
      {mayImport && <FormReturn evaluation={evaluation} />}
    </section>
  );
}
