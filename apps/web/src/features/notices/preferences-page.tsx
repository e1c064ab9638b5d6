import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { Loading } from '../../ui/loading.js';
import { PageHead } from '../../ui/page-head.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

type Wish = components['schemas']['PreferenceDto'];
type Preference = components['schemas']['PreferenceAnswer'];
type Kind = Wish['cadence'][number]['kind'];
type Cadence = Wish['cadence'][number]['cadence'];

/** The form: one field for each kind of notice. */
interface Written extends Omit<Wish, 'cadence' | 'email'> {
  readonly email: string;
  readonly cadence: Readonly<Record<Kind, Cadence>>;
}

const KEY = ['notice-preferences'];
const CADENCES = ['immediately', 'daily', 'never'] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;

/** When one is mailed, kind by kind, and when not. In-app notices come in any case. */
export function PreferencesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => answer(api.GET('/api/notifications/preferences')),
  });
  return (
    <>
      <PageHead title={t('noticeSettings.title')} />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading />}
      {data && !data.mailed && <Alert type="info" showIcon title={t('noticeSettings.notMailed')} />}
      {data && <PreferenceForm preference={data} />}
    </>
  );
}

function PreferenceForm({ preference }: { readonly preference: Preference }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const kinds = preference.cadence.map(({ kind }) => kind);
  const save = useMutation({
    mutationFn: ({ email, cadence, ...rest }: Written) =>
      answer(
        api.PUT('/api/notifications/preferences', {
          body: {
            ...rest,
            ...(email.trim() === '' ? {} : { email: email.trim() }),
            cadence: kinds.map((kind) => ({ kind, cadence: cadence[kind] })),
          },
        }),
      ),
    onSuccess: (saved) => {
      queries.setQueryData(KEY, saved);
      void message.success(t('noticeSettings.saved'));
    },
  });
  const initial: Written = {
    email: preference.email ?? '',
    language: preference.language,
    quietFrom: preference.quietFrom,
    quietTo: preference.quietTo,
    cadence: Object.fromEntries(preference.cadence.map(({ kind, cadence }) => [kind, cadence])) as Written['cadence'],
  };
  return (
    <Form className="narrow" layout="vertical" requiredMark={false} initialValues={initial} onFinish={save.mutate}>
      <ProblemAlert error={save.error} />
      <p className="quiet">{t('noticeSettings.always')}</p>
      <Form.Item name="email" label={t('noticeSettings.email')} extra={t('noticeSettings.emailHint')}>
        <Input type="email" autoComplete="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="language" label={t('noticeSettings.language')}>
        <Select options={LANGUAGES.map((value) => ({ value, label: t(`noticeSettings.languages.${value}`) }))} />
      </Form.Item>
      <Form.Item name="quietFrom" label={t('noticeSettings.quietFrom')} rules={[{ required: true }]}>
        <Input type="time" />
      </Form.Item>
      <Form.Item
        name="quietTo"
        label={t('noticeSettings.quietTo')}
        extra={t('noticeSettings.quietHint')}
        rules={[{ required: true }]}
      >
        <Input type="time" />
      </Form.Item>
      <h2>{t('noticeSettings.cadence')}</h2>
      {kinds.map((kind) => (
        <Form.Item key={kind} name={['cadence', kind]} label={t(`notices.kind.${kind}`)}>
          <Select options={CADENCES.map((value) => ({ value, label: t(`noticeSettings.cadences.${value}`) }))} />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  );
}
