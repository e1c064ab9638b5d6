import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Policy, permits } from '#libs/authorization';
import { Settings } from '#libs/config';
import { isFresh, type Lack, type Session, Sessions } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { BEFORE, CONFIRMATION, policyOfRoute } from './access.js';
import { SESSION_COOKIE } from './cookies.js';
import { refuseForeignOrigin } from './origin.js';
import { NotLoggedIn } from './refusals.js';
import { knownOf } from './request.js';

interface Terms {
  /** Undefined: nobody may. */
  readonly policy: Policy | undefined;
  readonly before: readonly Lack[];
  readonly confirmation: boolean;
}

/** What is said to somebody whose session still lacks something. */
const LACKING: Readonly<Record<Lack, string>> = {
  'second-factor': 'session.second-factor-needed',
  'new-password': 'password.must-be-changed',
  enrolment: 'session.enrolment-needed',
};

/** Default deny: a route without a line in the table of policies answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #terms = new WeakMap<object, Terms>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const terms = this.#termsOf(context.getHandler());
    const { policy } = terms;
    if (policy === undefined) throw new DomainError('forbidden', 'access.no-policy');
    refuseForeignOrigin(request, this.settings.publicUrl);

    const token = request.cookies[SESSION_COOKIE];
    let session = token === undefined ? undefined : await this.sessions.find(token);
    // Nobody is sent away for what was mended through another process a moment ago.
    if (policy.who !== 'anybody' && token && session && objectionTo(session, terms, policy))
      session = await this.sessions.findNow(token);
    const known = knownOf(request);
    known.token = token;
    known.session = session;
    if (policy.who === 'anybody') return true;
    if (session === undefined) throw new NotLoggedIn();
    const objection = objectionTo(session, terms, policy);
    if (objection) throw objection;
    return true;
  }

  #termsOf(handler: object): Terms {
    const known = this.#terms.get(handler);
    if (known) return known;
    const told = <T>(key: string): T | undefined => this.reflector.get<T | undefined>(key, handler as () => void);
    const terms: Terms = {
      policy: policyOfRoute(handler),
      before: told<readonly Lack[]>(BEFORE) ?? [],
      confirmation: told<true>(CONFIRMATION) === true,
    };
    this.#terms.set(handler, terms);
    return terms;
  }
}

/** Why the session may not use the route; undefined: it may. */
function objectionTo(session: Session, { before, confirmation }: Terms, policy: Policy): DomainError | undefined {
  const { lacks, identity } = session;
  if (lacks !== null && !before.includes(lacks)) return new DomainError('forbidden', LACKING[lacks]);
  const roles = identity.grants.map(({ role }) => role);
  if (!permits(policy, roles)) return new DomainError('forbidden', 'role.not-allowed', { allowed: policy.who });
  if (confirmation && !isFresh(session)) return new DomainError('forbidden', 'session.confirmation-needed');
  return undefined;
}
