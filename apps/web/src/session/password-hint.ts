import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.js';

/** What a password has to be here, in words; nothing until it is known. */
export function usePasswordHint(): string | undefined {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['password-policy'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answer(api.GET('/api/session/password-policy')),
  });
  return data && t(`factor.policy.${data.profile}`, { ...data, days: data.days ?? 0 });
}
