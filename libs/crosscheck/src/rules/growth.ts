import { Decimal, format, toWan } from '#libs/sheet';
import type { Rule } from '../rule.js';
import { placeOf, quoted, search } from '../texts.js';

/** `72.92万元，比上年65.00万元增长12.2%` and `72.92万元，比上年增加7.92万元，增长12.2%`. */
const GROWTH =
  /(?<![\d.,，])(\d{1,12}(?:\.\d{1,6})?) ?(万元|元|人)[^。；\d]{0,20}?(?:[比较](?:上年|去年|20\d\d ?年)|同比)[^。；\d增减升降多少涨跌]{0,8}(增长|增加|上升|多|下降|减少|降低|少)?了?(\d{1,12}(?:\.\d{1,6})?) ?(万元|元|人)[，,、（(]?(?:同比|[比较]上年)?(增长|增加|增幅|上升|下降|减少|降低|降幅)[^。；，\d-]{0,6}(-?\d{1,6}(?:\.\d{1,4})?)%/g;
const DOWN = /[降减少]/;

/** P05: a rate of growth is that of the two amounts beside it, or of one amount and what it grew by. */
export const GROWN: Rule = {
  id: 'P05',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '增长率与两年金额相符', en: 'A rate of growth is that of the two amounts' },
  find: (material) =>
    search(material, GROWTH, (match, section) => {
      const [words, amount, unit, by, second, secondUnit, way, rate] = match;
      if ((unit === '人') !== (secondUnit === '人')) return null;
      const [now, other] = [inWan(amount!, unit!), inWan(second!, secondUnit!)];
      const before = by === undefined ? other : DOWN.test(by) ? now.plus(other) : now.minus(other);
      if (before.lte(0)) return null;
      const grown = now.minus(before).times(100).dividedBy(before);
      const stated = DOWN.test(way!) ? new Decimal(rate!).negated() : new Decimal(rate!);
      const decimals = rate!.split('.')[1]?.length ?? 0;
      if (grown.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).eq(stated)) return null;
      const isCut = grown.toDecimalPlaces(decimals, Decimal.ROUND_DOWN).eq(stated);
      const [a, b] = [now, before].map((one) => (unit === '人' ? one.toFixed() : format(one)));
      const worked = `（${a} − ${b}） ÷ ${b} = ${format(grown)}%`;
      return {
        message: {
          zh: `${worked}，${isCut ? '截尾' : ''}写作${way}${rate}%（${quoted(words)}）`,
          en: `${worked}, ${isCut ? 'cut off to' : 'stated as'} ${stated}%`,
        },
        at: [placeOf(section, match)],
        ...(isCut ? { severity: 'INFO' as const } : {}),
      };
    }),
};

function inWan(amount: string, unit: string): Decimal {
  return unit === '元' ? toWan(new Decimal(amount)) : new Decimal(amount);
}
