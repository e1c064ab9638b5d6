import { useTranslation } from 'react-i18next';

const TONES = { BLOCK: 'tone-red', ERROR: 'tone-red', WARN: 'tone-amber', INFO: 'tone-grey' } as const;

/** How much a finding stops. */
export function SeverityTag({ severity }: { readonly severity: keyof typeof TONES }) {
  const { t } = useTranslation();
  return (
    <span className={`tag ${TONES[severity]}`} title={t(`finding.meaning.${severity}`)}>
      {t(`finding.severity.${severity}`)}
    </span>
  );
}
