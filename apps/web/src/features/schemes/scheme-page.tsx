import { DiffOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { nameOf, schemeQuery } from './queries.js';
import { SchemeNames } from './scheme-names.js';
import { SchemeTree } from './scheme-tree.js';
import { SchemeWhole } from './scheme-whole.js';

/** One version of a scheme: what it is for, its indicators with points, formula and rule, and the words of its formulas. */
export function SchemePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '', version = '' } = useParams();
  const { data: file, error, refetch } = useQuery(schemeQuery(id, version));
  return (
    <>
      <PageHead title={file ? t('schemes.heading', { title: file.title, version: file.version }) : t('schemes.title')}>
        {file && (
          <Button
            icon={<DiffOutlined />}
            onClick={() => void navigate(`/schemes/compare?a=${encodeURIComponent(nameOf(file))}`)}
          >
            {t('schemes.compareWith')}
          </Button>
        )}
      </PageHead>
      <p>
        <Link to="/schemes">{t('common.back')}</Link>
      </p>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!file && !error && <Loading rows={12} />}
      {file && (
        <>
          <SchemeWhole file={file} />
          <h2>{t('schemes.tree')}</h2>
          <SchemeTree tree={file.tree} />
          <h2 className="after-section">{t('schemes.names')}</h2>
          <SchemeNames names={file.names} />
        </>
      )}
    </>
  );
}
