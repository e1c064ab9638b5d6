import { MessageOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { phrasesQuery } from '../../api/phrases.js';
import { holds, useSession } from '../../session/session.js';

/** Who may keep phrases; everybody else chooses from those that come with the product. */
const SPEAKING = ['first-reviewer', 'second-reviewer', 'campaign-manager'];
const LONGEST = 500;

/** Common phrases behind a button: one's own, those a bureau shares, and the usual ones; what is written can be kept. */
export function PhraseMenu({
  about,
  written,
  onPick,
}: {
  /** For which field, as people hear it. */
  readonly about: string;
  readonly written: string;
  /** What is written then. */
  readonly onPick: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const keeps = holds(useSession(), ...SPEAKING);
  const { data: phrases = [] } = useQuery({ ...phrasesQuery, enabled: keeps });
  const keep = useMutation({
    mutationFn: (text: string) => answer(api.POST('/api/phrases', { headers: ordering(), body: { text } })),
    onSuccess: async () => {
      void message.success(t('phrases.kept'));
      await queries.invalidateQueries({ queryKey: phrasesQuery.queryKey });
    },
    onError: (error) => void message.error(error.message),
  });
  const usual = t('act.phrase', { returnObjects: true }) as readonly string[];
  const groups = [
    [t('phrases.own'), phrases.filter(({ unitId }) => unitId === null).map(({ text }) => text)],
    [t('phrases.shared'), phrases.filter(({ unitId }) => unitId !== null).map(({ text }) => text)],
    [t('phrases.usual'), usual],
  ] as const;
  const text = written.trim();
  const keepable = keeps && text.length >= 2 && text.length <= LONGEST;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: 'phrase-menu',
        items: [
          ...groups
            .filter(([, said]) => said.length > 0)
            .map(([label, said]) => ({
              type: 'group' as const,
              key: label,
              label,
              children: said.map((phrase) => ({
                key: `${label} ${phrase}`,
                label: phrase,
                onClick: () => onPick(written + phrase),
              })),
            })),
          ...(keepable
            ? [
                { type: 'divider' as const },
                { key: 'keep', label: t('phrases.keep'), onClick: () => keep.mutate(text) },
              ]
            : []),
        ],
      }}
    >
      <Button size="small" icon={<MessageOutlined />} title={about}>
        {t('act.phrases')}
      </Button>
    </Dropdown>
  );
}
