/** What may be hashed: amounts are strings, so the only numbers are safe integers. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * The one byte form of a JSON value (RFC 8785): keys in UTF-16 order, no white space. Equal values give equal text, so
 * hashes can be compared. Properties that are undefined are left out. Throws a TypeError on a number that is not a
 * safe integer, on a lone surrogate, and on anything JSON does not know.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`canonicalJson: ${value} is not a safe integer`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const record = value as Record<string, unknown>;
    const members = Object.keys(record)
      .filter((key) => record[key] !== undefined)
      .sort()
      .map((key) => `${quoted(key)}:${canonicalJson(record[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonicalJson: ${typeof value} has no JSON form`);
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonicalJson: lone surrogate');
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
