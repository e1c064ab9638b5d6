import { EditOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Calendar } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { holds, useSession } from '../../session/session.js';
import { said } from '../../texts/language.js';
import { ColumnHeads } from '../../ui/column-heads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { CorrectionDialog } from './correction-dialog.js';

/** The years one may look at: those that are shipped, and the next. */
const YEARS = Array.from({ length: 6 }, (_, n) => 2024 + n);

/** Holidays, days that are worked instead, and what the division corrected. */
export function CalendarPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search, setSearch] = useSearchParams();
  const [correcting, setCorrecting] = useState(false);
  const year = YEARS.find((one) => String(one) === search.get('year')) ?? dayjs().year();
  const { data, error, refetch } = useQuery({
    queryKey: ['calendar', year],
    placeholderData: keepPreviousData,
    queryFn: () => answer(api.GET('/api/calendar/{year}', { params: { path: { year: String(year) }, query: {} } })),
  });
  return (
    <>
      <PageHead title={t('calendar.title')}>
        <Select
          value={year}
          onChange={(next) => setSearch({ year: String(next) })}
          aria-label={t('calendar.year')}
          options={YEARS.map((one) => ({ value: one, label: String(one) }))}
        />
        {holds(session, 'campaign-manager') && data?.divisionCode && (
          <Button icon={<EditOutlined />} onClick={() => setCorrecting(true)}>
            {t('calendar.correct')}
          </Button>
        )}
      </PageHead>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data?.warnings.map((warning) => (
        <Alert key={warning.en} type="warning" showIcon title={said(warning)} />
      ))}
      {data && <p className="quiet">{data.source ? t('calendar.source', data.source) : t('calendar.unknown')}</p>}
      {data && data.days.length === 0 && <EmptyState title={t('calendar.empty')} />}
      {data && data.days.length > 0 && <Days days={data.days} />}
      {correcting && data?.divisionCode && (
        <CorrectionDialog divisionCode={data.divisionCode} onClose={() => setCorrecting(false)} />
      )}
    </>
  );
}

function Days({ days }: { readonly days: Calendar['days'] }) {
  const { t } = useTranslation();
  const weekdays = t('calendar.weekdays', { returnObjects: true }) as readonly string[];
  const columns = [t('calendar.day'), t('calendar.weekday'), t('calendar.kind'), t('calendar.name')];
  return (
    <table className="grid cards" aria-label={t('calendar.title')}>
      <ColumnHeads names={[...columns, t('calendar.correction')]} />
      <tbody>
        {days.map(({ day, kind, name, correction }) => (
          <tr key={day}>
            <td data-label={columns[0]} className="strong">
              {day}
            </td>
            <td data-label={columns[1]}>{weekdays[dayjs(day).day()]}</td>
            <td data-label={columns[2]}>
              <span className={kind === 'holiday' ? 'tag tone-green' : 'tag tone-blue'}>
                {t(`calendar.kinds.${kind}`)}
              </span>
            </td>
            <td data-label={columns[3]}>{name === null ? t('common.none') : said(name)}</td>
            <td data-label={t('calendar.correction')}>
              {correction === null
                ? t('common.none')
                : t('calendar.correctedBy', { name: correction.personName ?? '', reason: correction.reason })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
