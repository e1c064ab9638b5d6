import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../api/answers.js';
import { answer, api } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useChange } from './use-change.js';

/** Says which identity of the OpenID provider opens the account, or that none does any more. */
export function ExternalIdentityDialog({
  account,
  onClose,
}: {
  readonly account: Account;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly subject: string }>();
  const at = { params: { path: { id: account.id } } };
  const { data, error } = useQuery({
    queryKey: ['external-identity', account.id],
    staleTime: 0,
    queryFn: () => answer(api.GET('/api/accounts/{id}/external-identity', at)),
  });
  const link = useChange(
    'external-identity',
    ({ subject }: { readonly subject: string }) =>
      answer(api.PUT('/api/accounts/{id}/external-identity', { ...at, body: { subject: subject.trim() } })),
    onClose,
  );
  const unlink = useChange(
    'external-identity',
    () => answer(api.DELETE('/api/accounts/{id}/external-identity', at)),
    onClose,
  );
  const linked = data?.[0];
  return (
    <Modal
      open
      title={`${t('signOn.linkTitle')} · ${account.login}`}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: linked !== undefined }}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={link.isPending}
    >
      <ProblemAlert error={error ?? link.error ?? unlink.error} />
      {linked ? (
        <p>
          {t('signOn.linked', { subject: linked.subject })}{' '}
          <Popconfirm
            title={t('signOn.unlinkConfirm')}
            okText={t('signOn.unlink')}
            cancelText={t('common.cancel')}
            onConfirm={() => unlink.mutate(undefined)}
          >
            <Button size="small">{t('signOn.unlink')}</Button>
          </Popconfirm>
        </p>
      ) : (
        <>
          <p>{t('signOn.none')}</p>
          <Form form={form} layout="vertical" requiredMark={false} onFinish={link.mutate}>
            <Form.Item
              name="subject"
              label={t('signOn.subject')}
              rules={[{ required: true, message: t('common.required') }]}
            >
              <Input autoComplete="off" spellCheck={false} maxLength={255} />
            </Form.Item>
          </Form>
        </>
      )}
    </Modal>
  );
}
