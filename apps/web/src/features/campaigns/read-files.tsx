import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReadFile } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { said } from '../../texts/language.js';
import { Loading } from '../../ui/loading.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePolling } from '../../ui/use-polling.js';

interface Props {
  readonly id: string;
  readonly runId: string;
  /** While it runs, more is to come. */
  readonly running: boolean;
}

/** The files of a reading: whose report each is and how much was found, or why it was not read. */
export function ReadFiles({ id, runId, running }: Props) {
  const { t } = useTranslation();
  const often = usePolling(2_000);
  const { data, error } = useQuery({
    queryKey: ['campaigns', id, 'runs', runId, running],
    refetchInterval: running && often,
    queryFn: () => answer(api.GET('/api/campaigns/{id}/runs/{runId}/files', { params: { path: { id, runId } } })),
  });
  if (!data) return error ? <ProblemAlert error={error} /> : <Loading rows={3} />;
  return (
    <table className="grid cards" aria-label={t('campaign.readFiles')}>
      <thead>
        <tr>
          <th scope="col">{t('campaign.file')}</th>
          <th scope="col">{t('campaign.fileOutcome.label')}</th>
          <th scope="col">{t('campaign.fileTold')}</th>
        </tr>
      </thead>
      <tbody>
        {data.items.map((file) => (
          <tr key={file.number}>
            <td className="wide">{file.name}</td>
            <td data-label={t('campaign.fileOutcome.label')}>
              {t(`campaign.fileOutcome.${file.outcome as 'read'}`, { defaultValue: file.outcome })}
            </td>
            <td className="wide">
              <Told file={file} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Told({ file: { reason, read } }: { readonly file: ReadFile }) {
  const { t } = useTranslation();
  if (reason) return <>{said(reason)}</>;
  if (!read) return null;
  const { evaluationId, unitName, project, document, found, conflicts, notUnderstood } = read;
  return (
    <>
      <Link to={`/evaluations/${encodeURIComponent(evaluationId)}?tab=sources&source=${document}`}>
        {project === null ? unitName : `${unitName} · ${project}`}
      </Link>
      <div className="quiet small">{t('campaign.fileFound', { found, conflicts, notUnderstood })}</div>
    </>
  );
}
