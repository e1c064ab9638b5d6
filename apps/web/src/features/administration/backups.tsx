import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import { showMoment, useNow } from '../../ui/moments.js';

const OLD_DAYS = 7;
const DAY_MS = 86_400_000;

/** When the data were last copied, and how that is done. */
export function Backups() {
  const { t } = useTranslation();
  const now = useNow();
  const { data } = useQuery({ queryKey: ['backups'], queryFn: () => answer(api.GET('/api/backups')) });
  if (!data) return null;
  const [newest] = data.items;
  const days = newest ? Math.floor((now - Date.parse(newest.at)) / DAY_MS) : null;
  return (
    <section className="after-section" aria-label={t('backup.title')}>
      <h2>{t('backup.title')}</h2>
      {days === null && <Alert type="warning" showIcon title={t('backup.none')} />}
      {days !== null && days >= OLD_DAYS && <Alert type="warning" showIcon title={t('backup.old', { count: days })} />}
      <p className="quiet">{t('backup.how')}</p>
      <p>
        <code>{t('backup.command')}</code>
      </p>
      {newest && (
        <table className="grid cards" aria-label={t('backup.title')}>
          <thead>
            <tr>
              <th scope="col">{t('backup.at')}</th>
              <th scope="col">{t('backup.name')}</th>
              <th scope="col" className="right">
                {t('backup.size')}
              </th>
              <th scope="col" className="right">
                {t('backup.position')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ name, at, bytes, position }) => (
              <tr key={`${name} ${at}`}>
                <td className="wide">{showMoment(at)}</td>
                <td data-label={t('backup.name')}>{name}</td>
                <td data-label={t('backup.size')} className="right number">
                  {(bytes / 1e6).toFixed(1)} MB
                </td>
                <td data-label={t('backup.position')} className="right number">
                  {position}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
