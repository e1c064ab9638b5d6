import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Sheet, Source } from '../../api/evaluation-answers.js';
import { shown } from './field-marks.js';
import { nameOf, partsOf, same, valueAt, withValues } from './fields.js';
import type { Place, Proposal } from './source-queries.js';

const TONES = { certain: 'tone-green', likely: 'tone-amber', doubtful: 'tone-red' } as const;

interface Props {
  readonly proposal: Proposal;
  readonly sheet: Sheet;
  readonly labels: ReadonlyMap<string, string>;
  readonly onPlace: (place: Place) => void;
  readonly onAccept?: (value: number) => void;
}

/** One field: the value or values the document tells, how sure the reader is, and what stands in the draft. */
export function ProposalRow({ proposal: { path, values }, sheet, labels, onPlace, onAccept }: Props) {
  const { t } = useTranslation();
  const now = valueAt(sheet, path);
  const name = nameOf(path, withValues(sheet, [[path, values[0] ?? null]]), labels, t);
  return (
    <li>
      <span className="strong">{name}</span>
      {values.length > 1 && <span className="tag tone-red">{t('source.conflict')}</span>}
      {values.map((value, at) => {
        const source: Source | undefined = typeof value === 'object' && 'source' in value ? value.source : undefined;
        const taken = same(value, now);
        const said = source?.text.slice(0, 24);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: values are told in their order
          <div key={at} className="proposal-value">
            <span>{partsOf(path)?.map === 'sections' ? String(value).slice(0, 60) : shown(value)}</span>
            {source?.sure && (
              <span className={`tag ${TONES[source.sure]}`}>
                {t(`source.sure.${source.sure}`)}
                {source.sure !== 'certain' &&
                  `：${(source.because ?? []).map((one) => t(`source.because.${one}`)).join('、')}`}
              </span>
            )}
            {source && (
              <Button
                size="small"
                type="link"
                aria-label={`${t('source.place', { name })} ${said}`}
                onClick={() => onPlace(source)}
              >
                {said}
              </Button>
            )}
            {taken && <span className="tag tone-grey">{t('source.taken')}</span>}
            {!taken && onAccept && (
              <Button size="small" aria-label={`${t('source.accept')} ${name}`} onClick={() => onAccept(at)}>
                {t('source.accept')}
              </Button>
            )}
          </div>
        );
      })}
      {now !== null && !values.some((value) => same(value, now)) && partsOf(path)?.map !== 'sections' && (
        <span className="quiet">{t('source.now', { value: shown(now) ?? t('sheet.empty') })}</span>
      )}
    </li>
  );
}
