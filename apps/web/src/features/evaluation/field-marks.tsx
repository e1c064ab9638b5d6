import { CommentOutlined, ExclamationCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Evaluation, FieldValue } from '../../api/evaluation-answers.js';
import { said } from '../../texts/language.js';
import { inMain } from '../../ui/in-main.js';
import { SeverityTag } from '../../ui/severity-tag.js';
import type { Draft } from './draft.js';
import { openAt, unansweredAt } from './said-of-field.js';
import type { Hand } from './use-draft.js';

interface Props {
  readonly findings: Evaluation['findings'];
  readonly returned: Evaluation['returned'];
  readonly conflicts: Draft['conflicts'];
  readonly hand: Hand;
  readonly path: string;
  readonly name: string;
  readonly onRemark?: (path: string) => void;
}

/** What is said of one field, beside it. */
export function FieldMarks({ findings: all, returned, conflicts, hand, path, name, onRemark }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const findings = openAt(all, path);
  const items = unansweredAt(returned, path);
  const conflict = conflicts.get(path);
  if (findings.length === 0 && items.length === 0 && !conflict && !onRemark) return null;
  return (
    <span className="marks">
      {findings.length > 0 && (
        <Popover
          trigger="click"
          getPopupContainer={inMain}
          content={findings.map((one) => (
            <p key={one.id} className="popover-text">
              <SeverityTag severity={one.severity} /> {said(one.message)}
            </p>
          ))}
        >
          <Button
            type="text"
            size="small"
            className="bad"
            icon={<ExclamationCircleOutlined />}
            aria-label={`${t('evaluation.tabs.findings')}: ${name}`}
          />
        </Popover>
      )}
      {items.length > 0 && (
        <Popover
          trigger="click"
          getPopupContainer={inMain}
          content={items.map((one) => (
            <p key={one.id} className="popover-text">
              {one.text}
            </p>
          ))}
        >
          <Button
            type="text"
            size="small"
            className="warn"
            icon={<RollbackOutlined />}
            aria-label={`${t('evaluation.tabs.returns')}: ${name}`}
          />
        </Popover>
      )}
      {onRemark && (
        <Button
          type="text"
          size="small"
          className="remark-button"
          icon={<CommentOutlined />}
          aria-label={`${t('act.markHere')}: ${name}`}
          onClick={() => {
            onRemark(path);
            void message.info(t('act.noted', { name }));
          }}
        />
      )}
      {conflict && (
        <div className="conflict" role="alert">
          <div className="strong">{t('conflict.title')}</div>
          <div>
            {t('conflict.theirs')}: {shown(conflict.theirs) ?? t('sheet.empty')}
          </div>
          <div>
            {t('conflict.mine')}: {shown(conflict.mine) ?? t('sheet.empty')}
          </div>
          <Button size="small" onClick={() => hand.settle(path, 'theirs')}>
            {t('conflict.useTheirs')}
          </Button>{' '}
          <Button size="small" type="primary" onClick={() => hand.settle(path, 'mine')}>
            {t('conflict.useMine')}
          </Button>
        </div>
      )}
    </span>
  );
}

/** A value in one line. */
export function shown(value: FieldValue | null): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return value.length > 120 ? `${value.slice(0, 120)}…` : value;
  if ('size' in value) return value.name;
  if ('name' in value) return `${value.name}: ${value.actual ?? '—'} / ${value.target ?? '—'} (${value.points ?? '—'})`;
  if ('unit' in value) return value.value === null ? undefined : `${value.value} ${value.unit}`;
  return Object.values(value)
    .map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part)))
    .join(' ');
}
