import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

interface Client {
  readonly id: string;
  readonly secret: string;
  readonly redirect: string;
}

/** A real OpenID provider in this process: whoever comes is whom the test says, or turns back. */
export class OpenIdIssuer {
  /** The `sub` of whoever logs in next; undefined: they decline. */
  who: string | undefined = 'nobody';

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async begin(client: Client): Promise<OpenIdIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = new OpenIdIssuer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server);
    const provider = providerFor(issuer.url, client);
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/interaction/')) void issuer.#interact(provider, client, request, response);
      else answer(request, response);
    });
    return issuer;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Goes where a browser would from this address on, and answers the first address that is not the provider's. */
  async lead(address: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = address;
    for (let step = 0; step < 12 && at.startsWith(this.url); step += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const one of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
        cookies.set(name, value);
      }
      const next = response.headers.get('location');
      if (next === null) throw new Error(`${response.status} at ${at}: ${await response.text()}`);
      at = new URL(next, at).href;
    }
    return at;
  }

  async #interact(provider: Provider, client: Client, request: IncomingMessage, response: ServerResponse) {
    const { prompt } = await provider.interactionDetails(request, response);
    const finish = (result: Readonly<Record<string, unknown>>, merge: boolean) =>
      provider.interactionFinished(request, response, result, { mergeWithLastSubmission: merge });
    if (this.who === undefined)
      return finish({ error: 'access_denied', error_description: 'the person turned back' }, false);
    if (prompt.name === 'login') return finish({ login: { accountId: this.who } }, false);
    const grant = new provider.Grant({ accountId: this.who, clientId: client.id });
    grant.addOIDCScope('openid');
    return finish({ consent: { grantId: await grant.save() } }, true);
  }
}

function providerFor(url: string, { id, secret, redirect }: Client): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(url, {
    clients: [
      {
        ...{ client_id: id, client_secret: secret, token_endpoint_auth_method: 'client_secret_post' },
        ...{ redirect_uris: [redirect], response_types: ['code'], grant_types: ['authorization_code'] },
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AuthorizationCode: 60, IdToken: 600, AccessToken: 600 },
  });
}
