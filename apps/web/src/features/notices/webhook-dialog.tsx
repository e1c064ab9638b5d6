import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { ZH } from '../../texts/texts.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { newSecret } from './secret.js';

type Wish = components['schemas']['WebhookDto'];

const FORMATS = ['json', 'dingtalk', 'wecom'] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;
const KINDS = Object.keys(ZH.notices.kind) as Wish['kinds'];
/** What a group chat rarely wants to miss. */
const USUAL: Wish['kinds'] = ['submission-due', 'returned', 'approved', 'overdue-1-day', 'overdue-escalated'];

/** Says where else a division is told. The secret of a program is made here, shown once, and never told by the system again. */
export function WebhookDialog({
  divisionCode,
  onClose,
}: {
  readonly divisionCode: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Omit<Wish, 'divisionCode'>>();
  const format = Form.useWatch('format', form) ?? 'json';
  const add = useMutation({
    mutationFn: ({ secret, ...wish }: Omit<Wish, 'divisionCode'>) => {
      const signed = secret && wish.format !== 'wecom' ? { secret } : {};
      return answer(api.POST('/api/webhooks', { headers: ordering(), body: { divisionCode, ...wish, ...signed } }));
    },
    onSuccess: ({ name }, { format: added, secret }) => {
      void queries.invalidateQueries({ queryKey: ['webhooks'] });
      onClose();
      if (added !== 'json' || !secret) return;
      modal.success({
        title: t('webhook.secretTitle'),
        okText: t('webhook.secretKept'),
        content: (
          <>
            <p>{t('webhook.secretShown', { name })}</p>
            <p className="one-time secret">{secret}</p>
          </>
        ),
      });
    },
  });
  const rules = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <Modal
      open
      width={640}
      title={t('webhook.add')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={add.isPending}
    >
      <ProblemAlert error={add.error} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={add.mutate}
        initialValues={{ format: 'json', language: 'zh-CN', secret: newSecret(), kinds: USUAL }}
      >
        <Form.Item name="name" label={t('webhook.name')} rules={rules}>
          <Input maxLength={60} />
        </Form.Item>
        <div className="columns">
          <Form.Item name="format" label={t('webhook.format')}>
            <Select
              options={FORMATS.map((value) => ({ value, label: t(`webhook.formats.${value}`) }))}
              onChange={(next) => form.setFieldValue('secret', next === 'json' ? newSecret() : undefined)}
            />
          </Form.Item>
          <Form.Item name="language" label={t('noticeSettings.language')}>
            <Select options={LANGUAGES.map((value) => ({ value, label: t(`noticeSettings.languages.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="url" label={t('webhook.url')} extra={t('webhook.urlHint')} rules={rules}>
          <Input type="url" maxLength={2_000} autoComplete="off" spellCheck={false} />
        </Form.Item>
        {format === 'json' && (
          <Form.Item label={t('webhook.secret')} extra={t('webhook.secretHint')} htmlFor="webhook-secret">
            <div className="with-button">
              <Form.Item
                noStyle
                name="secret"
                rules={[{ required: true, min: 16, max: 200, message: t('webhook.secretLength') }]}
              >
                <Input id="webhook-secret" autoComplete="off" spellCheck={false} />
              </Form.Item>
              <Button onClick={() => form.setFieldValue('secret', newSecret())}>{t('webhook.anotherSecret')}</Button>
            </div>
          </Form.Item>
        )}
        {format === 'dingtalk' && (
          <Form.Item
            name="secret"
            label={t('webhook.robotSecret')}
            extra={t('webhook.robotSecretHint')}
            rules={[{ min: 16, max: 200, message: t('webhook.secretLength') }]}
          >
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
        )}
        <Form.Item
          name="kinds"
          label={t('webhook.kinds')}
          rules={[{ type: 'array', min: 1, message: t('webhook.kindsNeeded') }]}
        >
          <Checkbox.Group
            className="kinds"
            options={KINDS.map((value) => ({ value, label: t(`notices.kind.${value}`) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
