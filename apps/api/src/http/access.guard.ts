import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Settings } from '#libs/config';
import { Sessions } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { ACCESS, type Access, BEFORE_NEW_PASSWORD } from './access.js';
import { SESSION_COOKIE } from './cookies.js';
import { refuseForeignOrigin } from './origin.js';
import { NotLoggedIn } from './refusals.js';
import { knownOf } from './request.js';

interface Policy {
  readonly access: Access | undefined;
  readonly beforeNewPassword: boolean;
}

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
    const { access, beforeNewPassword } = this.#policyOf(context.getHandler());
    if (access === undefined) throw new DomainError('forbidden', 'access.no-policy');
    refuseForeignOrigin(request, this.settings.publicUrl);

    const token = request.cookies[SESSION_COOKIE];
    const session = token === undefined ? undefined : await this.sessions.find(token);
    const known = knownOf(request);
    known.token = token;
    known.session = session;
    if (access === 'public') return true;
    if (session === undefined) throw new NotLoggedIn();

    const { grants, mustChangePassword } = session.identity;
    if (mustChangePassword && !beforeNewPassword) throw new DomainError('forbidden', 'password.must-be-changed');
    if (!access.includes('everybody') && !grants.some(({ role }) => (access as readonly string[]).includes(role)))
      throw new DomainError('forbidden', 'role.not-allowed', { allowed: access });
    return true;
  }

  #policyOf(handler: object): Policy {
    const known = this.#policies.get(handler);
    if (known) return known;
    const policy: Policy = {
      access: this.reflector.get<Access | undefined>(ACCESS, handler as () => void),
      beforeNewPassword: this.reflector.get<true | undefined>(BEFORE_NEW_PASSWORD, handler as () => void) === true,
    };
    this.#policies.set(handler, policy);
    return policy;
  }
}
