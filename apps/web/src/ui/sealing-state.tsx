import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';
import { showSecond } from './moments.js';
import { usePolling } from './use-polling.js';

/** How far the log is sealed, who cosigned that, and what is wrong with it. */
export function SealingState() {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['sealing'],
    refetchInterval: usePolling(5_000),
    queryFn: () => answer(api.GET('/api/sealing')),
  });
  if (!data) return null;
  const { status, head, size, signedAt, behindSeconds, witnesses, quorum, keys, alarm } = data;
  const given = witnesses.filter((one) => one.refusal === null && one.size !== null).length;
  const said = [
    status === 'none' ? t('sealing.none') : t('sealing.upTo', { size, head }),
    ...(status === 'none'
      ? []
      : [size < head ? t('sealing.behind', { seconds: behindSeconds }) : t('sealing.current')]),
    ...(signedAt === null ? [] : [t('sealing.signedAt', { time: showSecond(signedAt) })]),
    witnesses.length === 0 ? t('sealing.alone') : t('sealing.witnesses', { given, all: witnesses.length, quorum }),
  ];
  return (
    <section className="panel" aria-label={t('sealing.title')}>
      <h2>{t('sealing.title')}</h2>
      {alarm && <Alert type="error" showIcon title={i18n.language === 'en' ? alarm.text.en : alarm.text.zh} />}
      <p>{said.join(' · ')}</p>
      {witnesses.some((one) => one.refusal !== null) && (
        <ul className="lines">
          {witnesses.map(({ name, refusal }) => (
            <li key={name}>
              {name}
              {refusal !== null && <span className="bad"> {t(`sealing.refusal.${refusal as 'silent'}`)}</span>}
            </li>
          ))}
        </ul>
      )}
      {keys.length > 0 && (
        <details>
          <summary>{t('sealing.keys')}</summary>
          {keys.map((key) => (
            <code key={key} className="key">
              {key}
            </code>
          ))}
        </details>
      )}
    </section>
  );
}
