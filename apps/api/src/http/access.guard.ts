import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '#libs/config';
import { isFresh, type Lack, type Session, Sessions } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { ACCESS, type Access, BEFORE, CONFIRMATION } from './access.js';
import { SESSION_COOKIE } from './cookies.js';
import { refuseForeignOrigin } from './origin.js';
import { NotLoggedIn } from './refusals.js';
import { knownOf } from './request.js';

interface Policy {
  readonly access: Access | undefined;
  readonly before: readonly Lack[];
  readonly confirmation: boolean;
}

/** What is said to somebody whose session still lacks something. */
const LACKING: Readonly<Record<Lack, string>> = {
  'second-factor': 'session.second-factor-needed',
  'new-password': 'password.must-be-changed',
  enrolment: 'session.enrolment-needed',
};

/** Default deny: a route without a policy answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #policies = new WeakMap<object, Policy>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const policy = this.#policyOf(context.getHandler());
    const { access } = policy;
    if (access === undefined) throw new DomainError('forbidden', 'access.no-policy');
    refuseForeignOrigin(request, this.settings.publicUrl);

    const token = request.cookies[SESSION_COOKIE];
    let session = token === undefined ? undefined : await this.sessions.find(token);
    // Nobody is sent away for what was mended through another process a moment ago.
    if (access !== 'public' && token && session && objectionTo(session, policy, access))
      session = await this.sessions.findNow(token);
    const known = knownOf(request);
    known.token = token;
    known.session = session;
    if (access === 'public') return true;
    if (session === undefined) throw new NotLoggedIn();
    const objection = objectionTo(session, policy, access);
    if (objection) throw objection;
    return true;
  }

  #policyOf(handler: object): Policy {
    const known = this.#policies.get(handler);
    if (known) return known;
    const told = <T>(key: string): T | undefined => this.reflector.get<T | undefined>(key, handler as () => void);
    const policy: Policy = {
      access: told<Access>(ACCESS),
      before: told<readonly Lack[]>(BEFORE) ?? [],
      confirmation: told<true>(CONFIRMATION) === true,
    };
    this.#policies.set(handler, policy);
    return policy;
  }
}

/** Why the session may not use the route; undefined: it may. */
function objectionTo(
  session: Session,
  { before, confirmation }: Policy,
  access: Exclude<Access, 'public'>,
): DomainError | undefined {
  const { lacks, identity } = session;
  if (lacks !== null && !before.includes(lacks)) return new DomainError('forbidden', LACKING[lacks]);
  if (
    !access.includes('everybody') &&
    !identity.grants.some(({ role }) => (access as readonly string[]).includes(role))
  )
    return new DomainError('forbidden', 'role.not-allowed', { allowed: access });
  if (confirmation && !isFresh(session)) return new DomainError('forbidden', 'session.confirmation-needed');
  return undefined;
}
