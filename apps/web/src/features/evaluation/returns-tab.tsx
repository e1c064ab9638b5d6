import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../api/evaluation-answers.js';
import { EmptyState } from '../../ui/empty-state.js';
import { EnclosedFiles } from './enclosed-files.js';
import { nameOf } from './fields.js';
import { Reply } from './findings-tab.js';

interface Props {
  readonly evaluation: Evaluation;
  readonly labels: ReadonlyMap<string, string>;
  readonly onGo: (place: string) => void;
}

/** The items of the last return; each is settled by an answer or by a change at its place. */
export function ReturnsTab({ evaluation, labels, onGo }: Props) {
  const { t } = useTranslation();
  if (evaluation.returned.length === 0) return <EmptyState title={t('returns.none')} />;
  const mayAnswer = evaluation.stage === 'DRAFT' && evaluation.myRoles.includes('unit-preparer');
  return (
    <ul className="finding-list">
      {evaluation.returned.map((item) => {
        const state = item.answer !== null ? 'settled' : item.fixed ? 'fixed' : 'open';
        return (
          <li key={item.id} className={state === 'open' ? 'finding' : 'finding closed'}>
            <span className={`tag ${state === 'open' ? 'tone-amber' : 'tone-green'}`}>{t(`returns.${state}`)}</span>
            <div className="finding-body">
              <Button type="link" size="small" className="flush" onClick={() => onGo(item.path)}>
                {nameOf(item.path, evaluation.sheet, labels, t)}
              </Button>
              <div>{item.text}</div>
              <EnclosedFiles id={evaluation.id} {...(item.attachments && { files: item.attachments })} />
              {item.answer !== null && <blockquote>{t('returns.was', { text: item.answer })}</blockquote>}
              {mayAnswer && item.answer === null && (
                <Reply
                  evaluation={evaluation}
                  label={t('returns.send')}
                  name={`${t('returns.answer')}: ${item.text}`}
                  wish={(text) => ({ type: 'AnswerItem', itemId: item.id, answer: text })}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
