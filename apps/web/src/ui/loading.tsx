import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The outline of what is coming, told to screen readers as well. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true" className="loading">
      <span className="visually-hidden">{t('common.loading')}</span>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
