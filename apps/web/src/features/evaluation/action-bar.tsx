import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conflictsQuery } from '../../api/conflicts.js';
import type { Action, Evaluation } from '../../api/evaluation-answers.js';
import { REVIEWING } from '../../session/session.js';
import { word } from '../../texts/language.js';
import { ConflictDialog } from '../../ui/conflict-dialog.js';
import { inWords } from '../../ui/in-words.js';
import { KeysHelp } from '../../ui/keys-help.js';
import { useKeys } from '../../ui/use-keys.js';
import { AssignDialog } from './assign-dialog.js';
import { BeforeSubmission } from './before-submission.js';
import { CONCLUDING, ConclusionDialog } from './conclusion-dialog.js';
import { ExpertDialog } from './expert-dialog.js';
import { ImportDialog } from './import-dialog.js';
import { type Remark, ReturnDialog } from './return-dialog.js';
import { SaveState } from './save-state.js';
import { STEPS, StepDialog } from './step-dialog.js';
import type { Editing } from './use-draft.js';

/** What is done through buttons here; editing and answering are done in their places. */
const BUTTONS = [
  'RecordRecheck',
  'Finalize',
  'Publish',
  'OrderRectification',
  'CorrectPublication',
  'Archive',
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
const FORWARD = new Set([
  'RecordRecheck',
  'Finalize',
  'Publish',
  'PassSecondReview',
  'PassFirstReview',
  'Submit',
  'SignForUnit',
  'CheckInUnit',
]);

const IN_UNIT: readonly string[] = ['DRAFT', 'UNIT_CHECKED', 'UNIT_SIGNED'];
const BEFORE_APPROVAL: readonly string[] = [...IN_UNIT, 'SUBMITTED', 'FIRST_PASSED'];

interface Props {
  readonly evaluation: Evaluation;
  readonly editing: Editing;
  readonly labels: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
  readonly onRemarks: (remarks: readonly Remark[]) => void;
  readonly onGo: (place: string) => void;
}

/** What the person may do now, and, for what not, which rule forbids it. */
export function ActionBar({ evaluation, editing, labels, remarks, onRemarks, onGo }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  const allowed = BUTTONS.filter((action) => evaluation.actions.some((one) => one.action === action && one.allowed));
  const forbidden = evaluation.actions.filter((one) => !one.allowed);
  const inUnit = IN_UNIT.includes(evaluation.stage);
  const editable = evaluation.actions.some((one) => one.action === 'EditDraft' && one.allowed);
  const step = STEPS.find((one) => one === open);
  const concluding = CONCLUDING.find((one) => one === open);
  const forward = allowed.find((action) => FORWARD.has(action));
  const mayDeclare = useMayDeclare(evaluation);
  useKeys({
    p: () => forward && setOpen(forward),
    r: () => allowed.includes('Return') && setOpen('Return'),
    '?': () => setOpen('keys'),
  });
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
      {inUnit && <Button onClick={() => setOpen('before')}>{t('desk.before')}</Button>}
      {mayDeclare && <Button onClick={() => setOpen('conflict')}>{t('recusal.declare')}</Button>}
      {forbidden.length > 0 && (
        <Button type="link" onClick={() => setOpen('why')}>
          {t('evaluation.why')}
        </Button>
      )}
      <Modal open={open === 'why'} title={t('evaluation.whyTitle')} footer={null} onCancel={close}>
        <Forbidden actions={forbidden} />
      </Modal>
      {open === 'conflict' && (
        <ConflictDialog units={[{ id: evaluation.task.unitId, name: evaluation.task.unitName }]} onClose={close} />
      )}
      {open === 'before' && <BeforeSubmission evaluation={evaluation} labels={labels} onGo={onGo} onClose={close} />}
      <KeysHelp
        open={open === 'keys'}
        onClose={close}
        keys={[
          ...(forward ? ([['p', word(t, 'action', forward)]] as const) : []),
          ...(allowed.includes('Return') ? ([['r', word(t, 'action', 'Return')]] as const) : []),
          ['n', t('desk.next')],
        ]}
      />
      {step && <StepDialog step={step} evaluation={evaluation} labels={labels} remarks={remarks} onClose={close} />}
      {concluding && <ConclusionDialog step={concluding} evaluation={evaluation} onClose={close} />}
      {open === 'AskExpert' && <ExpertDialog evaluation={evaluation} onClose={close} />}
      {open === 'AssignReviewer' && <AssignDialog evaluation={evaluation} onClose={close} />}
      {open === 'Return' && (
        <ReturnDialog evaluation={evaluation} labels={labels} remarks={remarks} onRemarks={onRemarks} onClose={close} />
      )}
      {open === 'ImportDraft' && <ImportDialog evaluation={evaluation} labels={labels} onClose={close} />}
    </section>
  );
}

/** Whether the person is to review this unit's matter and has not declared a conflict of interest with it. */
function useMayDeclare({ task, stage, myRoles }: Evaluation): boolean {
  const reviews = BEFORE_APPROVAL.includes(stage) && myRoles.some((role) => REVIEWING.includes(role));
  const { data: declared } = useQuery({ ...conflictsQuery, enabled: reviews });
  return reviews && declared !== undefined && !declared.some(({ unitId }) => unitId === task.unitId);
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
