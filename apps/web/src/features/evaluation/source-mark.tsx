import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Source } from '../../api/evaluation-answers.js';
import { inMain } from '../../ui/in-main.js';

/** The words of the report from which a value was read, and where in it they stand. */
export function SourceMark({ source: { text, start, end } }: { readonly source: Source }) {
  const { t } = useTranslation();
  return (
    <Popover trigger="click" getPopupContainer={inMain} content={t('sheet.sourceAt', { start: start + 1, end })}>
      <button type="button" className="source">
        {text}
      </button>
    </Popover>
  );
}
