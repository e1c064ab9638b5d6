import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { remember } from '../../api/latest.js';
import type { components } from '../../api/schema.js';
import { FileButton } from '../../ui/file-button.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { evaluationQuery } from './queries.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes in a form that was downloaded here and filled in elsewhere, and says what of it was understood. */
export function FormReturn({ evaluation: { id, streamVersion } }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: (file: File) =>
      answer<components['schemas']['FilledFormAnswer']>(
        api.POST('/api/evaluations/{id}/filled-forms', {
          params: { path: { id }, query: { name: file.name.slice(0, 255) } },
          headers: { ...ordering(streamVersion), 'content-type': XLSX },
          body: file as never,
          bodySerializer: (given: unknown) => given as File,
        }),
      ),
    onSuccess: ({ position }) => remember(position),
    onSettled: () => queries.invalidateQueries({ queryKey: evaluationQuery(id).queryKey }),
  });
  const { data } = take;
  return (
    <>
      <h2>{t('documents.back')}</h2>
      <p className="quiet">{t('documents.backHint')}</p>
      <ProblemAlert error={take.error} />
      <FileButton
        label={t('documents.back')}
        accept=".xlsx"
        disabled={take.isPending}
        onFiles={([file]) => file && take.mutate(file)}
      />
      <div role="status">
        {data && (
          <p>
            {t('documents.took', {
              fields: data.fields,
              edited: data.edited.length,
              unread: data.notUnderstood.length,
            })}
          </p>
        )}
        {data && data.notUnderstood.length > 0 && (
          <>
            <p className="strong">{t('documents.unread')}</p>
            <ul className="lines">
              {data.notUnderstood.map(({ cell, text }) => (
                <li key={cell}>
                  {cell}: {text}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
}
