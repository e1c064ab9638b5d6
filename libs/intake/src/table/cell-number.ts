import { numbersIn, type Printed } from '../numbers.js';

const BARE = /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,16})(?:\.\d{1,8})?$/;
/** A cell that says that it says nothing. */
const BLANK = /^(?:|[-—/\\*]+|无|空|略|不适用|N\/?A|、)$/i;

/** The number a cell is, in its own unit or else in `unit`; nothing for other words. */
export function cellNumber(plain: string, unit: string): Printed | undefined {
  const text = plain.replace(/^[¥￥]|^人民币/, '');
  const [number, ...others] = numbersIn(BARE.test(text) ? `${text}${unit}` : text);
  const whole = number && others.length === 0 && number.end >= text.length && number.start === 0;
  return whole ? number : undefined;
}

/** Whether a cell holds a bare number, with or without a unit. */
export function isNumber(plain: string): boolean {
  return cellNumber(plain, '元') !== undefined;
}

export function isBlank(plain: string): boolean {
  return BLANK.test(plain);
}
