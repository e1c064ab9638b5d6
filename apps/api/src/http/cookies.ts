import type { FastifyReply } from 'fastify';

/** `__Host-`: only from this host, only over a connection the browser trusts (https, or this machine), for all paths. */
export const SESSION_COOKIE = '__Host-session';

const ATTRIBUTES = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

export function giveSession(reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, ATTRIBUTES);
}

/** What has to be remembered between leaving for an OpenID provider and coming back, sealed; for one return, ten minutes. */
export const SIGN_IN_COOKIE = '__Host-sign-in';
const SIGN_IN_S = 600;

export function rememberSignIn(reply: FastifyReply, sealed: string): void {
  reply.setCookie(SIGN_IN_COOKIE, sealed, { ...ATTRIBUTES, maxAge: SIGN_IN_S });
}

export function forgetSignIn(reply: FastifyReply): void {
  reply.clearCookie(SIGN_IN_COOKIE, ATTRIBUTES);
}

export function takeSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, ATTRIBUTES);
}
