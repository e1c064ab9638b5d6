import type { Equation } from './equation.js';

const BUDGET: readonly Equation[] = [
  { total: 'BUD.TOTAL', parts: ['BUD.BASIC', 'BUD.PROJECT'], needs: ['BUD.BASIC', 'BUD.PROJECT'] },
];

const BASIC_BUDGET: readonly Equation[] = [
  {
    total: 'BUD.BASIC',
    parts: ['BUD.BASIC.WAGE', 'BUD.BASIC.HOUSEHOLD', 'BUD.BASIC.PUBLIC'],
    needs: ['BUD.BASIC.WAGE', 'BUD.BASIC.PUBLIC'],
  },
  {
    total: 'BUD.BASIC',
    parts: ['BUD.BASIC.PERSONNEL', 'BUD.BASIC.PUBLIC'],
    needs: ['BUD.BASIC.PERSONNEL', 'BUD.BASIC.PUBLIC'],
  },
];

const SPENDING: readonly Equation[] = [
  {
    total: 'EXP.TOTAL',
    parts: ['EXP.BASIC', 'EXP.PROJECT', 'EXP.REMITTED', 'EXP.OPERATING'],
    needs: ['EXP.BASIC', 'EXP.PROJECT'],
  },
];

const BASIC_SPENDING: readonly Equation[] = [
  {
    total: 'EXP.BASIC',
    parts: ['EXP.BASIC.WAGE', 'EXP.BASIC.GOODS', 'EXP.BASIC.HOUSEHOLD', 'EXP.BASIC.CAPITAL'],
    needs: ['EXP.BASIC.WAGE', 'EXP.BASIC.GOODS'],
  },
  {
    total: 'EXP.BASIC',
    parts: ['EXP.BASIC.PERSONNEL', 'EXP.BASIC.GOODS', 'EXP.BASIC.CAPITAL'],
    needs: ['EXP.BASIC.PERSONNEL', 'EXP.BASIC.GOODS'],
  },
];

/** Vehicles are told together, or bought and run apart. */
const EXPENSES: readonly Equation[] = ['BUD.SANGONG', 'EXP.SANGONG'].flatMap((id) => {
  const [vehicle, reception] = [`${id}.VEHICLE`, `${id}.RECEPTION`];
  const [bought, run] = [`${vehicle}.PURCHASE`, `${vehicle}.OPERATION`];
  return [
    { total: id, parts: [`${id}.OVERSEAS`, vehicle, reception], needs: [vehicle, reception] },
    { total: id, parts: [`${id}.OVERSEAS`, bought, run, reception], needs: [run, reception], unless: vehicle },
  ];
});

/** The totals that have a rule of their own, by its id. */
export const TOTALS = {
  A01: BUDGET,
  A02: BASIC_BUDGET,
  A03: SPENDING,
  A04: BASIC_SPENDING,
  A12: EXPENSES,
  A13: [{ total: 'EXP.TOTAL', parts: ['EXP.FUNC'], needs: ['EXP.FUNC'] }],
} as const satisfies Record<string, readonly Equation[]>;

/** The equations by which a total is judged by what it is spent on. */
export const EQUATIONS: readonly Equation[] = [...BUDGET, ...BASIC_BUDGET, ...SPENDING, ...BASIC_SPENDING, ...EXPENSES];
