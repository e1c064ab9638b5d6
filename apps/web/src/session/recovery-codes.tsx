import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Codes that are shown once: to be printed or written down before anything goes on. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('factor.recovery')}>
      <h2>{t('factor.recovery')}</h2>
      <p>{t('factor.recoveryWhy')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code} className="one-time">
            {code}
          </li>
        ))}
      </ul>
      <Button type="primary" block onClick={onKept}>
        {t('factor.saved')}
      </Button>
    </section>
  );
}
