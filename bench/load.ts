import { connect, type Socket } from 'node:net';

/** One request as bytes go out, given the answer to the one before (undefined: the first). */
export type Next = (answer: { readonly status: number; readonly body: string } | undefined) => string;

export interface Load {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
}

/**
 * Sends requests over so many connections, one at a time on each, for so long; the first part is not counted. Speaks
 * HTTP/1.1 over plain sockets, because on a small machine an HTTP client costs as much as a server. Throws at the first
 * answer that is not 200.
 */
export async function load(
  port: number,
  clients: readonly Next[],
  { seconds, warmUp }: { readonly seconds: number; readonly warmUp: number },
): Promise<Load> {
  const begin = performance.now() + warmUp * 1_000;
  const end = begin + seconds * 1_000;
  const times: number[] = [];
  await Promise.all(clients.map((next) => talk(port, next, begin, end, times)));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), requests: times.length };
}

function talk(port: number, next: Next, begin: number, end: number, times: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let received = '';
    let sent = 0;
    const send = (request: string): void => {
      sent = performance.now();
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.on('connect', () => send(next(undefined)));
    socket.on('error', reject);
    socket.on('data', (piece: string) => {
      received += piece;
      const headEnd = received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = /\r\ncontent-length: (\d+)/i.exec(received)?.[1];
      if (length === undefined)
        return void reject(new Error(`an answer without length: ${received.slice(0, headEnd)}`));
      const bodyStart = headEnd + 4;
      if (received.length < bodyStart + Number(length)) return;
      const now = performance.now();
      if (sent >= begin && now <= end) times.push(now - sent);
      const status = Number(received.slice(9, 12));
      const body = received.slice(bodyStart);
      received = '';
      if (status !== 200) return void reject(new Error(`${status}: ${Buffer.from(body, 'latin1').toString('utf8')}`));
      if (now >= end) {
        socket.end();
        resolve();
      } else send(next({ status, body }));
    });
  });
}

/** A request with a JSON body. */
export function request(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): string {
  const all = { host: '127.0.0.1', ...headers };
  const head = Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  if (body === undefined) return `${method} ${path} HTTP/1.1\r\n${head}\r\n`;
  return `${method} ${path} HTTP/1.1\r\n${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
