import { FIGURES } from '#libs/sheet';
import { given, read, shown } from '../figures.js';
import type { Found, Place } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { halfWidth, spanIn, textsOf } from '../texts.js';

const FUNDS = Object.entries(FIGURES).flatMap(([id, { unit }]) =>
  id.startsWith('FUND.') && unit === '万元' ? [id] : [],
);
/** Words that keep a fund's money apart from the unit's budget. */
const APART =
  /基金[^。\n]{0,40}?(?:单独核算|单独列示|分账核算|独立核算|不纳入|未纳入|不属于|不计入|未计入|不含|不包括|不作为)/;

/** T11: money of a fund the unit runs is not its budget, and the report says so. */
export const FUND_MONEY: Rule = {
  id: 'T11',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '基金收支与单位预算分开', en: 'A fund’s money is kept apart from the unit’s budget' },
  find(material) {
    if (textsOf(material).some(({ text }) => APART.test(text))) return [];
    return FUNDS.flatMap((id) => mixed(material, id));
  },
};

function mixed(material: Material, id: string): readonly Found[] {
  const fund = given(material, id);
  if (!fund || fund.value.isZero()) return [];
  const message = {
    zh: `${shown(fund)} 万元是基金收支，不是单位预算；报告没有说明二者分开核算`,
    en: `${shown(fund)} (10,000 yuan) is a fund’s money, not the unit’s budget; the report does not say that they are kept apart`,
  };
  return [{ message, figures: read(fund), at: [{ pointer: `/figures/${id}` }, ...told(material, id)] }];
}

/** Where the words tell the amount, in the way it was typed. */
function told(material: Material, id: string): readonly Place[] {
  const { value, unit, source } = material.sheet.figures[id]!;
  for (const words of source ? [source.text, `${value}${unit}`] : [`${value}${unit}`])
    for (const section of textsOf(material)) {
      const start = section.plain.indexOf(halfWidth(words));
      if (start >= 0) return [spanIn(section, start, start + words.length)];
    }
  return [];
}
