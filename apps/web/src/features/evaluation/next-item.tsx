import { ArrowRightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { answer, api } from '../../api/client.js';
import { afterLatest } from '../../api/latest.js';
import { holds, useSession, WORKING } from '../../session/session.js';
import { useKeys } from '../../ui/use-keys.js';

/** Leads to what else waits for the person, without the way back to the list; `n` does the same. */
export function NextItem({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['lists', 'todo', 'next'],
    enabled: holds(useSession(), ...WORKING),
    queryFn: () => answer(api.GET('/api/todo', { params: { query: { limit: 50, ...afterLatest() } } })),
  });
  const items = data?.items ?? [];
  const here = items.findIndex((one) => one.id === id);
  const next = items[here + 1] ?? items.find((one) => one.id !== id);
  const to = next && `/evaluations/${encodeURIComponent(next.id)}`;
  useKeys({ n: () => to && void navigate(to) });
  if (!next || !to) return null;
  return (
    <Link to={to} className="quiet back">
      {t('desk.next')}: {next.unitName} <ArrowRightOutlined aria-hidden />
    </Link>
  );
}
