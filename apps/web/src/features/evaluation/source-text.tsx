import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place, ReadSource } from './source-queries.js';

type Table = ReadSource['tables'][number];

interface Props {
  readonly source: ReadSource;
  readonly place: Place | undefined;
}

/** A document's text and tables in their order, with one place marked. */
export function SourceText({ source: { text, tables, name }, place }: Props) {
  const { t } = useTranslation();
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is brought into sight
  useEffect(() => mark.current?.scrollIntoView({ block: 'center', inline: 'center' }), [place]);
  const marked = (start: number, end: number): ReactNode => {
    const [from, to] = [Math.max(start, place?.start ?? 0), Math.min(end, place?.end ?? 0)];
    if (!place || from >= to) return text.slice(start, end);
    return (
      <>
        {text.slice(start, from)}
        <mark ref={mark}>{text.slice(from, to)}</mark>
        {text.slice(to, end)}
      </>
    );
  };
  const parts: ReactNode[] = [];
  let at = 0;
  for (const table of tables) {
    const first = Math.min(...table.cells.map(({ start }) => start));
    const last = Math.max(...table.cells.map(({ end }) => end));
    if (first > at) parts.push(<p key={at}>{marked(at, first)}</p>);
    parts.push(<SourceTable key={`t${table.number}`} table={table} marked={marked} />);
    at = Math.max(at, last);
  }
  parts.push(<p key={at}>{marked(at, text.length)}</p>);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys
    <section className="source-text" aria-label={t('source.text', { name })} tabIndex={0}>
      {parts}
    </section>
  );
}

function SourceTable({
  table,
  marked,
}: {
  readonly table: Table;
  readonly marked: (start: number, end: number) => ReactNode;
}) {
  const rows = new Map<number, Table['cells'][number][]>();
  for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return (
    <table>
      <tbody>
        {[...rows].map(([row, cells]) => (
          <tr key={row}>
            {cells.map(({ column, down, across, start, end }) => (
              <td key={column} rowSpan={down} colSpan={across}>
                {marked(start, end)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
