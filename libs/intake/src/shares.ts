import { stripped } from './cut-label.js';

/** What the words between an amount and a percentage say: whether it is a share of something, and of what. */
export interface Base {
  readonly share: boolean;
  /** Empty when no base is named (`占比92.2%`). */
  readonly label: string;
  /** Not a part of a whole but of the same figure in another column: `完成年初预算的98%`. */
  readonly column: boolean;
}

/** `预算执行率36.43%`: of the figure's own budget. */
const EXECUTION = /^(?:其)?(?:项目|资金|预算|支出|总体|整体)*执行率(?:为|达到|达|是)?$/;

/** Reads `，占全年支出的`, `占县本级年初预算安排收入`, `全年支出的`, `（占比`, `为年初采购计划的`. */
export function baseOf(words: string): Base {
  const clause =
    words
      .slice(-60)
      .split(/[，：；。（）]/)
      .at(-1) ?? '';
  if (EXECUTION.test(clause)) return { share: true, label: '', column: true };
  const share = /占/.test(clause) || /的$/.test(clause);
  const named = clause
    .replace(/^.{0,20}?占/, '')
    .replace(/^(?:到|了|完成了?|实现|达到|相当于)/, '')
    .replace(/(?:的)?(?:比例|比重|比率|百分比|比)?(?:为|是|达到|达|约)?$/, '');
  return {
    share,
    label: stripped(named.replace(/的$/, '')),
    column: !clause.includes('占') && /完成|实现|达到|相当于/.test(clause),
  };
}
