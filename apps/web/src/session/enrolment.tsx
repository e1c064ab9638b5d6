import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert.js';
import { factorsQuery } from './factors.js';
import { PasskeyEnrolment } from './passkey-enrolment.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpEnrolment } from './totp-enrolment.js';

/** Chooses a kind of second factor, enrols it, and shows the recovery codes that come with the first one. */
export function Enrolment({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(factorsQuery);
  const [kind, setKind] = useState<'totp' | 'passkey'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const enrolled = (told: readonly string[]): void => (told.length > 0 ? setCodes(told) : onDone());
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (kind === 'totp') return <TotpEnrolment onEnrolled={enrolled} />;
  if (kind === 'passkey') return <PasskeyEnrolment onEnrolled={enrolled} />;
  const hasApp = data?.factors.some((factor) => factor.kind === 'totp') ?? false;
  return (
    <>
      <ProblemAlert error={error} />
      {data?.possible
        .filter((one) => one !== 'totp' || !hasApp)
        .map((one) => (
          <div key={one} className="factor-choice">
            <div>
              <strong>{t(`factor.${one}`)}</strong>
              <div className="quiet">{t(`factor.${one}Why`)}</div>
            </div>
            <Button
              type="primary"
              aria-label={`${t('factor.begin')}: ${t(`factor.${one}`)}`}
              onClick={() => setKind(one)}
            >
              {t('factor.begin')}
            </Button>
          </div>
        ))}
    </>
  );
}
