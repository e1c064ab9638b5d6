import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from './side-by-side.js';

interface Props<V> {
  readonly title: string;
  /** What the lines are. */
  readonly first: string;
  /** Of the evaluations, in their order. */
  readonly names: readonly string[];
  readonly lines: readonly Line<V>[];
  /** What is the same is shown as well. */
  readonly whole: boolean;
  readonly show: (value: V, line: Line<V>) => ReactNode;
  /** What stands beside the name of a line. */
  readonly beside?: (line: Line<V>) => ReactNode;
}

/**
 * What the evaluations say, line by line; where they differ there is a sign and a word, not a colour alone. Nothing where
 * none of them says anything.
 */
export function ComparedTable<V>({ title, first, names, lines, whole, show, beside }: Props<V>) {
  const { t } = useTranslation();
  const shown = lines.filter(({ differs }) => whole || differs);
  if (lines.length === 0) return null;
  return (
    <section className="panel">
      <h2>{title}</h2>
      <p className="quiet small">
        {t('compare.differing', { count: lines.filter(({ differs }) => differs).length, of: lines.length })}
      </p>
      {shown.length > 0 && (
        <table className="grid cards compared" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {names.map((name, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the evaluations keep their places, and two may be of one unit
                <th key={n} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.key} className={line.differs ? 'differs' : undefined}>
                <td className="wide" style={{ paddingLeft: 12 + line.depth * 18 }}>
                  <span className={line.depth === 0 ? 'strong' : undefined}>{line.name}</span>{' '}
                  {line.differs && (
                    <span className="tag tone-amber small">
                      <span aria-hidden="true">≠ </span>
                      {t('compare.differs')}
                    </span>
                  )}{' '}
                  {beside?.(line)}
                </td>
                {line.values.map((value, n) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={n} data-label={names[n]}>
                    {value === undefined ? t('common.none') : show(value, line)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
