import { SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { compareSchemes } from './compare.js';
import { ComparedSchemes } from './compared-schemes.js';
import { nameOf, pathTo, schemeQuery, schemesQuery } from './queries.js';

const NAMED = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}@[1-9]\d{0,5}$/;

/** Two schemes, or two versions of one, side by side; which ones stands in the address. */
export function ComparePage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data: schemes, error } = useQuery(schemesQuery);
  const [a, b] = [named(search.get('a')), named(search.get('b'))];
  const whole = search.get('all') === 'true';
  const left = useScheme(a);
  const right = useScheme(b);
  const set = (change: Readonly<Record<string, string | undefined>>): void =>
    setSearch((now) => {
      const next = { ...Object.fromEntries(now), ...change };
      return Object.entries(next).filter((entry): entry is [string, string] => entry[1] !== undefined);
    });
  const options = schemes?.items.map((scheme) => ({
    value: nameOf(scheme),
    label: `${scheme.title} (${nameOf(scheme)})`,
  }));
  const fault = error ?? left.error ?? right.error;
  const waiting = (a !== undefined && left.isLoading) || (b !== undefined && right.isLoading);
  return (
    <>
      <PageHead title={t('schemes.compare')} />
      <p>
        <Link to="/schemes">{t('common.back')}</Link>
      </p>
      <div className="filters scheme-choice">
        {(['a', 'b'] as const).map((side) => (
          <Select
            key={side}
            value={(side === 'a' ? a : b) ?? null}
            onChange={(chosen) => set({ [side]: chosen ?? undefined })}
            options={options ?? []}
            placeholder={t(side === 'a' ? 'schemes.first' : 'schemes.second')}
            aria-label={t(side === 'a' ? 'schemes.first' : 'schemes.second')}
            showSearch={{ optionFilterProp: 'label' }}
          />
        ))}
        <Button icon={<SwapOutlined />} onClick={() => set({ a: b, b: a })}>
          {t('schemes.swap')}
        </Button>
        <Checkbox checked={!whole} onChange={({ target }) => set({ all: target.checked ? undefined : 'true' })}>
          {t('schemes.onlyDifferences')}
        </Checkbox>
      </div>
      <ProblemAlert error={fault} />
      {waiting && <Loading rows={12} />}
      {!waiting && !fault && (!left.data || !right.data) && <EmptyState title={t('schemes.choose')} />}
      {left.data && right.data && (
        <>
          <p className="scheme-sides">
            {[left.data, right.data].map((file, n) => (
              <span key={n === 0 ? 'a' : 'b'}>
                {t(n === 0 ? 'schemes.first' : 'schemes.second')}{' '}
                <Link className="in-text" to={pathTo(file)}>
                  {t('schemes.heading', { title: file.title, version: file.version })}
                </Link>
              </span>
            ))}
          </p>
          <ComparedSchemes
            a={left.data}
            b={right.data}
            comparison={compareSchemes(left.data, right.data)}
            whole={whole}
          />
        </>
      )}
    </>
  );
}

/** What an address names, if it is the name of a scheme's version. */
const named = (text: string | null): string | undefined => (text !== null && NAMED.test(text) ? text : undefined);

function useScheme(name: string | undefined) {
  const [id = '', version = ''] = name?.split('@') ?? [];
  return useQuery({ ...schemeQuery(id, version), enabled: name !== undefined });
}
