import { BellOutlined } from '@ant-design/icons';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, ordering } from '../../api/client.js';
import { ProblemAlert } from '../../ui/problem-alert.js';

/** When the step it is at should be done; null: it is decided, or not counted yet. */
export const deadlineQuery = (id: string, streamVersion: number) =>
  queryOptions({
    queryKey: ['evaluation', id, 'deadline', streamVersion],
    queryFn: () => answer(api.GET('/api/evaluations/{id}/deadline', { params: { path: { id } } })),
  });

/** 催办: asks those whose turn it is to go on. */
export function RemindButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<BellOutlined />} onClick={() => setOpen(true)}>
        {t('deadline.remind')}
      </Button>
      {open && <RemindDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}

function RemindDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ note?: string }>();
  const remind = useMutation({
    mutationFn: ({ note }: { note?: string }) =>
      answer(
        api.POST('/api/evaluations/{id}/reminders', {
          params: { path: { id } },
          headers: ordering(),
          body: note?.trim() ? { note: note.trim() } : {},
        }),
      ),
    onSuccess: () => {
      void message.success(t('deadline.reminded'));
      void queries.invalidateQueries({ queryKey: ['evaluation', id] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('deadline.remind')}
      okText={t('deadline.remind')}
      cancelText={t('common.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      confirmLoading={remind.isPending}
    >
      <ProblemAlert error={remind.error} />
      <p className="quiet">{t('deadline.remindWhy')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={remind.mutate}>
        <Form.Item name="note" label={t('deadline.note')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
