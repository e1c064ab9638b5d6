import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Problem, Refused } from '../api/problem.js';
import { inWords } from './in-words.js';

/** A refusal or a fault in words: what was refused, by which rule, and where the fault lies. Nothing when there is none. */
export function ProblemAlert({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  const problem = error instanceof Refused ? error.problem : undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={problem ? inWords(problem.detail, t) : t('problem.unreachable')}
      description={problem && <Details problem={problem} />}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}

function Details({ problem: { rule, errors, detail, status, requestId } }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const located = errors?.filter(({ message }) => message !== detail) ?? [];
  return (
    <>
      {rule && <div>{t('problem.rule', { rule })}</div>}
      {located.map(({ pointer, message }) => (
        <div key={pointer}>
          <code>{pointer}</code> {message}
        </div>
      ))}
      {status >= 500 && requestId && <div>{t('problem.request', { id: requestId })}</div>}
    </>
  );
}
