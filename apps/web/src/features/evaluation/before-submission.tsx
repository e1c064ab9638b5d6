import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.js';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { said } from '../../texts/language.js';
import { SeverityTag } from '../../ui/severity-tag.js';
import { nameOf, pathOf } from './fields.js';

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly onGo: (place: string) => void;
  readonly onClose: () => void;
}

/** Everything that stands between this content and its submission, each with the way to it. */
export function BeforeSubmission({ evaluation, labels, onGo, onClose }: Props) {
  const { t } = useTranslation();
  const { sheet, findings, returned, stage, checkedBy, task } = evaluation;
  const { data: campaign } = useQuery({
    queryKey: ['campaigns', task.campaignId],
    queryFn: () => answer(api.GET('/api/campaigns/{id}', { params: { path: { id: task.campaignId } } })),
  });
  const open = findings.filter((one) => one.open && one.severity !== 'ERROR');
  const empty = (campaign?.sections ?? []).filter((section) => !sheet.sections[section]?.trim());
  const unanswered = returned.filter(({ answer: said, fixed }) => said === null && !fixed);
  const count = open.length + empty.length + unanswered.length;
  const go = (place: string) => () => {
    onClose();
    onGo(place);
  };
  const steps = [
    ['check', checkedBy !== null],
    ['sign', stage === 'UNIT_SIGNED'],
    ['submit', false],
  ] as const;
  return (
    <Modal open title={t('desk.before')} footer={null} onCancel={onClose} width={640}>
      <p className={count === 0 ? 'good' : 'strong'}>{count === 0 ? t('desk.ready') : t('desk.blocks', { count })}</p>
      <Part title={t('desk.findings')} count={open.length}>
        {open.map(({ id, severity, title, at }) => (
          <li key={id}>
            <SeverityTag severity={severity} /> {said(title)}{' '}
            <Go name={said(title)} onGo={go(at[0]?.pointer ?? '/figures')} />
          </li>
        ))}
      </Part>
      <Part title={t('desk.sections')} count={empty.length}>
        {empty.map((section) => {
          const path = pathOf('sections', section);
          const name = nameOf(path, sheet, labels, t);
          return (
            <li key={section}>
              {name} <Go name={name} onGo={go(path)} />
            </li>
          );
        })}
      </Part>
      <Part title={t('desk.returns')} count={unanswered.length}>
        {unanswered.map(({ id, path, text }) => (
          <li key={id}>
            {text} <Go name={text} onGo={go(path)} />
          </li>
        ))}
      </Part>
      <Part title={t('desk.steps')} count={steps.length}>
        {steps.map(([step, done]) => (
          <li key={step}>
            {t(`desk.step.${step}`)}{' '}
            <span className={done ? 'good small' : 'quiet small'}>{t(done ? 'desk.done' : 'desk.waits')}</span>
          </li>
        ))}
      </Part>
    </Modal>
  );
}

function Part({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: React.ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="before">{children}</ul>
    </section>
  );
}

function Go({ name, onGo }: { readonly name: string; readonly onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="link" size="small" aria-label={`${t('desk.goTo')}: ${name}`} onClick={onGo}>
      {t('desk.goTo')}
    </Button>
  );
}
