import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '#libs/kernel';
import { knownOf } from './request.js';

/** Most bytes of a body; a whole sheet with its narrative needs a tenth. */
export const MOST_BYTES = 1_048_576;
const MOST_DEPTH = 20;
const MOST_ITEMS = 20_000;

/** JSON and nothing else is read: UTF-8, bounded in bytes, depth and list length, without keys that change prototypes. */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MOST_BYTES },
    (request, body, done) => {
      try {
        if (body.length === 0) return done(null, undefined);
        const text = decoded(body);
        knownOf(request).text = text;
        done(null, parsed(text));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

function decoded(body: Buffer): string {
  if (!isUtf8(body)) throw new DomainError('invalid', 'request.not-utf8');
  return body.toString('utf8');
}

/** What the text says, when it is JSON that we take. */
export function parsed(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'request.malformed-json');
  }
  // In well-formed UTF-8 these two only come escaped, so most bodies are not searched for them.
  inspect(value, '', 1, /\\u(?:d[89a-f]|0000)/i.test(text));
  return value;
}

function inspect(value: unknown, pointer: string, depth: number, texts: boolean): void {
  if (typeof value === 'string') {
    if (texts && /\p{Surrogate}|\0/u.test(value)) throw new DomainError('invalid', 'request.unprintable', { pointer });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth > MOST_DEPTH) throw new DomainError('invalid', 'request.too-deep', { most: MOST_DEPTH });
  if (Array.isArray(value)) {
    if (value.length > MOST_ITEMS)
      throw new DomainError('invalid', 'request.list-too-long', { pointer, most: MOST_ITEMS });
    for (let n = 0; n < value.length; n += 1) inspect(value[n], `${pointer}/${n}`, depth + 1, texts);
    return;
  }
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype' || /\p{Surrogate}|\0/u.test(key))
      throw new DomainError('invalid', 'request.forbidden-key', { pointer });
    inspect((value as Record<string, unknown>)[key], `${pointer}/${key}`, depth + 1, texts);
  }
}
