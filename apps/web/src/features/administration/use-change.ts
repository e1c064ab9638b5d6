import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

/** A change of the registry or of accounts; afterwards the lists of that kind are read anew. */
export function useChange<In, Out>(
  key: string,
  change: (given: In) => Promise<Out>,
  onDone: (answered: Out) => void = () => undefined,
) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (answered) => {
      void message.success(t('admin.saved'));
      onDone(answered);
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['registry', key] }),
        queries.invalidateQueries({ queryKey: [key] }),
      ]),
  });
}
