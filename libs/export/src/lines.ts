import { isUtf8 } from 'node:buffer';
import type { Entry, Head, SchemeText, Statement } from './evidence.js';
import { jsonOf, Unreadable } from './manifest.js';

/** The files of an export beside its tiles. */
export const FILES = {
  manifest: 'manifest.json',
  entries: 'events.jsonl',
  heads: 'checkpoints.jsonl',
  newestHead: 'checkpoint',
  statements: 'statements.jsonl',
  schemes: 'schemes.jsonl',
} as const;

/**
 * An entry as one line of JSON. Bytes that are UTF-8, as all that the product wrote, stand as text and give exactly the
 * same bytes again; others, which only tampering leaves behind, stand in base64 beside a null.
 */
export function entryLine({ position, envelope, payload, salt, erased, differs }: Entry): string {
  return JSON.stringify({
    position,
    ...bytesAs('envelope', envelope),
    ...bytesAs('payload', payload),
    salt: salt === null ? null : salt.toString('hex'),
    ...(erased && { erased: { by: erased.by, ...bytesAs('kept', erased.kept) } }),
    ...(differs !== undefined && differs.length > 0 && { differs }),
  });
}

/** Reads an entry's line. Throws Unreadable. */
export function parseEntry(line: string, number: number): Entry {
  const place = `${FILES.entries}:${number}`;
  const value = jsonOf(line, place) as Readonly<Record<string, unknown>> | null;
  const { position, salt, differs } = value ?? {};
  if (!Number.isSafeInteger(position) || !(salt === null || typeof salt === 'string'))
    throw new Unreadable(`${place}: no entry`);
  const entry = {
    position: position as number,
    envelope: bytesOf(value!, 'envelope', place),
    payload: bytesOf(value!, 'payload', place),
    salt: salt === null ? null : Buffer.from(salt, 'hex'),
  };
  const erased = erasedOf(value!.erased, place);
  const whole = {
    ...entry,
    ...(erased && { erased }),
    ...(Array.isArray(differs) && { differs: differs.map(String) }),
  };
  return asWritten(whole, entryLine(whole), line, place);
}

/** One head, statement or scheme as a line of JSON. */
export const line = (value: Head | Statement | SchemeText): string => JSON.stringify(value);

/** Reads a head's line. Throws Unreadable. */
export function parseHead(text: string, number: number): Head {
  const place = `${FILES.heads}:${number}`;
  const value = jsonOf(text, place) as Partial<Head> | null;
  if (!Number.isSafeInteger(value?.size) || typeof value?.note !== 'string')
    throw new Unreadable(`${place}: no checkpoint`);
  return asWritten(value as Head, line(value as Head), text, place);
}

/** Reads a statement's line. Throws Unreadable. */
export function parseStatement(text: string, number: number): Statement {
  const place = `${FILES.statements}:${number}`;
  const value = jsonOf(text, place) as Partial<Statement> | null;
  if (typeof value?.evaluation !== 'string') throw new Unreadable(`${place}: no statement`);
  return asWritten(value as Statement, line(value as Statement), text, place);
}

/** Reads a scheme's line. Throws Unreadable. */
export function parseSchemeLine(text: string, number: number): SchemeText {
  const place = `${FILES.schemes}:${number}`;
  const value = jsonOf(text, place) as Partial<SchemeText> | null;
  if (typeof value?.text !== 'string') throw new Unreadable(`${place}: no scheme`);
  return asWritten(value as SchemeText, line(value as SchemeText), text, place);
}

/**
 * A line says each thing in one way: as the export writes it. A salt in capital letters, a key nobody reads or a letter that is
 * not UTF-8 would else be read as if nothing had been touched. Throws Unreadable.
 */
function asWritten<T>(value: T, written: string, text: string, place: string): T {
  if (written !== text) throw new Unreadable(`${place}: not as an export writes it`);
  return value;
}

function erasedOf(value: unknown, place: string): Entry['erased'] {
  if (value === undefined) return undefined;
  const { by } = (value ?? {}) as { readonly by?: unknown };
  if (!Number.isSafeInteger(by)) throw new Unreadable(`${place}: no erasure`);
  return { by: by as number, kept: bytesOf(value as Readonly<Record<string, unknown>>, 'kept', place) };
}

function bytesAs(name: string, bytes: Buffer | null): Readonly<Record<string, string | null>> {
  if (bytes === null) return { [name]: null };
  return isUtf8(bytes)
    ? { [name]: bytes.toString('utf8') }
    : { [name]: null, [`${name}Bytes`]: bytes.toString('base64') };
}

function bytesOf(value: Readonly<Record<string, unknown>>, name: string, place: string): Buffer | null {
  const text = value[name];
  const base64 = value[`${name}Bytes`];
  if (typeof text === 'string') return Buffer.from(text, 'utf8');
  if (typeof base64 === 'string') return Buffer.from(base64, 'base64');
  if (text !== null) throw new Unreadable(`${place}: ${name} is no text`);
  return null;
}
