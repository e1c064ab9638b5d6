import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FileButton } from '../../ui/file-button.js';
import { Loading } from '../../ui/loading.js';
import { showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { Proposals } from './proposals.js';
import { type Place, readFile, sourceQuery, sourcesQuery } from './source-queries.js';
import { SourceText } from './source-text.js';

const ACCEPTED = '.docx,.doc,.xlsx,.xls,.pdf,.txt';

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly editable: boolean;
}

/** The documents the unit has, each beside what was read from it. */
export function SourcesTab({ evaluation, labels, editable }: Props) {
  const { t } = useTranslation();
  const { id } = evaluation;
  const [search, setSearch] = useSearchParams();
  const { data, error } = useQuery(sourcesQuery(id));
  const chosen = search.get('source') ?? data?.items[0]?.sha256;
  const show = (sha256: string): void => setSearch({ tab: 'sources', source: sha256 }, { replace: true });
  if (!data) return error ? <ProblemAlert error={error} /> : <Loading />;
  return (
    <section className="panel">
      {editable && <Upload id={id} onRead={show} />}
      {data.items.length > 0 && (
        <div className="filters">
          <Select
            className="source-choice"
            value={chosen ?? null}
            aria-label={t('source.choose')}
            options={data.items.map(({ sha256, name, readAt }) => ({
              value: sha256,
              label: `${name} · ${showMoment(readAt)}`,
            }))}
            onChange={show}
          />
        </div>
      )}
      {chosen ? (
        <Beside key={chosen} document={chosen} {...{ evaluation, labels, editable }} />
      ) : (
        <EmptyState title={t('source.none')} />
      )}
    </section>
  );
}

/** The text of a document beside what was found in it; a place that is chosen is marked and brought into sight. */
function Beside({ document, ...shared }: Props & { readonly document: string }) {
  const [search] = useSearchParams();
  const [start, end] = [Number(search.get('start')), Number(search.get('end'))];
  const [place, setPlace] = useState<Place | undefined>(end > start ? { start, end } : undefined);
  const { data, error } = useQuery({ ...sourceQuery(shared.evaluation.id, document), retry: false });
  if (!data) return error ? <ProblemAlert error={error} /> : <Loading rows={12} />;
  return (
    <div className="beside">
      <SourceText source={data} place={place} />
      <Proposals source={data} onPlace={setPlace} {...shared} />
    </div>
  );
}

/** Files are read one after the other; what one is refused for is told, and the others go on. */
function Upload({ id, onRead }: { readonly id: string; readonly onRead: (sha256: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [faults, setFaults] = useState<readonly { readonly name: string; readonly error: unknown }[]>([]);
  const [done, setDone] = useState('');
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      setFaults([]);
      for (const [at, file] of files.entries()) {
        setDone(t('source.reading', { at: at + 1, of: files.length, name: file.name }));
        try {
          onRead((await readFile(id, file)).sha256);
        } catch (error) {
          setFaults((before) => [...before, { name: file.name, error }]);
        }
      }
    },
    onSettled: async () => {
      setDone('');
      await queries.invalidateQueries({ queryKey: sourcesQuery(id).queryKey });
    },
  });
  return (
    <>
      <p className="quiet">{t('source.hint')}</p>
      <FileButton
        label={t('source.upload')}
        accept={ACCEPTED}
        multiple
        disabled={upload.isPending}
        onFiles={(files) => upload.mutate([...files])}
      />
      <p role="status">{done}</p>
      {faults.map(({ name, error }) => (
        <div key={name}>
          <p className="strong">{name}</p>
          <ProblemAlert error={error} />
        </div>
      ))}
    </>
  );
}
