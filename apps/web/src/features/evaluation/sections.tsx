import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { GrowingText } from '../../ui/growing-text.js';
import { pathOf } from './fields.js';
import type { SheetPart } from './sheet-tab.js';

/** The narrative, part by part. */
export const Sections = memo(function Sections({
  sections,
  given,
  hand,
  editable,
  marks,
}: SheetPart<'sections'> & { readonly sections: readonly string[] }) {
  const { t } = useTranslation();
  return sections
    .filter((section) => editable || section !== 'preface' || given[section])
    .map((section) => {
      const path = pathOf('sections', section);
      const text = given[section] ?? '';
      const name = t(`sheet.section.${section as 'duties'}`, { defaultValue: section });
      return (
        <div key={section} id={path} className="narrative" tabIndex={-1}>
          <h3>
            <label htmlFor={`section-${section}`}>{name}</label>{' '}
            <span className="quiet small">{t('sheet.characters', { count: [...text].length })}</span>{' '}
            {marks(path, name)}
          </h3>
          {editable ? (
            <GrowingText
              id={`section-${section}`}
              value={text}
              maxLength={20_000}
              least={2}
              most={24}
              onChange={({ target }) => hand.edit(path, target.value === '' ? null : target.value)}
            />
          ) : (
            <div id={`section-${section}`} className={text ? 'prose' : 'prose quiet'}>
              {text || t('sheet.noSection')}
            </div>
          )}
        </div>
      );
    });
});
