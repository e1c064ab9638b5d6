import type { Pool } from 'pg';
import { rolesWith, spanOf } from '#libs/authorization';
import { DomainError } from '#libs/kernel';

/** Who asks: the person and what was granted to the account. */
export interface Reader {
  readonly personId: string;
  /** Whose seats the person takes today (代理). */
  readonly delegators?: readonly { readonly personId: string }[];
  readonly grants: readonly { readonly role: string; readonly unitId: string | null }[];
}

export interface PageRequest {
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** One page, the cursor of the next (null: the end), and up to which position of the log it is fresh. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly freshAsOf: number;
}

const MOST = 200;
const USUAL = 50;

export function limitOf({ limit = USUAL }: PageRequest): number {
  return Math.min(Math.max(limit, 1), MOST);
}

/** Cursors are opaque: the sort key of the last row, so that pages neither skip nor repeat while rows arrive. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Undefined for the first page; refuses a cursor that no page gave out. */
export function decodeCursor(
  cursor: string | undefined,
  types: readonly ('string' | 'number')[],
): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === types.length && key.every((part, n) => typeof part === types[n]))
      return key;
  } catch {
    // falls through to the refusal
  }
  throw new DomainError('invalid', 'page.unknown-cursor', { pointer: '/cursor' });
}

/** The page from one row more than asked for. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  freshAsOf: number,
  item: (row: Row) => T,
  key: (row: Row) => readonly (string | number)[],
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
    freshAsOf,
  };
}

/** Grants as two parallel arrays, as the queries take them. */
export function grantsOf({ grants }: Reader): [roles: string[], units: (string | null)[]] {
  return [grants.map(({ role }) => role), grants.map(({ unitId }) => unitId)];
}

const namesOf = (roles: readonly string[]): string => roles.map((role) => `'${role}'`).join(', ');

/** Every (role, unit) a reader reaches, as `SPAN_OF` says (libs/authorization). */
export const REACH = `
  with recursive reach(role, unit_id) as (
    select g.role, g.unit_id from unnest($1::text[], $2::text[]) as g(role, unit_id)
     where g.role not in (${namesOf(rolesWith('no-unit'))})
    union
    select r.role, u.id from reach r join registry.unit u on u.parent_id = r.unit_id
     where r.role in (${namesOf(rolesWith('units-below'))})
  )`;

/** The unit, when all of the reader's roles are roles of one unit: then nothing lies below that would have to be climbed. */
export function onlyUnitOf({ grants }: Reader): string | undefined {
  const unit = grants[0]?.unitId ?? undefined;
  return grants.every(({ role, unitId }) => spanOf(role) === 'own-unit' && unitId === unit) ? unit : undefined;
}

/** How far all projections are. */
export async function freshness(pool: Pool): Promise<number> {
  const { rows } = await pool.query({
    name: 'read.fresh',
    text: 'select min(position)::bigint as position from read.checkpoint',
  });
  const position = Number(rows[0].position);
  seen.set(pool, { position, until: performance.now() + TOLD_AGAIN_MS });
  return position;
}

/** How long a freshness that was seen is told again, in ms: rows may be fresher than a page says, never older. */
const TOLD_AGAIN_MS = 100;
const seen = new WeakMap<Pool, { readonly position: number; readonly until: number }>();

/** How fresh the rows at least are that are read after this; the newest that this process has seen. */
export async function knownFreshness(pool: Pool): Promise<number> {
  const known = seen.get(pool);
  return known !== undefined && known.until > performance.now() ? known.position : freshness(pool);
}

const LOOK_EVERY_MS = 20;

/** Whether, within `ms`, every projection has passed the position: an author so sees his own write in a list. */
export async function waitFor(pool: Pool, position: number, ms = 2_000): Promise<boolean> {
  const until = performance.now() + ms;
  for (;;) {
    if ((await freshness(pool)) >= position) return true;
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
