import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../ui/problem-alert.js';
import type { Editing } from './use-draft.js';

const TONES = {
  saved: 'good',
  saving: 'quiet',
  unsaved: 'quiet',
  failed: 'bad',
  conflict: 'bad',
  malformed: 'bad',
} as const;

/** Whether what was typed is safe. */
export function SaveState({ editing: { state, draft, error, save } }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const text = {
    saved: t('save.saved'),
    saving: t('save.saving'),
    unsaved: t('save.unsaved'),
    failed: t('save.failed'),
    conflict: t('save.conflict', { count: draft.conflicts.size }),
    malformed: t('save.invalid', { count: draft.malformed.size }),
  }[state];
  return (
    <>
      <span role="status" aria-live="polite" className={`save-state ${TONES[state]}`} data-state={state}>
        {text}
      </span>
      {state === 'failed' && (
        <>
          <Button size="small" onClick={save}>
            {t('save.retry')}
          </Button>
          <div className="save-problem">
            <ProblemAlert error={error} />
          </div>
        </>
      )}
    </>
  );
}
