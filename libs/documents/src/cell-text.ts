import { isDecimal } from '#libs/sheet';

/** How a program that computes is told a number without losing a digit; undefined: it has to stay a text. */
export function asNumber(text: string): { readonly value: number; readonly format: string } | undefined {
  if (!isDecimal(text)) return undefined;
  // A binary number holds fifteen digits surely; with more it would say something else than the sheet.
  if (text.replace(/\D/g, '').replace(/^0+/, '').length > 15) return undefined;
  const decimals = text.split('.')[1]?.length ?? 0;
  return { value: Number(text), format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}

/** Spreadsheets read `_x000D_` as a control character; a text that happens to say so says it literally. */
export const literal = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
