import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from './addresses.js';
import { AddressRefused, checkedUrl, postJson } from './outbound.js';

/** What an attacker would type to reach what only this machine can reach. */
const HOSTILE = [
  ...[
    'http://example.org/',
    'ftp://example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'javascript:alert(1)',
  ],
  ...['', 'example.org', '//example.org/', 'https://', 'https://user@example.org/', 'https://u:p@example.org/'],
  ...['https://localhost/', 'https://LOCALHOST./', 'https://a.localhost/', 'https://intranet/', 'https://db.internal/'],
  ...['https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/'],
  ...['https://0/', 'https://0.0.0.0/', 'https://10.1.2.3/', 'https://172.16.0.1/', 'https://172.31.255.255/'],
  ...['https://192.168.1.1/', 'https://169.254.169.254/latest/meta-data/', 'https://100.100.100.200/'],
  ...[
    'https://168.63.129.16/',
    'https://100.64.0.1/',
    'https://198.18.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
  ],
  ...[
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[fe80::1]/',
  ],
  ...['https://[fd00:ec2::254]/', 'https://[fc00::1]/', 'https://[64:ff9b::7f00:1]/', 'https://[2002:7f00:1::]/'],
  ...['https://[2001:db8::1]/', 'https://[ff02::1]/', 'https://１２７.0.0.1/', 'https://127。0。0。1/'],
  `https://example.org/${'a'.repeat(2_000)}`,
];

describe('An address that is no receiver', () => {
  it.each(HOSTILE)('%s is refused before anything is asked', async (url) => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [];
    };
    await expect(postJson(url, '{}', {}, { resolve })).rejects.toThrow(AddressRefused);
    expect(asked).toEqual([]);
  });

  it.each([
    '127.0.0.1',
    '10.0.0.5',
    '169.254.169.254',
    '::1',
    '::ffff:10.0.0.5',
    'fe80::1',
    'fe80::1%eth0',
    'fd12::1',
    'not an address',
  ])('is not better for a name that resolves to %s', async (address) => {
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address, family: address.includes(':') ? 6 : 4 },
    ];
    await expect(postJson('https://rebind.example.org/', '{}', {}, { resolve })).rejects.toThrow(
      'webhook.address-closed',
    );
  });

  it('leaves the public internet', () => {
    expect(['8.8.8.8', '223.5.5.5', '2606:4700::1111', '172.32.0.1', '100.128.0.1'].every(isPublicAddress)).toBe(true);
    expect(checkedUrl('https://oapi.dingtalk.com/robot/send?access_token=x').host).toBe('oapi.dingtalk.com');
  });
});

describe('A post', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function receiver(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const post = (url: string, options = {}) => postJson(url, '{"a":1}', { 'x-a': 'b' }, { loopback: true, ...options });

  it('arrives with its body and headers, and brings the answer back', async () => {
    const url = await receiver(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      response.end(`${request.method} ${request.headers['x-a']} ${Buffer.concat(chunks)}`);
    });
    expect(await post(url)).toBe('POST b {"a":1}');
  });

  it('goes to the address that was judged: the name is resolved once', async () => {
    const url = new URL(await receiver((_, response) => response.end('here')));
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    expect(await post(`http://receiver.example.org:${url.port}/`, { resolve })).toBe('here');
    expect(asked).toBe(1);
  });

  it('follows no redirect', async () => {
    let visits = 0;
    const url = await receiver((_, response) => {
      visits += 1;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await expect(post(url)).rejects.toThrow('answered 307');
    expect(visits).toBe(1);
  });

  it('reads no endless answer', async () => {
    const url = await receiver((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(4_096)));
      };
      response.on('drain', more);
      more();
    });
    await expect(post(url)).rejects.toThrow('more than 16384 bytes');
  });

  it.each(['before the head', 'in the middle of the body'])('waits no longer than it may %s', async (where) => {
    const url = await receiver((_, response) => {
      if (where !== 'before the head') response.write('{');
    });
    await expect(post(url, { withinMs: 100 })).rejects.toThrow('no answer within 100 ms');
  });

  it('waits no longer for a name either', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    await expect(post('https://slow.example.org/', { withinMs: 50, resolve })).rejects.toThrow('no answer within');
  });

  it('tells a refused connection by its code, without the address', async () => {
    const url = await receiver(() => undefined);
    servers[0]?.close();
    await once(servers[0]!, 'close');
    await expect(post(`${url}/robot?access_token=secret`)).rejects.toThrow(/^ECONNREFUSED$/);
  });

  it('to this machine needs the setting', async () => {
    const url = await receiver((_, response) => response.end());
    await expect(postJson(url, '{}', {})).rejects.toThrow('webhook.https-only');
    await expect(postJson('http://10.0.0.1/', '{}', {}, { loopback: true })).rejects.toThrow('webhook.address-closed');
  });
});
