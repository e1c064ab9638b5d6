import { useTranslation } from 'react-i18next';
import type { Name, SchemeFile } from './scheme-file.js';

/** The words formulas are written in, and what each of them means. */
export function SchemeNames({ names }: { readonly names: SchemeFile['names'] }) {
  const { t } = useTranslation();
  return (
    <table className="grid cards" aria-label={t('schemes.names')}>
      <thead>
        <tr>
          <th scope="col">{t('schemes.word')}</th>
          <th scope="col">{t('schemes.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(names).map(([name, is]) => (
          <tr key={name}>
            <td className="wide strong">{name}</td>
            <td className="wide">
              <Meaning name={is} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A figure of the sheet, a number given beside it, another formula, or a choice of reading; and what stands in for it. */
export function Meaning({ name }: { readonly name: Name }) {
  const { t } = useTranslation();
  return (
    <>
      {'figure' in name && t('schemes.figure', name)}
      {'fact' in name && t('schemes.fact', { unit: name.unit ?? t('common.none') })}
      {'formula' in name && t('schemes.formulaOf', name)}
      {'choice' in name && (
        <>
          <div>{t('schemes.options')}</div>
          <ul className="scheme-lines">
            {name.options.map((option) => (
              <li key={option.id}>
                {t('schemes.option', option)}{' '}
                {option.id === name.default && <span className="tag tone-blue">{t('schemes.usual')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {name.ifAbsent && <div className="quiet small">{name.ifAbsent.assumption}</div>}
    </>
  );
}
