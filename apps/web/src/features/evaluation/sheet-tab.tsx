import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../api/evaluation-answers.js';
import type { components } from '../../api/schema.js';
import { FieldMarks } from './field-marks.js';
import { partsOf } from './fields.js';
import { FiguresTable } from './figures-table.js';
import { HeadForm } from './head-form.js';
import { IndicatorsTable } from './indicators-table.js';
import { Sections } from './sections.js';
import type { Editing } from './use-draft.js';

/** What every part of the sheet needs. */
export interface SheetPart {
  readonly editing: Editing;
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
  const marks = (path: string, name: string) => (
    <FieldMarks evaluation={evaluation} editing={editing} path={path} name={name} {...(onRemark ? { onRemark } : {})} />
  );
  const named = useMemo(
    () =>
      new Set(
        [
          ...evaluation.findings.flatMap(({ at }) => at.map(({ pointer }) => pointer)),
          ...evaluation.returned.map(({ path }) => path),
        ]
          .map((path) => partsOf(path))
          .flatMap((place) => (place?.map === 'figures' ? [place.key] : [])),
      ),
    [evaluation],
  );
  const part: SheetPart = { editing, editable, marks };
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
          <HeadForm {...part} fields={catalogue.head} />
        </section>
        <section className="panel" id="part-figures" aria-labelledby="title-figures">
          <FiguresTable {...part} known={catalogue.figures} named={named} />
        </section>
        <section className="panel" id="part-indicators" aria-labelledby="title-indicators">
          <IndicatorsTable {...part} />
        </section>
        <section className="panel" id="part-sections" aria-labelledby="title-sections">
          <h2 id="title-sections">{t('sheet.sections')}</h2>
          <Sections {...part} sections={catalogue.sections.map(({ id }) => id)} />
        </section>
      </div>
    </div>
  );
}
