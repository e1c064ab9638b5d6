import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation, Figure, Indicator } from '../../api/evaluation-answers.js';
import type { components } from '../../api/schema.js';
import { formatDecimal, formatFigure } from '../../ui/amounts.js';
import { ComparedTable } from './compared-table.js';
import {
  figureLines,
  findingLines,
  indicatorLines,
  type Points,
  pointLines,
  scoreLines,
  sectionLines,
} from './side-by-side.js';

interface Props {
  readonly evaluations: readonly Evaluation[];
  readonly catalogue: components['schemas']['CatalogueAnswer'];
  /** What is the same is shown as well. */
  readonly whole: boolean;
}

/** Scores, findings, figures, indicators and narrative of the evaluations, table by table. */
export function ComparedSheets({ evaluations, catalogue, whole }: Props) {
  const { t } = useTranslation();
  const sheets = evaluations.map(({ sheet }) => sheet);
  const tables = { names: evaluations.map(({ task }) => task.unitName), whole };
  const scores = scoreLines(evaluations, { self: t('evaluation.selfScore'), system: t('evaluation.systemScore') });
  const findings = findingLines(evaluations).map((line) => ({
    ...line,
    name: t(`finding.severity.${line.key as 'ERROR'}`),
  }));
  return (
    <>
      <ComparedTable
        {...tables}
        title={t('compare.scores')}
        first={t('compare.score')}
        lines={scores}
        show={(score) => <span className="number">{formatDecimal(score, 2)}</span>}
      />
      <ComparedTable
        {...tables}
        title={t('evaluation.tabs.findings')}
        first={t('findings.severity')}
        lines={findings}
        show={(count) => t('compare.findings', { ...count })}
      />
      {figureLines(catalogue.figures, sheets).map(({ id, lines }) => (
        <ComparedTable
          key={id}
          {...tables}
          title={`${t('sheet.figures')} · ${t(`sheet.areas.${id as 'BUD'}`, { defaultValue: id })}`}
          first={t('sheet.item')}
          lines={lines}
          show={(figure) => <Amount figure={figure} />}
        />
      ))}
      <ComparedTable
        {...tables}
        title={t('compare.selfPoints')}
        first={t('sheet.indicator')}
        lines={indicatorLines(sheets)}
        show={(row) => <Row row={row} />}
      />
      <ComparedTable
        {...tables}
        title={t('compare.systemPoints')}
        first={t('sheet.indicator')}
        lines={pointLines(evaluations)}
        show={(points) => <OfPoints {...points} />}
      />
      <Narrative evaluations={evaluations} catalogue={catalogue} whole={whole} />
    </>
  );
}

/** The narrative by its length; a part is read in all columns at once. */
function Narrative({ evaluations, catalogue, whole }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const order = catalogue.sections.map(({ id }) => ({
    id,
    name: t(`sheet.section.${id as 'duties'}`, { defaultValue: id }),
  }));
  const turn = (key: string): void =>
    setOpen((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]));
  return (
    <ComparedTable
      names={evaluations.map(({ task }) => task.unitName)}
      whole={whole}
      title={t('sheet.sections')}
      first={t('compare.section')}
      lines={sectionLines(
        order,
        evaluations.map(({ sheet }) => sheet),
      )}
      beside={({ key, name }) => (
        <Button
          size="small"
          type="link"
          aria-expanded={open.has(key)}
          aria-label={`${t(open.has(key) ? 'compare.fold' : 'compare.unfold')}: ${name}`}
          onClick={() => turn(key)}
        >
          {t(open.has(key) ? 'compare.fold' : 'compare.unfold')}
        </Button>
      )}
      show={(text, { key }) => (
        <>
          <div className="quiet small">{t('sheet.characters', { count: [...text].length })}</div>
          {open.has(key) && <div className="prose">{text}</div>}
        </>
      )}
    />
  );
}

function Amount({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation();
  if (figure.notApplicable) return <span className="quiet">{t('sheet.notApplicable')}</span>;
  if (figure.value === null) return <span className="quiet">{t('sheet.empty')}</span>;
  return (
    <span className="number">
      {formatFigure(figure.value, figure.unit)} {figure.unit}
    </span>
  );
}

/** An indicator as the unit gives it: its points, and what they are for. */
function Row({ row }: { readonly row: Indicator }) {
  const { t } = useTranslation();
  return (
    <>
      <OfPoints {...row} />
      <div className="quiet small number">
        {t(`sheet.directions.${row.direction as 'GTE'}`)} {row.target ?? t('sheet.empty')} {row.unitOfMeasure} ·{' '}
        {t('sheet.actual')} {row.actual ?? t('sheet.empty')}
      </div>
    </>
  );
}

function OfPoints({ points, maxPoints }: Points) {
  const { t } = useTranslation();
  const told = (value: string | null): string => (value === null ? t('common.none') : formatDecimal(value, 2));
  return (
    <span className="number">
      {told(points)} / {told(maxPoints)}
    </span>
  );
}
