import { promises as dns, type LookupAddress } from 'node:dns';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from './addresses.js';

/** Where nothing may be sent, however often it is tried: the address has to be changed. `message` is a stable code. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** It did not arrive, and may the next time. */
export class SendingFailed extends Error {
  override readonly name = 'SendingFailed';
}

export interface OutboundOptions {
  /** Also plain http, and also this machine; for tests and for receivers beside the product. */
  readonly loopback?: boolean;
  /** For the whole of it, the look-up of the name included; 5 s unless told. */
  readonly withinMs?: number;
  /** All addresses of a name; the system's resolver unless told. */
  readonly resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

const WITHIN = 5_000;
/** What is read of an answer, in bytes; who sends more is cut off. */
const MOST_BYTES = 16_384;

/** The address as it may be stored. Throws `AddressRefused` for what is wrong whatever its name resolves to. */
export function checkedUrl(text: string, { loopback = false }: OutboundOptions = {}): URL {
  if (text.length > 2_000 || !URL.canParse(text)) throw new AddressRefused('webhook.no-url');
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:'))
    throw new AddressRefused('webhook.https-only');
  if (url.username !== '' || url.password !== '' || url.hash !== '') throw new AddressRefused('webhook.no-url');
  const host = hostOf(url);
  if (isIP(host) !== 0) refuseClosed([host], loopback);
  else if (!loopback && (!host.includes('.') || /\.?(?:localhost|local|internal|intranet|lan)\.?$/i.test(host)))
    throw new AddressRefused('webhook.address-closed');
  return url;
}

/** Without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** One closed address among several is enough: a name that points inside and outside is no receiver. */
function refuseClosed(addresses: readonly string[], loopback: boolean): void {
  if (!addresses.every((address) => isPublicAddress(address) || (loopback && isLoopback(address))))
    throw new AddressRefused('webhook.address-closed');
}

/**
 * Posts JSON and answers the body of a 2xx answer. The name is resolved once, judged, and that very address is connected to; no
 * redirect is followed, no connection kept. Throws `AddressRefused`, or `SendingFailed` with a reason that names no secret.
 */
export async function postJson(
  text: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: OutboundOptions = {},
): Promise<string> {
  const { loopback = false, withinMs = WITHIN, resolve = lookup } = options;
  const url = checkedUrl(text, options);
  const signal = AbortSignal.timeout(withinMs);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new SendingFailed(`no answer within ${withinMs} ms`)), {
      once: true,
    });
  });
  const host = hostOf(url);
  const work = async () => {
    const addresses = isIP(host) === 0 ? await resolve(host).catch(failed) : [{ address: host, family: isIP(host) }];
    if (addresses.length === 0) throw new SendingFailed('the name has no address');
    refuseClosed(
      addresses.map(({ address }) => address),
      loopback,
    );
    return exchange(url, addresses[0]!, body, headers, signal);
  };
  return Promise.race([work(), late]);
}

const lookup = (host: string): Promise<LookupAddress[]> => dns.lookup(host, { all: true, verbatim: true });

/** Only the code: a message may hold the address, which may hold a key. */
function failed(error: unknown): never {
  if (error instanceof SendingFailed || error instanceof AddressRefused) throw error;
  throw new SendingFailed(String((error as { code?: unknown }).code ?? 'connection failed'));
}

function exchange(
  url: URL,
  pinned: LookupAddress,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise<string>((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': String(Buffer.byteLength(body)),
          'user-agent': 'Shuangshen',
          ...headers,
        },
        agent: false,
        signal,
        lookup: (_host, { all }, done) => (all ? done(null, [pinned]) : done(null, pinned.address, pinned.family)),
      },
      (answer) => read(answer).then(resolve, reject),
    );
    asked.on('error', reject);
    asked.end(body);
  }).catch(failed);
}

async function read(answer: IncomingMessage): Promise<string> {
  const { statusCode = 0 } = answer;
  if (statusCode < 200 || statusCode > 299) {
    answer.destroy();
    throw new SendingFailed(`answered ${statusCode}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES) {
      answer.destroy();
      throw new SendingFailed(`answered with more than ${MOST_BYTES} bytes`);
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
