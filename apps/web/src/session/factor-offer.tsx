import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../api/answers.js';

const HIDDEN = 'factor-offer-hidden';

/** Says, until it is closed for this visit, that the person's roles would need a second factor elsewhere. */
export function FactorOffer({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState(() => sessionStorage.getItem(HIDDEN) !== null);
  if (hidden || session.secondFactor !== 'offered') return null;
  const hide = (): void => {
    sessionStorage.setItem(HIDDEN, 'yes');
    setHidden(true);
  };
  return (
    <Alert
      type="info"
      banner
      title={t('factor.offered')}
      action={<Link to="/security">{t('factor.offeredLink')}</Link>}
      closable={{ onClose: hide, 'aria-label': t('common.close') }}
    />
  );
}
