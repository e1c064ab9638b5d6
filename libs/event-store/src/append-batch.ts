import type { Pool } from 'pg';
import type { Sealed } from './envelope.js';

/** One append as it waits for its flight. */
export interface Asked {
  readonly stream: string;
  readonly expected: number;
  readonly accountId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly commandId: string;
  readonly recordedAt: string;
  /** How many events; sealing them may wait until it is known that they fly. */
  readonly count: number;
  events(): readonly Sealed[];
}

/** What became of one of them; the migration that defines `log.append` says what each means. */
export type Outcome =
  | { readonly is: 'written'; readonly version: number; readonly position: number }
  | { readonly is: 'replayed'; readonly version: number; readonly position: number; readonly command: string }
  | { readonly is: 'mismatch' | 'again' }
  | { readonly is: 'conflict'; readonly version: number }
  | { readonly is: 'clock'; readonly newest: string };

/** Null when all were written, otherwise those that were not. */
type Answer = readonly (Exclude<Outcome, { is: 'written' }> & { readonly ordinal: number })[] | null;

const APPEND = {
  name: 'log.append',
  text: 'select log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) as answer',
};

/**
 * One flight: all appends in one transaction, one statement, one round trip. The positions come in a message that the
 * commit sends; they count only because the commit was acknowledged after it. Answers in the order asked. Rejects with
 * the database's error when the whole flight failed.
 */
export async function appendBatch(pool: Pool, asked: readonly Asked[]): Promise<readonly Outcome[]> {
  const client = await pool.connect();
  let first: number | undefined;
  const listen = ({ message, detail }: { message?: string | undefined; detail?: string | undefined }) => {
    if (message === 'log.position') first = Number(detail);
  };
  client.on('notice', listen);
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ answer: Answer }>({ ...APPEND, values: parameters(asked) });
    return outcomes(asked, rows[0]?.answer ?? [], first);
  } catch (error) {
    if (!isRefused(error)) broken = error as Error;
    throw error;
  } finally {
    client.off('notice', listen);
    client.release(broken);
  }
}

/** True for an error by which PostgreSQL says that it has rolled the transaction back; any other leaves that open. */
export function isRefused(error: unknown): error is Error & { code: string; detail?: string } {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  // Classes 08 and 57 end sessions, and 40003 says itself that it does not know.
  return typeof code === 'string' && severity === 'ERROR' && !/^(08|57|40003)/.test(code);
}

function outcomes(asked: readonly Asked[], answer: NonNullable<Answer>, first: number | undefined): readonly Outcome[] {
  const others = new Map(answer.map((each) => [each.ordinal, each]));
  let position = (first ?? Number.NaN) - 1;
  return asked.map((append, n) => {
    const other = others.get(n + 1);
    if (other !== undefined) return other;
    position += append.count;
    if (Number.isNaN(position)) throw new Error('log.append told no position for what it wrote');
    return { is: 'written', version: append.expected + append.count, position };
  });
}

/** U+001E: a control character, which canonical JSON always escapes. */
const SEPARATOR = '\u001e';

function parameters(asked: readonly Asked[]): unknown[] {
  const carried = carriers(asked);
  const events = asked.flatMap((append, n) =>
    carried.has(append) ? append.events().map((event, m) => ({ n, m, append, event })) : [],
  );
  const joined = <T>(items: readonly T[], text: (item: T) => string): string => items.map(text).join(SEPARATOR);
  const array = <T>(items: readonly T[], text: (item: T) => string | number): string => `{${items.map(text).join()}}`;
  return [
    array(asked, ({ commandId }) => commandId),
    joined(asked, ({ stream }) => stream),
    array(asked, ({ expected }) => expected),
    array(asked, (append) => (carried.has(append) ? append.count : 0)),
    array(asked, ({ recordedAt }) => recordedAt),
    joined(asked, ({ accountId }) => accountId),
    joined(asked, ({ key }) => key),
    joined(asked, ({ requestHash }) => requestHash),
    array(events, ({ n }) => n + 1),
    array(events, ({ event }) => event.id),
    array(events, ({ append, m }) => append.expected + 1 + m),
    joined(events, ({ event }) => event.type),
    array(events, ({ event }) => event.schema),
    joined(events, ({ event }) => event.envelope),
    joined(events, ({ event }) => event.payload),
    joined(events, ({ event }) => event.salt),
  ];
}

/**
 * Of several appends to one stream at most one can be written, so only the first of those that expect the newest version
 * carries its events; the others just ask what became of them, which keeps a crowd on one stream cheap.
 */
function carriers(asked: readonly Asked[]): ReadonlySet<Asked> {
  const best = new Map<string, Asked>();
  for (const append of asked) {
    const other = best.get(append.stream);
    if (other === undefined || append.expected > other.expected) best.set(append.stream, append);
  }
  return new Set(best.values());
}
