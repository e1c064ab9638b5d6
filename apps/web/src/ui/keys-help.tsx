import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Which key does what on this page, besides the one that shows this. */
  readonly keys: readonly (readonly [key: string, what: string])[];
}

/** The keys of a page. */
export function KeysHelp({ open, onClose, keys }: Props) {
  const { t } = useTranslation();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('list.keys')} width={320}>
      <dl className="keys">
        {[...keys, ['/', t('search.key')] as const, ['?', t('list.keyHelp')] as const].map(([key, what]) => (
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
