import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation, Sheet } from '../../api/evaluation-answers.js';
import type { components } from '../../api/schema.js';
import { FieldMarks } from './field-marks.js';
import type { MapName } from './fields.js';
import { FiguresTable } from './figures-table.js';
import { HeadForm } from './head-form.js';
import { IndicatorsTable } from './indicators-table.js';
import { figuresNamed } from './said-of-field.js';
import { Sections } from './sections.js';
import type { Editing, Hand } from './use-draft.js';

/** What every part of the sheet needs. None of it changes while somebody types into another part. */
export interface SheetPart<Map extends MapName> {
  readonly given: NonNullable<Sheet[Map]>;
  readonly hand: Hand;
  readonly editable: boolean;
  /** Marks of a field: findings, return items, conflicts, and the button that notes a new item. */
  readonly marks: (path: string, name: string) => React.ReactNode;
}

interface Props {
  readonly evaluation: Evaluation;
  readonly editing: Editing;
  readonly labels: ReadonlyMap<string, string>;
  readonly catalogue: components['schemas']['CatalogueAnswer'];
  readonly editable: boolean;
  readonly onRemark?: (path: string) => void;
}

/** The whole sheet: head, figures, indicators, narrative; to be read, or to be written by the preparer. */
export function SheetTab({ evaluation, editing, catalogue, editable, onRemark }: Props) {
  const { t } = useTranslation();
  const { sheet, hand } = editing;
  const { conflicts } = editing.draft;
  const { findings, returned } = evaluation;
  const marks = useCallback(
    (path: string, name: string) => (
      <FieldMarks {...{ findings, returned, conflicts, hand, path, name }} {...(onRemark ? { onRemark } : {})} />
    ),
    [findings, returned, conflicts, hand, onRemark],
  );
  const sections = useMemo(() => catalogue.sections.map(({ id }) => id), [catalogue]);
  const named = useMemo(() => figuresNamed(findings, returned), [findings, returned]);
  const part = { hand, editable, marks };
  return (
    <div className="sheet">
      <nav className="toc only-wide" aria-label={t('sheet.toc')}>
        {(['head', 'figures', 'indicators', 'sections'] as const).map((one) => (
          <a key={one} href={`#part-${one}`}>
            {t(`sheet.${one}`)}
          </a>
        ))}
      </nav>
      <div className="sheet-parts">
        <section className="panel" id="part-head" aria-labelledby="title-head">
          <h2 id="title-head">{t('sheet.head')}</h2>
          <HeadForm {...part} given={sheet.head} fields={catalogue.head} />
        </section>
        <section className="panel" id="part-figures" aria-labelledby="title-figures">
          <FiguresTable {...part} given={sheet.figures} known={catalogue.figures} named={named} />
        </section>
        <section className="panel" id="part-indicators" aria-labelledby="title-indicators">
          <IndicatorsTable {...part} given={sheet.indicators} />
        </section>
        <section className="panel" id="part-sections" aria-labelledby="title-sections">
          <h2 id="title-sections">{t('sheet.sections')}</h2>
          <Sections {...part} given={sheet.sections} sections={sections} />
        </section>
      </div>
    </div>
  );
}
