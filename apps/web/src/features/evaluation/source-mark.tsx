import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Source } from '../../api/evaluation-answers.js';
import { inMain } from '../../ui/in-main.js';

/** The words of the report from which a value was read, and where in it they stand. */
export function SourceMark({ source: { document, text, start, end } }: { readonly source: Source }) {
  const { t } = useTranslation();
  const place = new URLSearchParams({ tab: 'sources', source: document, start: String(start), end: String(end) });
  const content = (
    <>
      {t('sheet.sourceAt', { start: start + 1, end })} <Link to={`?${place}`}>{t('source.beside')}</Link>
    </>
  );
  return (
    <Popover trigger="click" getPopupContainer={inMain} content={content}>
      <button type="button" className="source">
        {text}
      </button>
    </Popover>
  );
}
