import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EvaluationRow } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';

/** Marks the notice of a row as read, where it has one that is not: who looks at the evaluation knows. */
export function useReadNotice(): (row: EvaluationRow) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (id: number) => answer(api.POST('/api/notifications/read', { body: { ids: [id] } })),
    onSettled: () =>
      Promise.all([['notices'], ['lists', 'copied']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return ({ noticeId, readAt }) => {
    if (noticeId !== undefined && readAt === null) mutate(noticeId);
  };
}
