import { type Direction, isDecimal } from '#libs/sheet';

/** What a target says: in which direction it is met, its number and its unit; `sure` when it said so itself. */
export interface Goal {
  readonly direction: Direction;
  readonly value: string | null;
  readonly unit: string | undefined;
  readonly sure: boolean;
}

const SIGNS: readonly (readonly [Direction, RegExp])[] = [
  ['GTE', /^(?:≥|>=|≧|大于等于|大于或等于|不低于|不少于|不小于|至少|达到|达)|(?:及?以上|（含）以上|及其以上)$/],
  ['LTE', /^(?:≤|<=|≦|小于等于|小于或等于|不超过|不高于|不大于|不多于|控制在|至多)|(?:及?以[内下]|（含）以[内下])$/],
  ['GT', /^(?:>|大于|超过|高于|多于)/],
  ['LT', /^(?:<|小于|低于|少于)/],
  ['EQ', /^(?:=|等于)/],
];
const NUMBER = /^(-?(?:\d{1,3}(?:,\d{3})+|\d{1,16})(?:\.\d{1,6})?)((?![年月日号])[%‰\p{sc=Han}㎡/A-Za-z²³]{0,12})$/u;

/** Reads `≥95%`, `不超过10万元`, `500人次以上`, `12`; other words are a qualitative goal. */
export function goalOf(plain: string, nature: string | undefined, measure: string | undefined): Goal {
  const sign = SIGNS.find(([, pattern]) => pattern.test(plain));
  const bare = sign ? plain.replace(sign[1], '') : plain;
  const [, digits, unit] = NUMBER.exec(bare) ?? [];
  const value = digits?.replaceAll(',', '');
  const told = nature === undefined ? undefined : directionOf(nature);
  if (value === undefined || !isDecimal(value) || told === 'QUALITATIVE')
    return { direction: 'QUALITATIVE', value: null, unit: measure, sure: told === 'QUALITATIVE' || plain !== '' };
  return { direction: told ?? sign?.[0] ?? 'EQ', value, unit: unit || undefined, sure: (told ?? sign) !== undefined };
}

/** The number of an actual value. */
export function actualIn(plain: string): string | null {
  const bare = SIGNS.reduce((text, [, pattern]) => text.replace(pattern, ''), plain).replace(
    /^(?:实际|已)?完成(?=\d)/,
    '',
  );
  const value = NUMBER.exec(bare)?.[1]?.replaceAll(',', '');
  return value !== undefined && isDecimal(value) ? value : null;
}

function directionOf(nature: string): Direction | undefined {
  if (/定性/.test(nature)) return 'QUALITATIVE';
  if (/正向|正指标/.test(nature)) return 'GTE';
  if (/反向|负向|逆/.test(nature)) return 'LTE';
  return SIGNS.find(([, pattern]) => pattern.test(nature))?.[0];
}
