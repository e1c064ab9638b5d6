import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../api/evaluation-answers.js';
import { formatDecimal } from '../../ui/amounts.js';
import { pathOf } from './fields.js';
import { IndicatorDialog } from './indicator-dialog.js';
import type { SheetPart } from './sheet-tab.js';

/** The indicators of the self-evaluation table, one row each. */
export const IndicatorsTable = memo(function IndicatorsTable({
  given,
  hand,
  editable,
  marks,
}: SheetPart<'indicators'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ readonly id: string; readonly row: Indicator | undefined }>();
  const rows = Object.entries(given);
  const nextId = (): string => {
    for (let n = rows.length + 1; ; n += 1) if (!given[`i${n}`]) return `i${n}`;
  };
  return (
    <>
      <div className="part-head">
        <h2 id="title-indicators">{t('sheet.indicators')}</h2>
        {editable && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen({ id: nextId(), row: undefined })}>
            {t('sheet.addIndicator')}
          </Button>
        )}
      </div>
      {rows.length === 0 && (
        <p className="quiet" id="/indicators" tabIndex={-1}>
          {t('sheet.noIndicators')}
        </p>
      )}
      {rows.length > 0 && (
        <div className="scroll">
          <table className="grid cards" aria-labelledby="title-indicators">
            <thead>
              <tr>
                <th scope="col">{t('sheet.indicator')}</th>
                <th scope="col">{t('sheet.target')}</th>
                <th scope="col">{t('sheet.actual')}</th>
                <th scope="col" className="right">
                  {t('sheet.maxPoints')}
                </th>
                <th scope="col" className="right">
                  {t('sheet.points')}
                </th>
                <th scope="col">{t('sheet.explanation')}</th>
                {editable && (
                  <th scope="col">
                    <span className="visually-hidden">{t('common.edit')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(([id, row]) => (
                <tr key={id} id={pathOf('indicators', id)} tabIndex={-1}>
                  <td className="wide">
                    <span className="strong">{row.name}</span>{' '}
                    {row.core && <span className="tag tone-blue">{t('sheet.core')}</span>}{' '}
                    {marks(pathOf('indicators', id), row.name)}
                    <div className="quiet small">{[row.level1, row.level2].filter(Boolean).join(' / ')}</div>
                  </td>
                  <td data-label={t('sheet.target')} className="number">
                    {`${t(`sheet.directions.${row.direction as 'GTE'}`)} ${row.target ?? t('sheet.empty')} ${row.unitOfMeasure}`}
                  </td>
                  <td data-label={t('sheet.actual')} className="number">
                    {row.actual ?? t('sheet.empty')} {row.actual && row.unitOfMeasure}
                  </td>
                  <td data-label={t('sheet.maxPoints')} className="right number">
                    {points(row.maxPoints)}
                  </td>
                  <td data-label={t('sheet.points')} className="right number">
                    {points(row.points)}
                  </td>
                  <td data-label={t('sheet.explanation')}>{row.deviationExplanation ?? t('common.none')}</td>
                  {editable && (
                    <td>
                      <span className="row-actions">
                        <Button
                          size="small"
                          type="text"
                          icon={<EditOutlined />}
                          aria-label={`${t('common.edit')}: ${row.name}`}
                          onClick={() => setOpen({ id, row })}
                        />
                        <Button
                          size="small"
                          type="text"
                          icon={<DeleteOutlined />}
                          aria-label={`${t('common.remove')}: ${row.name}`}
                          onClick={() => hand.edit(pathOf('indicators', id), null)}
                        />
                      </span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && (
        <IndicatorDialog
          row={open.row}
          onClose={() => setOpen(undefined)}
          onDone={(row) => {
            hand.edit(pathOf('indicators', open.id), row);
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
});

const points = (value: string | null): string => (value === null ? '—' : formatDecimal(value, 2));
