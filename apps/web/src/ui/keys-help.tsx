import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

/** The keys of the lists. */
export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const keys = [
    ['j', t('list.keyDown')],
    ['k', t('list.keyUp')],
    ['Enter', t('list.keyOpen')],
    ['?', t('list.keyHelp')],
  ];
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('list.keys')} width={320}>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
