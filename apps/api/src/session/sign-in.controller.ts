import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '#libs/config';
import { LogIn, Sessions, SingleSignOn } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { forgetSignIn, giveSession, rememberSignIn, SIGN_IN_COOKIE } from '../http/cookies.js';
import { knownOf } from '../http/request.js';
import { SessionRecord } from './session-record.js';
import { SignInOfferAnswer, SignInQuery } from './sign-in.dto.js';
import { SignInAttempts } from './sign-in-attempts.js';

const FOUND = { status: 302, description: 'the browser is sent on' };

/** Log-in with the identity an OpenID provider vouches for. Browsers are led here and back: what is refused, the log-in page says. */
@ApiTags('session')
@Controller('api/session/sign-in')
export class SignInController {
  constructor(
    private readonly signOn: SingleSignOn,
    private readonly attempts: SignInAttempts,
    private readonly logIn: LogIn,
    private readonly sessions: Sessions,
    private readonly record: SessionRecord,
    private readonly settings: Settings,
  ) {}

  @Get('offer')
  @ApiOperation({ operationId: 'getSignInOffer', summary: '是否启用统一身份认证 · Whether there is single sign-on' })
  @ApiOkResponse({ type: SignInOfferAnswer })
  offer(): SignInOfferAnswer {
    return { issuer: this.settings.oidcIssuer ?? null };
  }

  @Get()
  @ApiOperation({ operationId: 'beginSignIn', summary: '前往统一身份认证 · Leave for the OpenID provider' })
  @ApiResponse(FOUND)
  async begin(@Query() { to }: SignInQuery, @Res() reply: FastifyReply): Promise<void> {
    try {
      this.#offered();
      const { url, attempt } = await this.signOn.begin();
      rememberSignIn(reply, this.attempts.seal(attempt, to ?? undefined));
      reply.redirect(url, 302);
    } catch (error) {
      sendBack(reply, error);
    }
  }

  @Get('callback')
  @ApiOperation({ operationId: 'finishSignIn', summary: '统一身份认证返回 · Come back from the OpenID provider' })
  @ApiResponse(FOUND)
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = this.attempts.open(request.cookies[SIGN_IN_COOKIE]);
    forgetSignIn(reply);
    try {
      this.#offered();
      if (attempt === undefined) throw new DomainError('forbidden', 'sign-in.failed');
      const somebody = await this.signOn.finish(new URL(request.url, this.settings.publicUrl), attempt);
      const result = await this.logIn.enterAs(somebody);
      if ('refused' in result) {
        await this.record.logInRefused(request, somebody.subject, result.refused);
        throw new DomainError('forbidden', 'sign-in.not-linked', { subject: somebody.subject });
      }
      const { session, accountId, personId, login } = result;
      await this.record.loggedIn(request, session.id, { accountId, personId, login, issuer: somebody.issuer });
      const before = knownOf(request).token;
      if (before !== undefined) await this.sessions.close(before);
      giveSession(reply, session.token);
      reply.redirect(attempt.to, 302);
    } catch (error) {
      sendBack(reply, error);
    }
  }

  #offered(): void {
    if (this.settings.oidcIssuer === undefined) throw new DomainError('not-found', 'sign-in.not-offered');
  }
}

/** Behind `#`, so that it reaches no server: why, and for whom nothing is linked, the name to tell an administrator. */
function sendBack(reply: FastifyReply, error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
  const { subject } = error.details as { subject?: string };
  const told = new URLSearchParams({ refused: error.code, ...(subject === undefined ? {} : { subject }) });
  reply.redirect(`/login#${told}`, 302);
}
