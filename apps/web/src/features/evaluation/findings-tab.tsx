import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation, Finding } from '../../api/evaluation-answers.js';
import { said } from '../../texts/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { GrowingText } from '../../ui/growing-text.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SeverityTag } from '../../ui/severity-tag.js';
import { useCommand } from './commands.js';
import { nameOf } from './fields.js';

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly onGo: (place: string) => void;
}

/** What the cross-checks found; the unit answers warnings here, the second reviewer waives errors. */
export function FindingsTab({ evaluation, labels, onGo }: Props) {
  const { t } = useTranslation();
  const { findings } = evaluation;
  if (findings.length === 0) return <EmptyState title={t('finding.none')} />;
  return (
    <ul className="finding-list">
      {[...findings]
        .sort((a, b) => Number(b.open) - Number(a.open))
        .map((finding) => (
          <Item key={finding.id} finding={finding} evaluation={evaluation} labels={labels} onGo={onGo} />
        ))}
    </ul>
  );
}

function Item({ finding, evaluation, labels, onGo }: Props & { readonly finding: Finding }) {
  const { t } = useTranslation();
  const { severity, title, message, at, answer, waiver, open, rule, id } = finding;
  const may = (action: string): boolean => evaluation.actions.some((one) => one.action === action && one.allowed);
  return (
    <li className={open ? 'finding' : 'finding closed'}>
      <SeverityTag severity={severity} />
      <div className="finding-body">
        <div>
          <span className="strong">{said(title)}</span> <span className="quiet small">{rule}</span>{' '}
          {severity !== 'INFO' && (
            <span className={`small ${open ? 'bad' : 'good'}`}>{open ? t('finding.open') : t('finding.settled')}</span>
          )}
        </div>
        <div>{said(message)}</div>
        <div className="places">
          {at.map(({ pointer }) => (
            <Button key={pointer} type="link" size="small" onClick={() => onGo(pointer)}>
              {nameOf(pointer, evaluation.sheet, labels, t)}
            </Button>
          ))}
        </div>
        {answer && (
          <blockquote>
            <span className="quiet">{t('finding.answerOf', { version: answer.version })}</span> {answer.text}
          </blockquote>
        )}
        {waiver && (
          <blockquote>
            <span className="quiet">{t('finding.waivedBy', { name: evaluation.names[waiver.by] ?? waiver.by })}</span>{' '}
            {waiver.reason}
          </blockquote>
        )}
        {severity === 'WARN' && may('AnswerFinding') && (
          <Reply
            evaluation={evaluation}
            label={t('finding.answer')}
            name={`${t('finding.answer')}: ${said(message)}`}
            wish={(text) => ({ type: 'AnswerFinding', findingId: id, answer: text })}
          />
        )}
        {severity === 'ERROR' && !waiver && may('WaiveFinding') && (
          <Reply
            evaluation={evaluation}
            label={t('finding.waive')}
            name={`${t('finding.reason')}: ${said(message)}`}
            wish={(text) => ({ type: 'WaiveFinding', findingId: id, reason: text })}
          />
        )}
      </div>
    </li>
  );
}

interface ReplyProps {
  readonly evaluation: Evaluation;
  readonly label: string;
  readonly name: string;
  readonly wish: (text: string) => Parameters<ReturnType<typeof useCommand>['mutate']>[0];
}

/** A few words and the command they go with. */
export function Reply({ evaluation, label, name, wish }: ReplyProps) {
  const [text, setText] = useState('');
  const command = useCommand(evaluation.id, evaluation.streamVersion);
  return (
    <>
      <div className="reply">
        <GrowingText
          value={text}
          maxLength={2_000}
          aria-label={name}
          onChange={({ target }) => setText(target.value)}
        />
        <Button
          disabled={text.trim() === ''}
          loading={command.isPending}
          onClick={() => command.mutate(wish(text.trim()), { onSuccess: () => setText('') })}
        >
          {label}
        </Button>
      </div>
      <ProblemAlert error={command.error} />
    </>
  );
}
