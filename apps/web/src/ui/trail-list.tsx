import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TrailRow } from '../api/answers.js';
import { said, word } from '../texts/language.js';
import { showSecond } from './moments.js';

interface Props {
  readonly rows: readonly TrailRow[];
  /** The name of a place in the sheet. */
  readonly place: (path: string) => string;
  /** Whether rows are of many evaluations and name theirs. */
  readonly across?: boolean;
}

/** What happened, one line each: when, who, in which role, what, and every word and field of it to be opened. */
export function TrailList({ rows, place, across = false }: Props) {
  const { t } = useTranslation();
  return (
    <div className="scroll">
      <table className="grid cards trail" aria-label={t('menu.trail')}>
        <colgroup>
          {['position', 'time', 'person', 'type', ...(across ? ['unit'] : []), 'detail'].map((column) => (
            <col key={column} className={`trail-${column}`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="right">
              {t('trail.position')}
            </th>
            <th scope="col">{t('trail.time')}</th>
            <th scope="col">{t('trail.person')}</th>
            <th scope="col">{t('trail.type')}</th>
            {across && <th scope="col">{t('trail.unit')}</th>}
            <th scope="col">{t('trail.detail')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.position}>
              <td data-label={t('trail.position')} className="right number quiet">
                {row.position}
              </td>
              <td data-label={t('trail.time')} className="number">
                {showSecond(row.recordedAt)}
              </td>
              <td data-label={t('trail.person')}>
                {row.personName ?? (row.personId.startsWith('system:') ? t('trail.system') : row.personId)}
                {row.role !== 'system' && row.role !== 'none' && (
                  <div className="quiet small">{word(t, 'role', row.role)}</div>
                )}
              </td>
              <td data-label={t('trail.type')}>
                {word(t, 'event', row.type)} {row.refused && <span className="tag tone-red">{t('trail.refused')}</span>}
              </td>
              {across && (
                <td data-label={t('trail.unit')}>
                  {row.evaluationId ? (
                    <Link to={`/evaluations/${encodeURIComponent(row.evaluationId)}?tab=trail`}>
                      {row.unitName ?? row.evaluationId}
                    </Link>
                  ) : (
                    (row.unitName ?? t('common.none'))
                  )}
                </td>
              )}
              <td className="wide">
                <Detail row={row} place={place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Told {
  readonly opinion?: string;
  readonly reason?: string;
  readonly answer?: string;
  readonly comment?: string;
  /** What an expert is asked; on what a rectification rests; what was said beside a result or a reminder. */
  readonly question?: string;
  readonly basis?: string;
  readonly note?: string;
  readonly code?: string;
  readonly rule?: string;
  readonly version?: number;
  readonly login?: string;
  /** What an auditor read or searched for. */
  readonly target?: string | { readonly personId?: string; readonly position?: number };
  readonly asked?: Readonly<Record<string, string>>;
  /** What a proof of identity was given with, and of what kind a second factor is. */
  readonly with?: string;
  readonly kind?: string;
  readonly factors?: readonly { readonly kind: string }[];
  readonly subject?: string;
  readonly document?: { readonly name: string };
  readonly items?: readonly { readonly path: string; readonly text: string }[];
  readonly changes?: readonly { readonly path: string; readonly before: unknown; readonly after: unknown }[];
  /** What the system found, or what a rectification orders in words. */
  readonly findings?: readonly {
    readonly id: string;
    readonly message?: { readonly zh: string; readonly en: string };
    readonly text?: string;
  }[];
}

/** A code of the API, which is for programs. */
const CODE = /^[a-z]+\.[a-z-]+$/;

function Detail({ row, place }: { readonly row: TrailRow; readonly place: (path: string) => string }) {
  const { t, i18n } = useTranslation();
  const told = (row.data ?? {}) as Told;
  const { opinion, reason, answer, comment, version, items, changes, findings, document, rule, login } = told;
  // Log-ins and log-outs give a reason out of a few; people write theirs in words.
  const why = (given: string | undefined) =>
    // Never as a default value: of that, i18next would take the braces and `$t(…)` for its own.
    given && !CODE.test(given) && (i18n.exists(`trail.why.${given}`) ? t(`trail.why.${given as 'asked'}`) : given);
  const proofs = [told.with, told.kind, ...(told.factors ?? []).map(({ kind }) => kind)].map(
    (one) => one && t(`trail.proof.${one as 'totp'}`, { defaultValue: '' }),
  );
  const written = [opinion, why(reason), answer, comment, told.question, told.basis, told.note];
  const words = [document?.name, login, told.subject, ...proofs, ...written].filter(
    (one) => typeof one === 'string' && one !== '',
  );
  const looked = [typeof told.target === 'string' ? told.target : '', ...Object.values(told.asked ?? {})].filter(
    Boolean,
  );
  return (
    <>
      {row.erasedBy !== null && <span className="tag">{t('workbench.erased', { by: row.erasedBy })}</span>}
      {!row.refused && looked.length > 0 && <span className="quiet">{looked.join(' · ')} </span>}
      {version !== undefined && <span className="quiet">{t('list.version', { version })} </span>}
      {words.join(' · ')}
      {rule && <span className="quiet"> {t('problem.rule', { rule })}</span>}
      {items?.map(({ path, text }) => (
        <div key={path + text}>
          <span className="strong">{place(path)}</span> {text}
        </div>
      ))}
      {changes && changes.length > 0 && (
        <details>
          <summary>{t('trail.changes', { count: changes.length })}</summary>
          <table className="changes">
            <tbody>
              {changes.map(({ path, before, after }) => (
                <tr key={path}>
                  <th scope="row">{place(path)}</th>
                  <td>
                    <del>{brief(before)}</del>
                  </td>
                  <td>
                    <ins>{brief(after)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {findings && findings.length > 0 && (
        <details>
          <summary>{`${t('menu.findings')} ${findings.length}`}</summary>
          {findings.map(({ id, message, text }) => (
            <div key={id}>{message ? said(message) : text}</div>
          ))}
        </details>
      )}
      {row.refused && typeof row.data?.command === 'string' && (
        <span className="quiet"> {word(t, 'action', row.data.command)}</span>
      )}
    </>
  );
}

/** A value in few words; nothing for what was absent. */
function brief(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  const { value: amount, unit, name } = value as { value?: string | null; unit?: string; name?: string };
  if (unit !== undefined) return `${amount ?? '—'} ${unit}`;
  return name ?? JSON.stringify(value);
}
