import { BellOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Notice } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { EmptyState } from '../../ui/empty-state.js';
import { showClock, showMoment } from '../../ui/moments.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { usePolling } from '../../ui/use-polling.js';
import { NOTICES, useLiveNotices } from './use-live-notices.js';

/** The person's notices behind a bell that counts the unread ones: live, or polled where there is no stream. */
export function NoticesBell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const live = useLiveNotices();
  const polling = usePolling(30_000);
  const { data, error, dataUpdatedAt, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = useInfiniteQuery({
    queryKey: NOTICES,
    initialPageParam: undefined as string | undefined,
    refetchInterval: live ? false : polling,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/api/notifications', {
          params: { query: { limit: 100, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const read = useMutation({
    mutationFn: (ids: number[]) => answer(api.POST('/api/notifications/read', { body: { ids } })),
    onSettled: () => queries.invalidateQueries({ queryKey: NOTICES }),
  });
  const notices = data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = notices.filter(({ readAt }) => readAt === null).map(({ id }) => id);
  const follow = (notice: Notice): void => {
    if (notice.readAt === null) read.mutate([notice.id]);
    setOpen(false);
    void navigate(placeOf(notice));
  };
  const settings = (): void => {
    setOpen(false);
    void navigate('/notices/preferences');
  };
  return (
    <>
      <Badge count={unread.length} overflowCount={99} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-label={t('notices.unread', { count: unread.length })}
          onClick={() => setOpen(true)}
        />
      </Badge>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('notices.title')}
        size={380}
        extra={
          unread.length > 0 && (
            <Button size="small" loading={read.isPending} onClick={() => read.mutate(unread.slice(0, 200))}>
              {t('notices.allRead')}
            </Button>
          )
        }
      >
        <p className="quiet small">
          {live ? t('noticeSettings.live') : t('noticeSettings.asOf', { time: showClock(dataUpdatedAt) })}{' '}
          <Button type="link" size="small" onClick={settings}>
            {t('noticeSettings.open')}
          </Button>
        </p>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
        {data && notices.length === 0 && <EmptyState title={t('notices.empty')} />}
        <ul className="notices">
          {notices.map((notice) => (
            <li key={notice.id}>
              <button
                type="button"
                className={notice.readAt === null ? 'notice unread' : 'notice'}
                onClick={() => follow(notice)}
              >
                <span className="strong">
                  {t(`notices.kind.${notice.kind as 'returned'}`, { defaultValue: notice.kind })}
                </span>
                <span>{notice.unitName}</span>
                <span className="quiet small">{showMoment(notice.createdAt)}</span>
              </button>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('common.more')}
          </Button>
        )}
      </Drawer>
    </>
  );
}

/** Where notices lead that are about no evaluation. */
const PAGES: Readonly<Record<string, string>> = {
  'glass-broken': '/administration/break-glass',
  'grant-proposed': '/administration/grants',
  'sealing-alarm': '/trail',
};

const placeOf = ({ kind, evaluationId }: Notice): string =>
  evaluationId === '' ? (PAGES[kind] ?? '/todo') : `/evaluations/${encodeURIComponent(evaluationId)}`;
