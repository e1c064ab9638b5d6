/** What an export is called and which shape it has; a reader refuses any other. */
export const FORMAT = 'shuangshen-export/1';

/** The front page of an export: what it holds, who signed it, and what was there when it was made. */
export interface Manifest {
  readonly format: typeof FORMAT;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly scope: Scope;
  /** Name of the log in its checkpoints; null when nothing was ever sealed. */
  readonly origin: string | null;
  /** Entries under the newest checkpoint; 0 when nothing was sealed. */
  readonly size: number;
  /** Positions given in the log when the export was made; from `size` on they are not sealed yet. */
  readonly head: number;
  /** The log's verifier keys and the witnesses' with how many of them have to cosign. Better taken from elsewhere. */
  readonly keys: readonly string[];
  readonly witnesses: { readonly keys: readonly string[]; readonly quorum: number };
  /** The newest schema number of each event type that ever changed its shape; others have 1. */
  readonly schemas: Readonly<Record<string, number>>;
  /** Position up to which the published statements were derived; -1: nothing. */
  readonly statementsTo: number;
  /** Rows that stand in the table of events and have no place in the order: there must be none. */
  readonly unplaced: { readonly count: number; readonly ids: readonly string[] };
}

/** The whole log, or the streams of one campaign or of one evaluation. */
export type Scope =
  | { readonly of: 'log' }
  | { readonly of: 'campaign'; readonly id: string }
  | { readonly of: 'evaluation'; readonly id: string };

/** Why something cannot be read as an export at all, in words; nothing is said about what it holds. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Reads a manifest. Throws Unreadable. */
export function parseManifest(text: string): Manifest {
  const value = jsonOf(text, 'manifest.json') as Partial<Manifest> | null;
  if (value?.format !== FORMAT) throw new Unreadable(`manifest.json: format is not ${FORMAT}`);
  const numbers = [value.size, value.head, value.statementsTo];
  const lists = [value.keys, value.witnesses?.keys, value.unplaced?.ids];
  const whole =
    numbers.every((n) => Number.isSafeInteger(n)) &&
    lists.every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string')) &&
    Number.isSafeInteger(value.witnesses?.quorum) &&
    Number.isSafeInteger(value.unplaced?.count) &&
    (value.origin === null || typeof value.origin === 'string') &&
    ['log', 'campaign', 'evaluation'].includes(value.scope?.of ?? '');
  if (!whole) throw new Unreadable('manifest.json: a field is missing or of another kind');
  return value as Manifest;
}

/** A line or file of JSON. Throws Unreadable, naming the place. */
export function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(`${place}: no JSON`);
  }
}
