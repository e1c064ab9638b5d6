import { add, type Decimal, format, percent } from '#libs/sheet';
import { type Given, given, shown } from './figures.js';
import type { Material } from './material.js';

/** The execution rate (预算执行率) with how it was worked out. */
export interface Execution {
  /** Per cent, to four decimals; above 100 when more was spent than planned. */
  readonly rate: Decimal;
  /** `本年支出 72.92 ÷ （年初预算收入 40.77 + 预算调整数 32.11） = 100.05%` */
  readonly worked: string;
  readonly figures: readonly Given[];
}

/**
 * What was spent of the whole year's budget (全年预算数): the adjusted one, never the initial one alone. Null when a
 * figure is missing or the budget is 0.
 */
export function executionOf(material: Material): Execution | null {
  const project = material.task.kind === 'project';
  const spent = given(material, project ? 'PROJECT.EXPENDITURE' : 'EXP.TOTAL');
  const adjusted = given(material, project ? 'PROJECT.BUDGET' : 'FULL.TOTAL');
  const [initial, adjustment] = project ? [] : [given(material, 'BUD.TOTAL'), given(material, 'ADJ.TOTAL')];
  const base = adjusted ? [adjusted] : initial && adjustment ? [initial, adjustment] : [];
  const rate = spent && base.length > 0 ? percent(spent.value, add(...base.map(({ value }) => value))) : null;
  if (!spent || !rate) return null;
  const divisor = base.map(shown).join(' + ');
  return {
    rate,
    worked: `${shown(spent)} ÷ ${base.length > 1 ? `（${divisor}）` : divisor} = ${format(rate)}%`,
    figures: [spent, ...base],
  };
}
