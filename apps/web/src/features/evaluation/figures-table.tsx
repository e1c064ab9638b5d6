import { Checkbox } from 'antd';
import { memo, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../api/evaluation-answers.js';
import { formatFigure } from '../../ui/amounts.js';
import { pathOf } from './fields.js';
import { FigureInput } from './figure-input.js';
import { type FigureRow, figureTree, type Known } from './figure-tree.js';
import { NewFigure } from './new-figure.js';
import type { SheetPart } from './sheet-tab.js';
import { SourceMark } from './source-mark.js';

interface Props extends SheetPart<'figures'> {
  readonly known: readonly Known[];
  /** Ids of figures that something is said of, given or not. */
  readonly named: ReadonlySet<string>;
}

/** The figures in their tree. Amounts in two decimals, to the right; each with where in the report it was found. */
export const FiguresTable = memo(function FiguresTable({ known, named, given: figures, hand, editable, marks }: Props) {
  const { t } = useTranslation();
  const [everything, setEverything] = useState(false);
  const ever = useEver(figures);
  const areas = useMemo(
    () => figureTree(known, figures, editable && everything ? 'everything' : new Set([...named, ...ever])),
    [known, figures, editable, everything, named, ever],
  );
  const labels = useMemo(() => new Map(known.map(({ id, label }) => [id, label])), [known]);
  return (
    <>
      <div className="part-head">
        <h2 id="title-figures">{t('sheet.figures')}</h2>
        {editable && (
          <>
            <Checkbox checked={everything} onChange={({ target }) => setEverything(target.checked)}>
              {t('sheet.showAll')}
            </Checkbox>
            <NewFigure
              known={known}
              figures={figures}
              onAdd={(id, figure) => hand.edit(pathOf('figures', id), figure)}
            />
          </>
        )}
      </div>
      {areas.length === 0 && <p className="quiet">{t('sheet.noFigures')}</p>}
      {areas.length > 0 && (
        <div className="scroll" tabIndex={-1}>
          <table className="grid figures" aria-labelledby="title-figures">
            <thead>
              <tr>
                <th scope="col">{t('sheet.item')}</th>
                <th scope="col" className="right">
                  {t('sheet.amount')}
                </th>
                <th scope="col">{t('sheet.unit')}</th>
                <th scope="col" className="wide-only">
                  {t('sheet.share')}
                </th>
                <th scope="col">{t('sheet.source')}</th>
              </tr>
            </thead>
            {areas.map(({ id, rows }) => (
              <tbody key={id}>
                <tr className="area">
                  <th scope="rowgroup" colSpan={5}>
                    {t(`sheet.areas.${id as 'BUD'}`, { defaultValue: id })}
                  </th>
                </tr>
                {rows.map((row) => (
                  <Row key={row.id} {...row} labels={labels} hand={hand} editable={editable} marks={marks} />
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </>
  );
});

/** Ids of all figures that were given since the page was opened: a field that is emptied stays under the hand. */
function useEver(figures: Readonly<Record<string, Figure>>): ReadonlySet<string> {
  const [ever, setEver] = useState<ReadonlySet<string>>(() => new Set(Object.keys(figures)));
  const more = Object.keys(figures).filter((id) => !ever.has(id));
  if (more.length > 0) setEver(new Set([...ever, ...more]));
  return ever;
}

interface RowProps extends FigureRow, Omit<SheetPart<'figures'>, 'given'> {
  readonly labels: ReadonlyMap<string, string>;
}

const Row = memo(function Row({ id, label, unit, depth, figure, labels, hand, editable, marks }: RowProps) {
  const { t } = useTranslation();
  const path = pathOf('figures', id);
  const stated = figure?.stated;
  return (
    <tr id={path} tabIndex={-1}>
      <th scope="row" style={{ paddingLeft: 12 + depth * 18 }} className={depth === 0 ? 'strong' : 'plain'}>
        {label} {marks(path, label)}
      </th>
      <td className="right number">
        {editable ? (
          <FigureInput
            label={label}
            unit={unit}
            figure={figure}
            onFigure={(next) => hand.edit(path, next)}
            onMalformed={() => hand.markMalformed(path)}
          />
        ) : (
          <Amount figure={figure} />
        )}
      </td>
      <td className="nowrap">{unit}</td>
      <td className="wide-only number">
        {stated && (
          <>
            {stated.percent}%{' '}
            <span className="quiet small">{t('sheet.shareOf', { base: labels.get(stated.base) ?? stated.base })}</span>
          </>
        )}
      </td>
      <td>{figure?.source && <SourceMark source={figure.source} />}</td>
    </tr>
  );
});

function Amount({ figure }: { readonly figure: Figure | undefined }) {
  const { t } = useTranslation();
  if (figure === undefined) return null;
  if (figure.notApplicable) return <span className="quiet">{t('sheet.notApplicable')}</span>;
  if (figure.value === null) return <span className="quiet">{t('sheet.empty')}</span>;
  return <span title={figure.value}>{formatFigure(figure.value, figure.unit)}</span>;
}
