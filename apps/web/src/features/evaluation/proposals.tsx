import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { remember } from '../../api/latest.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { same, valueAt } from './fields.js';
import { ProposalRow } from './proposal-row.js';
import { evaluationQuery } from './queries.js';
import type { Place, ReadSource } from './source-queries.js';

/** A field to take over, and which of its values. */
export interface Choice {
  readonly path: string;
  readonly value: number;
}

interface Props {
  readonly source: ReadSource;
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly editable: boolean;
  readonly onPlace: (place: Place) => void;
}

/** What a document tells, field by field, to be taken over one by one or together; and what in it was not understood. */
export function Proposals({ source, evaluation, labels, editable, onPlace }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { id, streamVersion, sheet } = evaluation;
  const accept = useMutation({
    mutationFn: (fields: readonly Choice[]) =>
      answer(
        api.POST('/api/evaluations/{id}/sources/{document}/acceptances', {
          params: { path: { id, document: source.sha256 } },
          headers: ordering(streamVersion),
          body: { fields: [...fields] },
        }),
      ),
    onSuccess: ({ position, fields }) => {
      remember(position);
      void message.success(t('source.accepted', { count: fields }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: evaluationQuery(id).queryKey, exact: true }),
  });
  const open = source.proposals.filter(
    ({ path, values }) => !values.some((value) => same(value, valueAt(sheet, path))),
  );
  const clear = open.filter(({ values }) => values.length === 1);
  const take = (fields: readonly Choice[]) => accept.mutate(fields);
  return (
    <section className="proposals" aria-label={t('source.found')}>
      <ProblemAlert error={accept.error} />
      <p>
        {t('source.summary', {
          found: source.proposals.length,
          open: open.length,
          unread: source.notUnderstood.length,
        })}
      </p>
      {editable && clear.length > 0 && (
        <Button
          type="primary"
          loading={accept.isPending}
          onClick={() => take(clear.map(({ path }) => ({ path, value: 0 })))}
        >
          {t('source.acceptAll', { count: clear.length })}
        </Button>
      )}
      <ul className="proposal-list">
        {source.proposals.map((proposal) => (
          <ProposalRow
            key={proposal.path}
            {...{ proposal, sheet, labels, onPlace }}
            {...(editable ? { onAccept: (value: number) => take([{ path: proposal.path, value }]) } : {})}
          />
        ))}
      </ul>
      {source.notUnderstood.length > 0 && (
        <>
          <h3>{t('act.notUnderstood')}</h3>
          <ul className="lines">
            {source.notUnderstood.map(({ text, start, end, why }) => (
              <li key={`${start} ${end}`}>
                <button type="button" className="source" onClick={() => onPlace({ start, end })}>
                  {text}
                </button>{' '}
                <span className="quiet">{t(`source.why.${why as 'a-rate'}`, { defaultValue: why })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
