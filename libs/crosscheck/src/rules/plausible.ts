import { Decimal, format, percent } from '#libs/sheet';
import { given, placesOf, read, shown } from '../figures.js';
import type { Rule } from '../rule.js';

/**
 * What a ratio mostly is. None is a rule of any notice: a finding is shown, and stops nothing. `source` says what the
 * bounds rest on; whoever has better ones changes them here.
 */
interface Band {
  readonly part: string;
  readonly base: string;
  readonly says: Rule['title'];
  /** Per cent of the base, or 万元 for each person of it. */
  readonly in: '%' | '万元';
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

const BANDS: readonly Band[] = [
  {
    part: 'EXP.BASIC.GOODS.30228',
    base: 'EXP.BASIC.WAGE',
    says: { zh: '工会经费占工资福利支出', en: 'union fee of pay' },
    in: '%',
    from: '0',
    to: '3',
    source: 'The fee is 2 % of all pay by common practice; 1 point more for fees that were late.',
  },
  {
    part: 'EXP.BASIC.WAGE.30108',
    base: 'EXP.BASIC.WAGE',
    says: { zh: '养老保险缴费占工资福利支出', en: 'pension contributions of pay' },
    in: '%',
    from: '5',
    to: '20',
    source: 'Units pay 16 % of contributory wages by common practice; 301 also holds contributions and bonuses.',
  },
  {
    part: 'EXP.BASIC.WAGE',
    base: 'STAFF.ON_POST',
    says: { zh: '人均工资福利支出', en: 'pay for each person on post' },
    in: '万元',
    from: '3',
    to: '40',
    source:
      'A judgement of this product, wide on purpose: it finds slips of the unit (元 for 万元) and of the headcount.',
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
    BANDS.flatMap(({ part: id, base: of, says, in: unit, from, to }) => {
      const [part, base] = [given(material, id), given(material, of)];
      if (!part || !base?.value.gt(0)) return [];
      const exact = unit === '%' ? percent(part.value, base.value)! : new Decimal(part.value).dividedBy(base.value);
      if (exact.gte(from) && exact.lte(to)) return [];
      const after = unit === '%' ? '%' : ' 万元';
      const worked = `${shown(part)} ÷ ${shown(base)} = ${format(exact)}`;
      return [
        {
          message: {
            zh: `${says.zh} ${worked}${after}，常见范围 ${from}–${to}${after}，请留意`,
            en: `${says.en}: ${worked}${unit === '%' ? '%' : ' (10,000 yuan)'}; mostly ${from}–${to}, have a look`,
          },
          figures: read(part, base),
          at: placesOf(part, base),
        },
      ];
    }),
};
