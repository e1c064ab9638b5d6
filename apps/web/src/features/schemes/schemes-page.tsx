import { DiffOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { word } from '../../texts/language.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { pathTo, schemesQuery } from './queries.js';
import type { SchemeHead } from './scheme-file.js';
import { SourceTag } from './source-tag.js';
import { yearsInWords } from './years.js';

/** The scoring schemes there are: shipped with the product, or published by a bureau. */
export function SchemesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(schemesQuery);
  return (
    <>
      <PageHead title={t('schemes.title')}>
        <Button icon={<DiffOutlined />} onClick={() => void navigate('/schemes/compare')}>
          {t('schemes.compare')}
        </Button>
      </PageHead>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <EmptyState title={t('schemes.empty')} />}
      {data && data.items.length > 0 && <Schemes schemes={data.items} />}
    </>
  );
}

function Schemes({ schemes }: { readonly schemes: readonly SchemeHead[] }) {
  const { t } = useTranslation();
  const columns = (['name', 'kind', 'place', 'years', 'source'] as const).map((column) => t(`schemes.${column}`));
  return (
    <table className="grid cards" aria-label={t('schemes.title')}>
      <ColumnHeads names={columns} />
      <tbody>
        {schemes.map((scheme) => (
          <tr key={pathTo(scheme)}>
            <td className="wide">
              <Link className="strong" to={pathTo(scheme)}>
                {scheme.title}
              </Link>
              <div className="quiet small">
                {scheme.id} · {t('list.version', { version: scheme.version })}
              </div>
            </td>
            <td data-label={columns[1]}>{word(t, 'kind', scheme.kind)}</td>
            <td data-label={columns[2]}>{scheme.place}</td>
            <td data-label={columns[3]} className="nowrap">
              {yearsInWords(scheme, t)}
            </td>
            <td data-label={columns[4]}>
              <SourceTag sourceRead={scheme.sourceRead} />
              <div className="quiet small">{scheme.source}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
