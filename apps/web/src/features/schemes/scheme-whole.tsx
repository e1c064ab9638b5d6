import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { word } from '../../texts/language.js';
import { PARTS, type Part } from './compare.js';
import { capsInWords, deviationInWords } from './rule-words.js';
import type { SchemeFile, Sourced } from './scheme-file.js';
import { SourceTag } from './source-tag.js';
import { Told } from './told.js';
import { yearsInWords } from './years.js';

/** What a scheme says of itself and of the whole score. */
export function SchemeWhole({ file }: { readonly file: SchemeFile }) {
  const { t } = useTranslation();
  return (
    <section className="panel">
      <dl className="explained scheme-whole">
        {PARTS.filter((part) => file[part] !== undefined).map((part) => (
          <div key={part}>
            <dt>{t(`schemes.part.${part}`)}</dt>
            <dd>
              <SchemePart file={file} part={part} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One part of it in words; a dash where the scheme does not say it. */
export function SchemePart({ file, part }: { readonly file: SchemeFile; readonly part: Part }): ReactNode {
  const { t } = useTranslation();
  switch (part) {
    case 'kind':
      return word(t, 'kind', file.kind);
    case 'place':
      return file.place;
    case 'years':
      return yearsInWords(file, t);
    case 'source':
      return (
        <>
          {file.source} <SourceTag sourceRead={file.sourceRead} />
        </>
      );
    case 'rounding':
      return <RoundingWords file={file} />;
    case 'claimTolerance':
      return file.claimTolerance ?? t('common.none');
    case 'caps':
      return file.caps ? (
        <>
          <Told words={capsInWords(file.caps, t)} />
          <Clause of={file.caps} />
        </>
      ) : (
        t('common.none')
      );
    case 'deviation':
      return file.deviation ? (
        <>
          {deviationInWords(file.deviation, t)}
          <Clause of={file.deviation} />
        </>
      ) : (
        t('common.none')
      );
    case 'grades':
      return file.grades.map(({ grade, atLeast }) => t('schemes.grade', { grade, atLeast })).join(' · ');
  }
}

function RoundingWords({ file: { rounding } }: { readonly file: SchemeFile }) {
  const { t } = useTranslation();
  const told = [
    rounding?.rate && t('schemes.roundingRate', words(rounding.rate)),
    rounding?.points && t('schemes.roundingPoints', words(rounding.points)),
  ].filter(Boolean);
  function words({ decimals, mode }: { readonly decimals: number; readonly mode: 'half-up' | 'down' }) {
    return { decimals, mode: t(`schemes.roundingMode.${mode}`) };
  }
  return told.length > 0 ? told.join(' · ') : t('schemes.roundingNone');
}

/** What the notice says in its own words, and where. */
export function Clause({ of: { clause, source, sourceRead } }: { readonly of: Sourced }) {
  return (
    <div>
      {clause} <span className="quiet small">{source}</span> <SourceTag sourceRead={sourceRead} />
    </div>
  );
}
