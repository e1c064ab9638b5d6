import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Stands in a page where the nonce of its answer belongs. */
export const NONCE = '__NONCE__';

/**
 * What a page may load, run and show: files of ours, and nothing that stands in the page itself but styles that carry the
 * nonce of the answer.
 */
export function contentPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page as it is answered this once, with a nonce that nobody could have known before; its policy goes with it. */
export function answeredOnce(page: string, reply: FastifyReply): string {
  const nonce = randomBytes(18).toString('base64');
  reply.header('content-security-policy', contentPolicy(nonce));
  return page.replaceAll(NONCE, nonce);
}
