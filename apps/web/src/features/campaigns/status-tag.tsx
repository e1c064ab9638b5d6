import { useTranslation } from 'react-i18next';

const TONES: Readonly<Record<string, string>> = { created: 'tone-grey', open: 'tone-green', closed: 'tone-amber' };

export function StatusTag({ status }: { readonly status: string }) {
  const { t } = useTranslation();
  return (
    <span className={`tag ${TONES[status] ?? 'tone-grey'}`}>
      {t(`campaign.status.${status as 'open'}`, { defaultValue: status })}
    </span>
  );
}
