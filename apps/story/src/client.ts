import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the story reads answers as any HTTP client would, without our types
  readonly body: any;
  readonly etag: string | undefined;
}

/** One person's browser: keeps the session cookie, sends an idempotency key with every order. */
export class Client {
  #cookie: string | undefined;

  constructor(private readonly base: string) {}

  get(path: string): Promise<Answer> {
    return this.#send('GET', path);
  }

  /** `version` is what the person saw; it travels as If-Match. */
  post(path: string, body: unknown, version?: number): Promise<Answer> {
    return this.#send('POST', path, body, version);
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.#send('PUT', path, body);
  }

  patch(path: string, body: unknown, version?: number): Promise<Answer> {
    return this.#send('PATCH', path, body, version);
  }

  async #send(method: string, path: string, body?: unknown, version?: number): Promise<Answer> {
    const response = await fetch(new URL(path, this.base), {
      method,
      headers: {
        accept: 'application/json',
        ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID(), origin: new URL(this.base).origin }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(';', 1)[0];
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      body: json ? JSON.parse(text) : text,
      etag: response.headers.get('etag') ?? undefined,
    };
  }
}
