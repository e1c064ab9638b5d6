import { registryRefusal } from './refusals.js';

/** At most `limit` rows (1 … 200) after the place that `after`, the `next` of the page before, stands for. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
}

/** One page in a fixed order; `next` is null on the last one. Rows added meanwhile shift nothing. */
export interface RegistryPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The keys a cursor stands for. Refuses what this registry did not hand out. */
export function keysOf(cursor: string, count: number): string[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(keys) &&
      keys.length === count &&
      keys.every((key) => typeof key === 'string' && !key.includes('\0'))
    )
      return keys as string[];
  } catch {}
  throw registryRefusal('page.unknown-cursor', { pointer: '/after' });
}

/** A page from one row more than was asked for. */
export function pageOf<T>(rows: readonly T[], limit: number, keys: (row: T) => readonly string[]): RegistryPage<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last ? Buffer.from(JSON.stringify(keys(last))).toString('base64url') : null;
  return { items, next };
}
