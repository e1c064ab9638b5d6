import type { FastifyReply } from 'fastify';

/** `__Host-`: only from this host, only over a connection the browser trusts (https, or this machine), for all paths. */
export const SESSION_COOKIE = '__Host-session';

const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

export function giveSession(reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, ATTRIBUTES);
}

export function takeSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, ATTRIBUTES);
}
