import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';

/** Who could review, as options to choose from: with what each has to do, and disabled with the reason where a rule excludes. */
export function useCandidates({ id, streamVersion }: Pick<Evaluation, 'id' | 'streamVersion'>) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['evaluation', id, 'candidates', streamVersion],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/candidates', { params: { path: { id } } })),
  });
  const people = (data?.items ?? []).map((one) => ({
    value: one.personId,
    step: one.step,
    label: [
      one.name,
      t('assign.open', { count: one.open }),
      ...(one.from === 'above' ? [t('assign.above')] : []),
      ...(one.conflict ? [t(`assign.excluded.${one.conflict}`)] : []),
    ].join(' · '),
    disabled: one.conflict !== undefined,
  }));
  return { people, error };
}
