import { BASE_DATA_ROWS } from './base-data-figures.js';
import { CAPITAL, type EconomicClass, FUNCTIONS, GOODS, HOUSEHOLD, PAY } from './economic-classes.js';
import type { CatalogueFigure } from './figures.js';
import { BUDGET_ROWS, OTHER_ROWS, SPENDING_ROWS } from './named-figures.js';

/** A row of the catalogue as it is written down. */
export type Row = Pick<CatalogueFigure, 'label'> & Partial<CatalogueFigure> & { readonly id: string };

/** All rows of the catalogue: the named ones, and each parent's items of the economic or functional classification. */
export function figureRows(): readonly (CatalogueFigure & { readonly id: string })[] {
  const rows: readonly Row[] = [
    ...BUDGET_ROWS,
    ...items('BUD.BASIC.WAGE', PAY),
    ...items('BUD.BASIC.PUBLIC', GOODS),
    ...items('BUD.BASIC.HOUSEHOLD', HOUSEHOLD),
    ...SPENDING_ROWS,
    ...items('EXP.BASIC.WAGE', PAY),
    ...items('EXP.BASIC.GOODS', GOODS),
    ...items('EXP.BASIC.HOUSEHOLD', HOUSEHOLD),
    ...items('EXP.BASIC.CAPITAL', CAPITAL),
    ...items('EXP.PROJECT', [...PAY, ...GOODS, ...HOUSEHOLD, ...CAPITAL]),
    ...items('EXP.FUNC', FUNCTIONS),
    ...OTHER_ROWS,
    ...BASE_DATA_ROWS,
  ];
  return rows.map((row) => ({ unit: '万元', aliases: [], by: 'nature', ...row }));
}

function items(parent: string, classes: readonly EconomicClass[]): Row[] {
  return classes.map(([code, label, ...aliases]) => ({ id: `${parent}.${code}`, label, aliases, parent }));
}
