import { add, Decimal, format, percent } from '#libs/sheet';
import { type Given, given, placesOf, read, shown } from '../figures.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';

/** Economic classes (支出经济分类) of daily running: they belong to the public cost inside basic expenditure. */
const RUNNING = [
  ...['30201', '30202', '30204', '30205', '30206', '30207', '30208', '30209', '30211', '30215', '30216', '30217'],
  ...['30228', '30229', '30231', '30239'],
];
/** 301: what people are paid. */
const PAY = [
  ...['30101', '30102', '30103', '30106', '30107', '30108', '30109', '30110', '30111', '30112', '30113', '30114'],
  '30199',
];

function itemsOfProjects(material: Material, classes: readonly string[]): readonly Given[] {
  return classes.flatMap((code) => {
    const item = given(material, `EXP.PROJECT.${code}`);
    return item?.value.gt(0) ? [item] : [];
  });
}

function among(rule: Pick<Rule, 'id' | 'title'>, classes: readonly string[], says: { zh: string; en: string }): Rule {
  return {
    ...rule,
    severity: 'WARN',
    runs: 'save',
    find: (material) => {
      const items = itemsOfProjects(material, classes);
      if (items.length === 0) return [];
      const sum = add(...items.map(({ value }) => value));
      const worked = `${items.map(shown).join(' + ')} = ${format(sum)}`;
      return [
        {
          message: { zh: `项目支出中 ${worked} 万元，${says.zh}`, en: `In project expenditure ${worked}: ${says.en}` },
          figures: read(...items),
          at: placesOf(...items),
        },
      ];
    },
  };
}

/** R10: daily running cost among project expenditure. */
export const EXPENSES_OF_RUNNING: Rule = among(
  { id: 'R10', title: { zh: '项目支出中不列日常公用经费', en: 'No daily running cost among project expenditure' } },
  RUNNING,
  { zh: '属于日常公用经费，请说明', en: 'this is daily running cost, say why' },
);

/** R11: pay among project expenditure, where no project is one of personnel. */
export const PAY_IN_PROJECTS: Rule = among(
  { id: 'R11', title: { zh: '项目支出中不列人员经费', en: 'No pay among project expenditure' } },
  PAY,
  { zh: '属于人员经费，没有人员类项目的请说明', en: 'this is pay; say why, if no project is one of personnel' },
);

/** A ratio that is mostly between two bounds. General experience, not a rule of any notice: it is shown, never counted. */
interface Band {
  readonly part: string;
  readonly base: string;
  readonly says: { readonly zh: string; readonly en: string };
  /** Per cent; absent: amount for each. */
  readonly rate: boolean;
  readonly from: string;
  readonly to: string;
}

const BANDS: readonly Band[] = [
  {
    part: 'EXP.BASIC.GOODS.30228',
    base: 'EXP.BASIC.WAGE',
    says: { zh: '工会经费占工资福利支出', en: 'union fee of pay' },
    rate: true,
    from: '0',
    to: '3',
  },
  {
    part: 'EXP.BASIC.WAGE.30108',
    base: 'EXP.BASIC.WAGE',
    says: { zh: '养老保险缴费占工资福利支出', en: 'pension contributions of pay' },
    rate: true,
    from: '5',
    to: '20',
  },
  {
    part: 'EXP.BASIC.WAGE',
    base: 'STAFF.ON_POST',
    says: { zh: '人均工资福利支出', en: 'pay for each person on post' },
    rate: false,
    from: '3',
    to: '40',
  },
];

/** R12: what is far from what one mostly sees is worth a look. */
export const PLAUSIBLE: Rule = {
  id: 'R12',
  severity: 'INFO',
  runs: 'save',
  title: {
    zh: '人均经费、工会经费、养老缴费在常见范围',
    en: 'Pay for each, union fee and pension are in the usual range',
  },
  find: (material) =>
    BANDS.flatMap(({ part: id, base: of, says, rate, from, to }) => {
      const [part, base] = [given(material, id), given(material, of)];
      if (!part || !base || base.value.isZero()) return [];
      const exact = rate ? percent(part.value, base.value)! : new Decimal(part.value).dividedBy(base.value);
      if (exact.gte(from) && exact.lte(to)) return [];
      const unit = rate ? '%' : ' 万元';
      const value = `${format(exact)}${unit}`;
      const worked = `${shown(part)} ÷ ${shown(base)} = ${value}`;
      return [
        {
          message: {
            zh: `${says.zh} ${worked}，常见范围 ${from}–${to}${unit}，请留意`,
            en: `${says.en}: ${worked}; mostly ${from}–${to}${rate ? '%' : ' (10,000 yuan)'}, have a look`,
          },
          figures: read(part, base),
          at: placesOf(part, base),
        },
      ];
    }),
};
