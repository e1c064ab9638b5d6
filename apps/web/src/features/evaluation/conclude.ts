import { api } from '../../api/client.js';

/** What is read when something is concluded (E3). */
interface Reading {
  readonly version: number;
  readonly contentHash: string;
}

interface Place extends Reading {
  readonly place: string;
  readonly url?: string;
  readonly publishedOn: string;
  readonly repliedOn?: string;
}

/** A command that follows on an approval, with all it carries. */
export type Conclusion =
  | ({ readonly type: 'RecordRecheck'; readonly opinion: string; readonly recheckScore: string } & Reading)
  | ({ readonly type: 'Finalize'; readonly note?: string } & Reading)
  | {
      readonly type: 'OrderRectification';
      readonly basis: string;
      readonly findings: readonly { text: string }[];
      readonly dueOn?: string;
    }
  | { readonly type: 'ReplyToRectification'; readonly findingId: string; readonly reply: string }
  | { readonly type: 'RejectRectification'; readonly findingId: string; readonly reason: string }
  | { readonly type: 'CloseRectification'; readonly findingId: string; readonly note: string }
  | ({ readonly type: 'Publish' } & Place)
  | ({ readonly type: 'CorrectPublication'; readonly reason: string } & Place)
  | ({ readonly type: 'Archive'; readonly unpublishedReason?: string } & Reading);

interface To {
  readonly params: { readonly path: { readonly id: string } };
  readonly headers: Record<string, string>;
}

/** Asks the API for it. */
export function conclude(wish: Conclusion, to: To) {
  switch (wish.type) {
    case 'RecordRecheck': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/rechecks', { ...to, body });
    }
    case 'Finalize': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/final-result', { ...to, body });
    }
    case 'OrderRectification': {
      const { type: _, findings, ...body } = wish;
      return api.POST('/api/evaluations/{id}/rectifications', { ...to, body: { ...body, findings: [...findings] } });
    }
    case 'ReplyToRectification': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/rectification-replies', { ...to, body });
    }
    case 'RejectRectification': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/rectification-rejections', { ...to, body });
    }
    case 'CloseRectification': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/rectification-closures', { ...to, body });
    }
    case 'Publish': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/publication', { ...to, body });
    }
    case 'CorrectPublication': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/publication-corrections', { ...to, body });
    }
    case 'Archive': {
      const { type: _, ...body } = wish;
      return api.POST('/api/evaluations/{id}/archive', { ...to, body });
    }
  }
}
