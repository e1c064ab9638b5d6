import { UserOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Session } from '../api/answers.js';
import { answer, api } from '../api/client.js';
import { forgetKept } from '../session/kept.js';
import { forgetAllBut, sessionQuery } from '../session/session.js';
import { word } from '../texts/language.js';

/** Who is logged in, in which roles, and the way out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => answer(api.DELETE('/api/session')),
    onSettled: () => {
      forgetKept(session.personId);
      queries.setQueryData(sessionQuery.queryKey, null);
      forgetAllBut(queries, sessionQuery.queryKey);
    },
  });
  const roles = [...new Set(session.grants.map(({ role }) => word(t, 'role', role)))].join(' / ');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', label: `${session.name} · ${roles}`, disabled: true },
          { type: 'divider' },
          { key: 'password', label: t('session.changePassword'), onClick: () => void navigate('/password') },
          { key: 'security', label: t('factor.security'), onClick: () => void navigate('/security') },
          { key: 'out', label: t('session.out'), onClick: () => leave.mutate() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('session.account')} ${session.name}`}>
        <span className="only-wide">{session.name}</span>
      </Button>
    </Dropdown>
  );
}
