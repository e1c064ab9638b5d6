import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A batch of changes on its way to the API, under the key that makes repeating it harmless. */
export interface Save {
  readonly key: string;
  readonly paths: readonly string[];
}

/** The wire between a browser and the system: everything passes as it is, until it is told to fail. */
export class Wire {
  /** What was sent to be saved, in this order, whether or not it arrived. */
  readonly saves: Save[] = [];
  #cut = false;
  #lost = 0;
  #held: (() => void)[] | undefined;
  readonly #server = createServer((request, response) => void this.#carry(request, response));

  private constructor(private readonly target: string) {}

  static async to(target: string): Promise<Wire> {
    const wire = new Wire(target);
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Nothing passes, as when the system is down, until it is mended. */
  cut(): void {
    this.#cut = true;
    this.#server.closeAllConnections();
  }

  mend(): void {
    this.#cut = false;
  }

  /** The next save arrives, and its answer does not. */
  loseAnswer(): void {
    this.#lost += 1;
  }

  /** Answers to saves wait until they are let go. */
  hold(): void {
    this.#held = [];
  }

  letGo(): void {
    for (const answer of this.#held ?? []) answer();
    this.#held = undefined;
  }

  async end(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#cut) return void request.socket.destroy();
    const body = Buffer.concat(await request.toArray());
    const isSave = request.method === 'PATCH' && request.url?.endsWith('/draft') === true;
    if (isSave) this.saves.push(saveIn(request, body));
    const { host: _, origin, ...headers } = request.headers;
    const onward = ask(
      new URL(request.url ?? '/', this.target),
      { method: request.method ?? 'GET', headers: { ...headers, ...(origin && { origin: this.target }) } },
      (answer) => {
        const pass = (): void => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        };
        if (!isSave) return pass();
        if (this.#lost > 0) {
          this.#lost -= 1;
          answer.resume();
          return void request.socket.destroy();
        }
        if (this.#held) this.#held.push(pass);
        else pass();
      },
    );
    onward.on('error', () => request.socket.destroy());
    response.on('close', () => onward.destroy());
    onward.end(body);
  }
}

function saveIn({ headers }: IncomingMessage, body: Buffer): Save {
  const { changes } = JSON.parse(body.toString('utf8')) as { readonly changes: readonly { readonly path: string }[] };
  return { key: String(headers['idempotency-key']), paths: changes.map(({ path }) => path) };
}
