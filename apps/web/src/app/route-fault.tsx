import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.js';

/** A page that failed, or whose file is gone because a newer version was installed meanwhile: reloading helps both. */
export function RouteFault() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('common.wrong')} hint={t('common.wrongText')}>
      <Button type="primary" onClick={() => location.reload()}>
        {t('common.reload')}
      </Button>
    </EmptyState>
  );
}
