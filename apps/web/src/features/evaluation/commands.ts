import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { EnclosedFile, Gate, Remark, Seat } from '../../api/evaluation-answers.js';
import { remember } from '../../api/latest.js';
import { Refused } from '../../api/problem.js';
import { type Conclusion, conclude } from './conclude.js';
import { evaluationQuery } from './queries.js';

/** Files that came in and go with what is said. */
interface Enclosing {
  readonly attachments?: readonly Pick<EnclosedFile, 'hash' | 'name'>[];
}

/** A command to one evaluation with all it carries, as the API takes it. */
export type Wish =
  | { readonly type: 'CheckInUnit' | 'SignForUnit'; readonly contentHash: string; readonly comment: string }
  | { readonly type: 'Submit'; readonly contentHash: string }
  | { readonly type: 'Withdraw' | 'RevokePass' | 'Recuse'; readonly reason: string }
  | { readonly type: 'AskExpert'; readonly personId: string; readonly question: string }
  | { readonly type: 'AnswerAsExpert'; readonly opinion: string }
  | ({ readonly type: 'AssignReviewer'; readonly personId: string; readonly reason: string } & Seat)
  | {
      readonly type: 'PassFirstReview' | 'PassSecondReview';
      readonly version: number;
      readonly contentHash: string;
      readonly opinion: string;
      readonly gate: Gate | null;
      readonly remarks: readonly (Omit<Remark, 'attachments'> & Enclosing)[];
      readonly reviewerScore: string;
    }
  | {
      readonly type: 'Return';
      readonly reason: string;
      readonly items: readonly ({ path: string; text: string } & Enclosing)[];
    }
  | { readonly type: 'AnswerItem'; readonly itemId: string; readonly answer: string }
  | { readonly type: 'AnswerFinding'; readonly findingId: string; readonly answer: string }
  | Conclusion
  | { readonly type: 'WaiveFinding'; readonly findingId: string; readonly reason: string };

/** Gives commands to an evaluation that was seen at a version; afterwards everything about it is read anew. */
export function useCommand(id: string, streamVersion: number) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: Wish) => answer(ask(id, wish, ordering(streamVersion))),
    onSuccess: ({ position }, { type }) => {
      remember(position);
      void message.success(t(`act.done.${type as 'Submit'}`, { defaultValue: t('save.saved') }));
    },
    onError: (error) => {
      if (error instanceof Refused && error.problem.status === 412) void message.warning(t('act.stale'), 6);
    },
    onSettled: async () => {
      void queries.invalidateQueries({ queryKey: ['lists'] });
      await queries.invalidateQueries({ queryKey: evaluationQuery(id).queryKey });
    },
  });
}

const withFiles = <T extends Enclosing>({ attachments = [], ...said }: T) => ({
  ...said,
  attachments: [...attachments],
});

function ask(id: string, wish: Wish, headers: Record<string, string>) {
  const to = { params: { path: { id } }, headers };
  switch (wish.type) {
    case 'CheckInUnit':
    case 'SignForUnit': {
      const { contentHash, comment } = wish;
      const body = { contentHash, ...(comment === '' ? {} : { comment }) };
      return wish.type === 'CheckInUnit'
        ? api.POST('/api/evaluations/{id}/unit-checks', { ...to, body })
        : api.POST('/api/evaluations/{id}/signatures', { ...to, body });
    }
    case 'Submit':
      return api.POST('/api/evaluations/{id}/submission', { ...to, body: { contentHash: wish.contentHash } });
    case 'Withdraw':
      return api.POST('/api/evaluations/{id}/withdrawal', { ...to, body: { reason: wish.reason } });
    case 'RevokePass':
      return api.POST('/api/evaluations/{id}/pass-revocation', { ...to, body: { reason: wish.reason } });
    case 'PassFirstReview':
    case 'PassSecondReview': {
      const { version, contentHash, opinion, gate, remarks, reviewerScore } = wish;
      const step = wish.type === 'PassFirstReview' ? 'first' : 'second';
      const more = { ...(gate && { gate }), ...(reviewerScore && { reviewerScore }), remarks: remarks.map(withFiles) };
      return api.POST('/api/evaluations/{id}/passes', {
        ...to,
        body: { step, version, contentHash, opinion, ...more },
      });
    }
    case 'Recuse':
      return api.POST('/api/evaluations/{id}/recusal', { ...to, body: { reason: wish.reason } });
    case 'AskExpert': {
      const { personId, question } = wish;
      return api.POST('/api/evaluations/{id}/experts', { ...to, body: { personId, question } });
    }
    case 'AnswerAsExpert':
      return api.POST('/api/evaluations/{id}/expert-opinion', { ...to, body: { opinion: wish.opinion } });
    case 'AssignReviewer': {
      const { step, gate, personId, reason } = wish;
      const body = { step, personId, reason, ...(gate && { gate }) };
      return api.POST('/api/evaluations/{id}/assignments', { ...to, body });
    }
    case 'Return':
      return api.POST('/api/evaluations/{id}/returns', {
        ...to,
        body: { reason: wish.reason, items: wish.items.map(withFiles) },
      });
    case 'AnswerItem':
      return api.POST('/api/evaluations/{id}/answers', { ...to, body: { itemId: wish.itemId, answer: wish.answer } });
    case 'AnswerFinding':
      return api.POST('/api/evaluations/{id}/finding-answers', {
        ...to,
        body: { findingId: wish.findingId, answer: wish.answer },
      });
    case 'WaiveFinding':
      return api.POST('/api/evaluations/{id}/waivers', {
        ...to,
        body: { findingId: wish.findingId, reason: wish.reason },
      });
    default:
      return conclude(wish, to);
  }
}
