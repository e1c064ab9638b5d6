import { useTranslation } from 'react-i18next';

/** Whether what stands beside it was read in its source, or is general knowledge and shown as nothing more. */
export function SourceTag({ sourceRead }: { readonly sourceRead: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`tag ${sourceRead ? 'tone-green' : 'tone-amber'}`}>
      {t(sourceRead ? 'schemes.sourceRead' : 'schemes.sourceUnread')}
    </span>
  );
}
