import type { FastifyRequest } from 'fastify';
import { DomainError } from '#libs/kernel';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Against requests that another site makes a browser send: what changes something comes from our own pages. Browsers say
 * where a request comes from and cannot be made to lie; a program that is no browser says nothing and is no danger.
 */
export function refuseForeignOrigin({ method, headers }: FastifyRequest, publicUrl: string): void {
  if (SAFE.has(method)) return;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
  // As it was sent to us: `request.host` would be what a trusted proxy forwards, of which nothing but the address is believed.
  const { origin, host } = headers;
  if (origin !== undefined && origin !== publicUrl && origin !== `http://${host}` && origin !== `https://${host}`)
    throw foreign();
}

const foreign = (): DomainError => new DomainError('forbidden', 'request.foreign-origin');
