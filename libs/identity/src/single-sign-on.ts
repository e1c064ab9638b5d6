import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { ExternalIdentity } from './external-identities.js';
import { identityRefusal } from './refusals.js';

/** The provider, and what it knows us by. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /** Where it sends people back to. */
  readonly callback: string;
}

/** What has to be remembered between leaving for the provider and coming back. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const PATIENCE_S = 5;

/** Log-in with an OpenID provider: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1, RFC 7636). */
export class SingleSignOn {
  #configuration: Promise<Configuration> | undefined;

  constructor(private readonly provider: Provider) {}

  get issuer(): string {
    return this.provider.issuer;
  }

  /** Where to send the person. Refuses with `sign-in.unavailable` while the provider does not answer. */
  async begin(): Promise<{ readonly url: string; readonly attempt: SignInAttempt }> {
    const configuration = await this.#known();
    const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.provider.callback,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, attempt };
  }

  /**
   * Whom the provider vouches for, from the address it sent the person back to. Refuses what does not belong to the
   * attempt, and what is not signed for us, now, by this provider.
   */
  async finish(address: URL, { state, nonce, verifier }: SignInAttempt): Promise<ExternalIdentity> {
    const configuration = await this.#known();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    const tokens = await authorizationCodeGrant(configuration, address, checks).catch((error: unknown) => {
      throw identityRefusal(error instanceof AuthorizationResponseError ? 'sign-in.declined' : 'sign-in.failed');
    });
    const claims = tokens.claims();
    if (claims === undefined) throw identityRefusal('sign-in.failed');
    return { issuer: this.provider.issuer, subject: claims.sub };
  }

  /** What the provider says of itself: asked once, and again after it did not answer. */
  #known(): Promise<Configuration> {
    this.#configuration ??= this.#discover();
    return this.#configuration;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    // The settings allow plain HTTP for this machine only.
    const execute = issuer.startsWith('http://') ? [allowInsecureRequests] : [];
    try {
      return await discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: PATIENCE_S });
    } catch {
      this.#configuration = undefined;
      throw identityRefusal('sign-in.unavailable');
    }
  }
}
