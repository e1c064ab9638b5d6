import { useTranslation } from 'react-i18next';
import { ruleInWords } from './rule-words.js';
import { type Indicator, type IndicatorRow, rowsOf } from './scheme-file.js';
import { Clause } from './scheme-whole.js';
import { Told } from './told.js';

const LEVELS = ['first', 'second', 'third'] as const;

/** The indicators of all levels in their order, each with what it gives and by which rule. */
export function SchemeTree({ tree }: { readonly tree: readonly Indicator[] }) {
  const { t } = useTranslation();
  return (
    <table className="grid cards" aria-label={t('schemes.tree')}>
      <thead>
        <tr>
          <th scope="col">{t('schemes.indicator')}</th>
          <th scope="col" className="right">
            {t('schemes.points')}
          </th>
          <th scope="col">{t('schemes.ruleName')}</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(tree).map((row) => (
          <Row key={row.indicator.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row: { level, indicator } }: { readonly row: IndicatorRow }) {
  const { t } = useTranslation();
  const scored = indicator.rule !== undefined;
  return (
    <tr id={`indicator-${indicator.id}`} className={scored ? undefined : 'scheme-branch'}>
      <td className={`wide scheme-level-${level}`}>
        <span className={level < 3 || !scored ? 'strong' : undefined}>{indicator.name}</span>{' '}
        <span className="quiet small nowrap">{t(`schemes.level.${LEVELS[level - 1] ?? 'third'}`)}</span>
      </td>
      <td data-label={t('schemes.points')} className="right number">
        {indicator.points}
      </td>
      <td className="wide">{scored && <IndicatorRule indicator={indicator} />}</td>
    </tr>
  );
}

/** Formula, rule, what a base of zero means, and the clause it comes from. */
export function IndicatorRule({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const { formula, unit, rule, zeroBase, notApplicable, clause, source, sourceRead } = indicator;
  const bases = [
    zeroBase?.zeroOverZero && t(`schemes.zeroOverZero.${zeroBase.zeroOverZero}`),
    zeroBase?.overZero && t(`schemes.overZero.${zeroBase.overZero}`),
    notApplicable && t(`schemes.notApplicable.${notApplicable}`),
  ].filter((text) => text !== undefined);
  return (
    <dl className="explained">
      {formula && (
        <div>
          <dt>{t('schemes.formula')}</dt>
          <dd>
            {formula} {unit && <span className="quiet">{unit}</span>}
          </dd>
        </div>
      )}
      {rule && (
        <div>
          <dt>{t('schemes.ruleName')}</dt>
          <dd>
            <Told words={ruleInWords(rule, t)} />
          </dd>
        </div>
      )}
      {bases.length > 0 && (
        <div>
          <dt>{t('schemes.base')}</dt>
          <dd>
            {bases.map((base) => (
              <div key={base}>{base}</div>
            ))}
          </dd>
        </div>
      )}
      {clause !== undefined && (
        <div>
          <dt>{t('schemes.clause')}</dt>
          <dd>
            <Clause of={{ clause, source: source ?? '', sourceRead: sourceRead ?? false }} />
          </dd>
        </div>
      )}
    </dl>
  );
}
