import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { AnsweredItem, Evaluation } from '../../api/evaluation-answers.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { EnclosedFiles } from './enclosed-files.js';
import { shown } from './field-marks.js';
import { nameOf } from './fields.js';

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly onGo: (place: string) => void;
}

/** What reviewers said of each version; an item of a return stands with what the unit changed and replied. */
export function ReviewsTab({ evaluation, labels, onGo }: Props) {
  const { t } = useTranslation();
  const { id, streamVersion } = evaluation;
  const { data, error } = useQuery({
    queryKey: ['evaluation', id, 'reviews', streamVersion],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/reviews', { params: { path: { id } } })),
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Loading />;
  if (data.items.length === 0) return <EmptyState title={t('reviews.none')} />;
  const place = (path: string) => (
    <Button type="link" size="small" className="flush" onClick={() => onGo(path)}>
      {nameOf(path, evaluation.sheet, labels, t)}
    </Button>
  );
  return (
    <ul className="finding-list">
      {[...data.items].reverse().map((review) => (
        <li
          key={`${review.version} ${review.kind} ${review.at}`}
          className={review.revoked ? 'finding closed' : 'finding'}
        >
          <span className={`tag ${review.kind === 'return' ? 'tone-amber' : 'tone-green'}`}>
            {t(`reviews.kind.${review.kind}`)}
          </span>
          <div className="finding-body">
            <div className="quiet small">
              {t('reviews.version', { version: review.version })} · {data.names[review.by] ?? review.by} ·{' '}
              {showMoment(review.at)}
              {review.opinion?.gate && ` · ${t(`seat.gate.${review.opinion.gate}`)}`}
              {review.revoked && ` · ${t('reviews.revoked')}`}
              {review.opinion?.recheckScore &&
                ` · ${t('reviews.recheckScore', { score: review.opinion.recheckScore })}`}
              {review.opinion?.reviewerScore && ` · ${t('reviews.score', { score: review.opinion.reviewerScore })}`}
            </div>
            {review.sealed && <div className="quiet">{t('opinion.sealed')}</div>}
            <div>{review.opinion?.opinion ?? review.reason}</div>
            {(review.opinion?.remarks ?? []).map(({ path, quote, severity, text, attachments }) => (
              <div key={`${path} ${text}`}>
                <span className={`tag ${severity === 'major' ? 'tone-red' : 'tone-grey'}`}>
                  {t(`opinion.severity.${severity}`)}
                </span>{' '}
                {place(path)} {quote && <q>{quote}</q>} {text}
                <EnclosedFiles id={id} {...(attachments && { files: attachments })} />
              </div>
            ))}
            {review.items.map((item) => (
              <div key={item.id}>
                {place(item.path)} {item.text}
                <EnclosedFiles id={id} {...(item.attachments && { files: item.attachments })} />
                <Settled item={item} nameOf={(path) => nameOf(path, evaluation.sheet, labels, t)} />
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Settled({ item, nameOf: name }: { readonly item: AnsweredItem; readonly nameOf: (path: string) => string }) {
  const { t } = useTranslation();
  return (
    <blockquote>
      {item.changes.map(({ path, before, after }) => (
        <div key={path}>
          {t('reviews.changed')} {name(path)}: <del>{shown(before) ?? '—'}</del> → <ins>{shown(after) ?? '—'}</ins>
        </div>
      ))}
      {item.answer !== null && (
        <div>
          {t('reviews.reply')}: {item.answer}
        </div>
      )}
      {item.changes.length === 0 && item.answer === null && <span className="quiet">{t('reviews.untouched')}</span>}
    </blockquote>
  );
}
