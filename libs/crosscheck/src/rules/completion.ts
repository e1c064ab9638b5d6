import { add, format, percent, subtract } from '#libs/sheet';
import { executionOf } from '../execution.js';
import { type Given, given, placesOf, read, shown } from '../figures.js';
import type { Found } from '../finding.js';
import type { Rule } from '../rule.js';

/** R03 by the Hunan formula: what of all that was to be spent was spent (预算完成率). */
export const COMPLETION: Rule = {
  id: 'R03',
  severity: 'WARN',
  runs: 'save',
  title: {
    zh: '预算完成率在 0–100 % 之间，低于 95 % 须说明',
    en: 'Completion between 0 and 100 %; below 95 % it is explained',
  },
  find: (material) => {
    const [open, initial, adjusted, close] = ['CARRY.OPEN', 'BUD.TOTAL', 'ADJ.TOTAL', 'CARRY.CLOSE'].map((id) =>
      given(material, id),
    );
    if (!open || !initial || !adjusted || !close) return [];
    const available = add(open.value, initial.value, adjusted.value);
    const rate = percent(subtract(available, close.value), available);
    if (!rate || (rate.gte(95) && rate.lte(100))) return [];
    const base = `${shown(open)} + ${shown(initial)} + ${shown(adjusted)}`;
    const worked = `（${base} − ${shown(close)}） ÷ （${base}） = ${format(rate)}%`;
    const possible = rate.gte(0) && rate.lte(100);
    return [
      {
        message: {
          zh: `${worked}，${possible ? '低于 95%，请说明原因' : '不在 0–100% 之间，请核对'}`,
          en: `${worked}: ${possible ? 'below 95 %, say why' : 'not between 0 and 100 %, look at the figures'}`,
        },
        figures: read(open, initial, adjusted, close),
        at: placesOf(close, open, initial, adjusted),
      },
    ];
  },
};

/** R09: the whole year's budget, and that of projects, is spent to 80 % at least, or it is told why not and what is done. */
export const EXECUTED: Rule = {
  id: 'R09',
  severity: 'WARN',
  runs: 'save',
  title: { zh: '预算执行率低于 80 % 须说明原因和措施', en: 'An execution below 80 % is explained, with measures' },
  find: (material) => {
    const whole = executionOf(material);
    const spent = given(material, 'EXP.PROJECT');
    const planned = given(material, 'FULL.PROJECT') ?? given(material, 'BUD.PROJECT');
    const rate = spent && planned && percent(spent.value, planned.value);
    return [
      ...(whole?.rate.lt(80) ? [low(whole.worked, whole.figures)] : []),
      ...(rate?.lt(80) ? [low(`${shown(spent!)} ÷ ${shown(planned!)} = ${format(rate)}%`, [spent!, planned!])] : []),
    ];
  },
};

function low(worked: string, figures: readonly Given[]): Found {
  return {
    message: {
      zh: `${worked}，低于 80%，请说明原因和改进措施`,
      en: `${worked}: below 80 %, say why and what is done`,
    },
    figures: read(...figures),
    at: placesOf(...figures),
  };
}
