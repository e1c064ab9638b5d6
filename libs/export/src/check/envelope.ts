import { hash } from 'node:crypto';
import { canonicalJson } from '#libs/kernel';
import type { Entry } from '../evidence.js';
import type { Faults } from './faults.js';

/** What an envelope says, once its form was checked. */
export interface Envelope {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly actor: {
    readonly personId: string;
    readonly accountId: string;
    readonly role: string;
    readonly onBehalfOf?: string;
  };
  readonly commandId: string;
  readonly recordedAt: string;
  readonly payloadHash: string;
}

/** An entry whose bytes were checked; `data` is null when the payload was erased by order, or is not to be believed. */
export interface Read {
  readonly position: number;
  readonly envelope: Envelope;
  readonly data: unknown;
  /** The data are what an erasure kept: the same without people's words. */
  readonly erased: boolean;
}

const text = (value: unknown): boolean => typeof value === 'string' && value !== '';
const optional = (value: unknown): boolean => value === undefined || text(value);
const counting = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;
const uuid = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** The fields of an envelope, each with what it may hold; no other field may stand there. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  v: (value) => value === 1,
  id: uuid,
  stream: text,
  version: counting,
  type: text,
  schema: counting,
  actor: (value) => isActor(value),
  commandId: text,
  correlationId: text,
  causationId: optional,
  recordedAt: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value),
  payloadHash: (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
};
const ACTOR: typeof FIELDS = { personId: text, accountId: text, role: text, onBehalfOf: optional };

/**
 * Checks the bytes of one entry: the envelope's form and fields, the payload against the commitment (INV-A1), the table's
 * columns. Null when there is no envelope that could be read.
 */
export function readEntry({ position, envelope, payload, salt, erased, differs }: Entry, faults: Faults): Read | null {
  if (envelope === null) {
    faults.add('entry.missing', { position });
    return null;
  }
  if (differs) faults.add('entry.row-differs', { position, columns: differs.join(', ') });
  const [form, value] = canonical(envelope);
  if (!isRecord(value)) {
    faults.add('envelope.malformed', { position, field: 'JSON' });
    return null;
  }
  if (form !== 'canonical') faults.add('envelope.not-canonical', { position });
  const wrong = firstWrong(value, FIELDS);
  if (wrong !== undefined) {
    faults.add('envelope.malformed', { position, field: wrong });
    return null;
  }
  const read = value as unknown as Envelope;
  const gone = payload === null && salt === null && erased !== undefined;
  const data = gone ? keptOf(erased.kept) : dataOf(read, { position, payload, salt }, faults);
  return { position, envelope: read, data, erased: gone };
}

/** What an erasure kept; whether its order says the same is looked at when the order comes. */
function keptOf(kept: Buffer | null): unknown {
  return kept === null ? null : (canonical(kept)[1] ?? null);
}

function dataOf(
  { payloadHash }: Envelope,
  { position, payload, salt }: Pick<Entry, 'position' | 'payload' | 'salt'>,
  faults: Faults,
): unknown {
  if (payload === null && salt === null) return null;
  if (payload === null || salt === null) {
    faults.add('payload.salt-lost', { position });
    return null;
  }
  const [form, data] = canonical(payload);
  if (hash('sha256', Buffer.concat([salt, payload])) !== payloadHash || form === 'no JSON') {
    faults.add('payload.differs', { position });
    return null;
  }
  if (!isRecord(data)) {
    faults.add('payload.malformed', { position });
    return null;
  }
  return data;
}

function canonical(bytes: Buffer): [form: 'canonical' | 'other' | 'no JSON', value: unknown] {
  const written = bytes.toString('utf8');
  try {
    const value: unknown = JSON.parse(written);
    return [canonicalJson(value) === written ? 'canonical' : 'other', value];
  } catch {
    return ['no JSON', undefined];
  }
}

function firstWrong(value: Readonly<Record<string, unknown>>, fields: typeof FIELDS): string | undefined {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  return unknown ?? Object.keys(fields).find((key) => !fields[key]!(value[key]));
}

const isActor = (value: unknown): boolean => isRecord(value) && firstWrong(value, ACTOR) === undefined;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
