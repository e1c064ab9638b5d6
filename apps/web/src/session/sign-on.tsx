import { queryOptions, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';

const REASONS = ['declined', 'failed', 'unavailable', 'not-linked', 'not-offered'] as const;

/** Why single sign-on led back here, as it stands behind the `#`. */
function toldIn(hash: string) {
  const told = new URLSearchParams(hash.slice(1));
  const code = told.get('refused')?.replace(/^sign-in\./, '');
  return { reason: REASONS.find((one) => one === code), subject: told.get('subject') };
}

/** Says why single sign-on did not let somebody in, and the name to tell an administrator. */
export function SignOnRefused() {
  const { t } = useTranslation();
  const [{ reason, subject }] = useState(() => toldIn(location.hash));
  if (!reason) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={t(`signOn.refused.${reason}`)}
      description={
        subject && (
          <>
            {t('signOn.tell')} <code>{subject}</code>
          </>
        )
      }
    />
  );
}

/** Whether there is an OpenID provider here. */
export const signOnQuery = queryOptions({
  queryKey: ['sign-in-offer'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answer(api.GET('/api/session/sign-in/offer')),
});

/** The way to the OpenID provider, where there is one. */
export function SignOnButton({ to }: { readonly to: string | undefined }) {
  const { t } = useTranslation();
  const { data } = useQuery(signOnQuery);
  if (!data?.issuer) return null;
  return (
    <Button block href={`/api/session/sign-in${to ? `?to=${encodeURIComponent(to)}` : ''}`}>
      {t('signOn.enter')}
    </Button>
  );
}
