/** A number with its unit, as it stands in a normalised text. */
export interface Printed {
  readonly kind: 'money' | 'percent' | 'count' | 'area';
  readonly start: number;
  readonly end: number;
  /** Decimal string without separators. */
  readonly value: string;
  /** 万元, 元, %, 人, ㎡; 亿元 and 千元 are brought to 万元 and 元. */
  readonly unit: '万元' | '元' | '%' | '人' | '㎡';
  /** A price or a standard (`1000元/人`), not an amount. */
  readonly rate: boolean;
}

const NUMBER =
  /(?<![\d.,A-Za-z])(-?)(\d{1,3}(?:,\d{3}){1,5}|\d{1,16})(\.\d{1,8})?(亿元|百万元|万元|千元|元|万(?![\p{sc=Han}])|%|人(?!次|均|民)|名|个(?=[，。；、（）\n]|$)|㎡|平方米|m2)/gu;
const KIND: Readonly<Record<string, readonly [Printed['kind'], Printed['unit'], number]>> = {
  亿元: ['money', '万元', 4],
  百万元: ['money', '万元', 2],
  万元: ['money', '万元', 0],
  万: ['money', '万元', 0],
  千元: ['money', '元', 3],
  元: ['money', '元', 0],
  '%': ['percent', '%', 0],
  人: ['count', '人', 0],
  名: ['count', '人', 0],
  个: ['count', '人', 0],
  '㎡': ['area', '㎡', 0],
  平方米: ['area', '㎡', 0],
  m2: ['area', '㎡', 0],
};

/** All numbers with a unit, in their order. Bounded work for each character. */
export function numbersIn(text: string): readonly Printed[] {
  return [...text.matchAll(NUMBER)].map(({ index, 0: all, 1: sign, 2: whole = '', 3: part = '', 4: word = '' }) => {
    const [kind, unit, shift] = KIND[word]!;
    const minus = sign && !/[\d%元年月]/.test(text[index - 1] ?? '') ? '-' : '';
    const end = index + all.length;
    const rate = kind === 'money' && /^(?:\/|每)/.test(text.slice(end, end + 1));
    const value = minus + shifted(whole.replaceAll(',', ''), part.slice(1), shift);
    return { kind, unit, value, rate, start: index + (sign && !minus ? 1 : 0), end };
  });
}

/** Moves the decimal point to the right, in text, so that nothing is rounded. */
function shifted(whole: string, part: string, by: number): string {
  if (by === 0) return part ? `${whole}.${part}` : whole;
  const moved = (whole + part.slice(0, by).padEnd(by, '0')).replace(/^0+(?=\d)/, '');
  return part.length > by ? `${moved}.${part.slice(by)}` : moved;
}
