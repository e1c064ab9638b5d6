import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/answers.js';
import { confirming } from '../api/client.js';
import { ProofForm } from './proof-form.js';
import { sessionQuery } from './session.js';

/** Asks for a fresh proof of identity; what was asked for goes on behind it, as it was. */
export function ConfirmationDialog({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const closed = useSyncExternalStore(confirming.subscribe, () => confirming.isClosed);
  return (
    <Modal
      open={closed}
      title={t('factor.confirm')}
      footer={null}
      onCancel={() => confirming.abandon(new Error('the person does not confirm'))}
      mask={{ closable: false }}
      destroyOnHidden
      zIndex={1100}
    >
      <p>{t('factor.confirmWhy')}</p>
      <ProofForm
        session={session}
        onProved={(proved) => {
          queries.setQueryData(sessionQuery.queryKey, proved);
          confirming.open();
        }}
      />
    </Modal>
  );
}
