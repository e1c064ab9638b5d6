import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedIndicator, Comparison, Difference } from './compare.js';
import type { IndicatorRow, SchemeFile } from './scheme-file.js';
import { Meaning } from './scheme-names.js';
import { IndicatorRule } from './scheme-tree.js';
import { SchemePart } from './scheme-whole.js';

interface Props {
  readonly a: SchemeFile;
  readonly b: SchemeFile;
  readonly comparison: Comparison;
  /** What is the same is shown as well. */
  readonly whole: boolean;
}

const COUNTED = ['added', 'removed', 'changed', 'same'] as const satisfies readonly Difference[];
const TONES: Readonly<Record<Difference, string>> = {
  added: 'tone-green',
  removed: 'tone-red',
  changed: 'tone-amber',
  same: 'tone-grey',
};

/** Both schemes beside each other, every difference marked with a word and a colour. */
export function ComparedSchemes({ a, b, comparison: { indicators, names, parts }, whole }: Props) {
  const { t } = useTranslation();
  const shown = (one: { readonly difference: Difference }): boolean => whole || one.difference !== 'same';
  const counts = Object.fromEntries(
    COUNTED.map((kind) => [kind, indicators.filter(({ difference }) => difference === kind).length]),
  ) as Record<Difference, number>;
  const differing = names.filter(({ difference }) => difference !== 'same');
  if (parts.length + differing.length + indicators.length === counts.same && !whole)
    return <p role="status">{t('schemes.identical')}</p>;
  return (
    <>
      <p role="status">{t('schemes.differences', counts)}</p>
      <Sides label={t('schemes.tree')} first={t('schemes.indicator')}>
        {indicators.filter(shown).map((one) => (
          <tr key={one.id}>
            <td className="wide">
              <IndicatorName one={one} />
            </td>
            <Side name={t('schemes.first')} row={one.before} />
            <Side name={t('schemes.second')} row={one.after} />
          </tr>
        ))}
      </Sides>
      {parts.length > 0 && (
        <section className="after-section">
          <h2>{t('schemes.partsDiffer')}</h2>
          <Sides label={t('schemes.partsDiffer')} first={t('schemes.name')}>
            {parts.map((part) => (
              <tr key={part}>
                <td className="wide strong">{t(`schemes.part.${part}`)}</td>
                <td data-label={t('schemes.first')}>
                  <SchemePart file={a} part={part} />
                </td>
                <td data-label={t('schemes.second')}>
                  <SchemePart file={b} part={part} />
                </td>
              </tr>
            ))}
          </Sides>
        </section>
      )}
      {differing.length > 0 && (
        <section className="after-section">
          <h2>{t('schemes.namesDiffer')}</h2>
          <Sides label={t('schemes.namesDiffer')} first={t('schemes.word')}>
            {differing.map(({ name, difference }) => (
              <tr key={name}>
                <td className="wide">
                  <span className="strong">{name}</span> <Mark difference={difference} />
                </td>
                {[a.names[name], b.names[name]].map((is, n) => (
                  <td key={n === 0 ? 'a' : 'b'} data-label={t(n === 0 ? 'schemes.first' : 'schemes.second')}>
                    {is ? <Meaning name={is} /> : t('common.none')}
                  </td>
                ))}
              </tr>
            ))}
          </Sides>
        </section>
      )}
    </>
  );
}

function Sides({
  label,
  first,
  children,
}: {
  readonly label: string;
  readonly first: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <table className="grid cards scheme-compared" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col">{t('schemes.first')}</th>
          <th scope="col">{t('schemes.second')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function IndicatorName({ one: { difference, aspects, before, after } }: { readonly one: ComparedIndicator }) {
  const { t } = useTranslation();
  const row = after ?? before;
  return (
    <>
      <span className="strong">{row?.indicator.name}</span> <Mark difference={difference} />
      <div className="quiet small">{row?.above.join(' / ')}</div>
      {aspects.length > 0 && (
        <div className="small">{aspects.map((aspect) => t(`schemes.aspect.${aspect}`)).join(' · ')}</div>
      )}
    </>
  );
}

function Mark({ difference }: { readonly difference: Difference }) {
  const { t } = useTranslation();
  return <span className={`tag ${TONES[difference]}`}>{t(`schemes.difference.${difference}`)}</span>;
}

function Side({ name, row }: { readonly name: string; readonly row: IndicatorRow | undefined }) {
  const { t } = useTranslation();
  return (
    <td data-label={name}>
      {row ? (
        <>
          <div>
            {row.indicator.name} <span className="strong number">{row.indicator.points}</span>
          </div>
          {row.indicator.rule && <IndicatorRule indicator={row.indicator} />}
        </>
      ) : (
        t('common.none')
      )}
    </td>
  );
}
