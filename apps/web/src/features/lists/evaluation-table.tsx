import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EvaluationRow } from '../../api/answers.js';
import { word } from '../../texts/language.js';
import { formatDecimal } from '../../ui/amounts.js';
import { durationSince } from '../../ui/durations.js';
import { showDay, showMoment, useNow } from '../../ui/moments.js';
import { StageTag } from '../../ui/stage-tag.js';

interface Props {
  readonly label: string;
  readonly rows: readonly EvaluationRow[];
  /** The row that j and k have reached. */
  readonly chosen: number;
  /** What the last column tells: what the person did last, or of what a notice informed. */
  readonly last?: 'did' | 'told' | undefined;
  /** Called when somebody follows the link of a row. */
  readonly onFollow: (row: EvaluationRow) => void;
  /** Rows that are picked to stand side by side; not given: none can be. */
  readonly picking?: Picking | undefined;
}

export interface Picking {
  readonly picked: readonly string[];
  /** No more can be picked. */
  readonly full: boolean;
  readonly onPick: (id: string) => void;
}

/** Evaluations: where each stands, who has it and for how long. On a narrow screen each row becomes a card. */
export function EvaluationTable({ label, rows, chosen, last, onFollow, picking }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <table className="grid cards" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('list.unit')}</th>
          <th scope="col">{t('list.stage')}</th>
          <th scope="col">{t('list.with')}</th>
          <th scope="col">{t('list.since')}</th>
          <th scope="col">{t('list.due')}</th>
          <th scope="col" className="right">
            {t('list.score')}
          </th>
          {last && <th scope="col">{t(last === 'did' ? 'list.last' : 'list.told')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, n) => (
          <Row
            key={row.id}
            row={row}
            chosen={n === chosen}
            last={last}
            now={now}
            onFollow={onFollow}
            picking={picking}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  chosen,
  last,
  now,
  onFollow,
  picking,
}: Pick<Props, 'last' | 'onFollow' | 'picking'> & {
  readonly row: EvaluationRow;
  readonly chosen: boolean;
  readonly now: number;
}) {
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (chosen) link.current?.focus();
  }, [chosen]);
  const waited = durationSince(row.waitingSince, now);
  const decided = row.waitingFor.length === 0;
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <td className="wide">
        {picking && (
          <Checkbox
            className="pick"
            checked={picking.picked.includes(row.id)}
            disabled={picking.full && !picking.picked.includes(row.id)}
            aria-label={t('compare.pick', { unit: row.unitName })}
            onChange={() => picking.onPick(row.id)}
          />
        )}
        <Link
          ref={link}
          to={`/evaluations/${encodeURIComponent(row.id)}`}
          className="strong"
          onClick={() => onFollow(row)}
        >
          {row.unitName}
        </Link>
        <div className="quiet">
          {row.fiscalYear} · {word(t, 'kind', row.kind)} · {t('list.version', { version: row.version })}
        </div>
      </td>
      <td data-label={t('list.stage')}>
        <StageTag stage={row.stage} />
        {row.openErrors > 0 && <div className="bad small">{t('list.errors', { count: row.openErrors })}</div>}
      </td>
      <td data-label={t('list.with')}>
        {decided ? (
          <span className="quiet">{t('list.decided')}</span>
        ) : (
          row.waitingFor.map((role) => word(t, 'role', role)).join(' / ')
        )}
        {row.firstReviewer && (
          <div className="quiet small">
            {t('step.first')} {row.firstReviewer}
            {row.secondReviewer && ` · ${t('step.second')} ${row.secondReviewer}`}
          </div>
        )}
      </td>
      <td data-label={t('list.since')} title={showMoment(row.waitingSince)}>
        {decided
          ? t('common.none')
          : waited.unit === 'now'
            ? t('duration.now')
            : t(`duration.${waited.unit}`, { n: waited.n })}
      </td>
      <td data-label={t('list.due')}>
        {showDay(row.dueAt)}
        {row.overdue && <span className="tag tone-red small">{t('list.overdue')}</span>}
      </td>
      <td data-label={t('list.score')} className="right number">
        {row.selfScore === null ? t('common.none') : formatDecimal(row.selfScore, 2)} /{' '}
        {row.systemScore === null ? t('common.none') : formatDecimal(row.systemScore, 2)}
      </td>
      {last === 'did' && (
        <td data-label={t('list.last')}>
          {row.lastType && word(t, 'event', row.lastType)}
          {row.lastAt && <div className="quiet small">{showMoment(row.lastAt)}</div>}
        </td>
      )}
      {last === 'told' && (
        <td data-label={t('list.told')}>
          {row.noticeKind && t(`notices.kind.${row.noticeKind}`)}{' '}
          {row.readAt === null && <span className="tag tone-blue small">{t('list.unread')}</span>}
          {row.noticedAt && <div className="quiet small">{showMoment(row.noticedAt)}</div>}
        </td>
      )}
    </tr>
  );
}
