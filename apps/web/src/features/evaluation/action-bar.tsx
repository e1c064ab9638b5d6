import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, Evaluation } from '../../api/evaluation-answers.js';
import { word } from '../../texts/language.js';
import { inWords } from '../../ui/in-words.js';
import { AssignDialog } from './assign-dialog.js';
import { ExpertDialog } from './expert-dialog.js';
import { ImportDialog } from './import-dialog.js';
import { type Remark, ReturnDialog } from './return-dialog.js';
import { SaveState } from './save-state.js';
import { STEPS, StepDialog } from './step-dialog.js';
import type { Editing } from './use-draft.js';

/** What is done through buttons here; editing and answering are done in their places. */
const BUTTONS = [
  'PassSecondReview',
  'PassFirstReview',
  'Submit',
  'SignForUnit',
  'CheckInUnit',
  'Return',
  'AnswerAsExpert',
  'AskExpert',
  'AssignReviewer',
  'RevokePass',
  'Recuse',
  'Withdraw',
  'ImportDraft',
];

/** What brings the matter on; the first of these stands out. */
const FORWARD = new Set(['PassSecondReview', 'PassFirstReview', 'Submit', 'SignForUnit', 'CheckInUnit']);

interface Props {
  readonly evaluation: Evaluation;
  readonly editing: Editing;
  readonly labels: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
  readonly onRemarks: (remarks: readonly Remark[]) => void;
}

/** What the person may do now, and, for what not, which rule forbids it. */
export function ActionBar({ evaluation, editing, labels, remarks, onRemarks }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  const allowed = BUTTONS.filter((action) => evaluation.actions.some((one) => one.action === action && one.allowed));
  const forbidden = evaluation.actions.filter((one) => !one.allowed);
  const editable = evaluation.actions.some((one) => one.action === 'EditDraft' && one.allowed);
  const step = STEPS.find((one) => one === open);
  return (
    <section className="panel actions">
      {allowed.map((action, n) => (
        <Button
          key={action}
          type={n === 0 && FORWARD.has(action) ? 'primary' : 'default'}
          danger={action === 'Return'}
          onClick={() => setOpen(action)}
        >
          {word(t, 'action', action)}
          {action === 'Return' && remarks.length > 0 && ` (${remarks.length})`}
        </Button>
      ))}
      {allowed.length === 0 && !editable && <span className="quiet">{t('evaluation.nothing')}</span>}
      <span className="bar-space" />
      {editable && <SaveState editing={editing} />}
      {forbidden.length > 0 && (
        <Button type="link" onClick={() => setOpen('why')}>
          {t('evaluation.why')}
        </Button>
      )}
      <Modal open={open === 'why'} title={t('evaluation.whyTitle')} footer={null} onCancel={close}>
        <Forbidden actions={forbidden} />
      </Modal>
      {step && <StepDialog step={step} evaluation={evaluation} labels={labels} remarks={remarks} onClose={close} />}
      {open === 'AskExpert' && <ExpertDialog evaluation={evaluation} onClose={close} />}
      {open === 'AssignReviewer' && <AssignDialog evaluation={evaluation} onClose={close} />}
      {open === 'Return' && (
        <ReturnDialog evaluation={evaluation} labels={labels} remarks={remarks} onRemarks={onRemarks} onClose={close} />
      )}
      {open === 'ImportDraft' && <ImportDialog evaluation={evaluation} labels={labels} onClose={close} />}
    </section>
  );
}

function Forbidden({ actions }: { readonly actions: readonly Action[] }) {
  const { t } = useTranslation();
  return (
    <dl className="forbidden">
      {actions.map(({ action, reason, rule }) => (
        <div key={action}>
          <dt>{word(t, 'action', action)}</dt>
          <dd>
            {reason && inWords(reason, t)}
            {rule && <span className="quiet"> {t('problem.rule', { rule })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
