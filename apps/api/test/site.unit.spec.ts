import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { settings } from '#libs/config';
import { createApi } from '../src/create-api.js';
import { type Resources, unconnectedResources } from '../src/resources.js';
import { BuiltSite } from '../src/site/built-site.js';

const PAGE = '<!doctype html><title>双审</title><meta property="csp-nonce" nonce="__NONCE__">';
const SCRIPT = 'console.log("双审");';

describe('The web interface', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuangshen-site-'));
  let app: NestFastifyApplication;
  let resources: Resources;

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets/main-abc123.js'), SCRIPT);
    writeFileSync(join(folder, 'assets/main-abc123.js.br'), brotliCompressSync(SCRIPT));
    resources = { ...unconnectedResources(settings({ LOG_LEVEL: 'silent' })), site: BuiltSite.in(folder) };
    app = await createApi(resources);
  });
  afterAll(async () => {
    await app.close();
    await resources.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });
  const policyOf = async (url: string) => String((await get(url)).headers['content-security-policy']);

  it.each(['/', '/index.html', '/todo', '/evaluations/431225-117003-2021-unit?tab=score'])(
    'answers %s with its page, anew each time',
    async (url) => {
      const { statusCode, body, headers } = await get(url);
      const [, nonce = ''] = /'nonce-([\w+/]{24})'/.exec(String(headers['content-security-policy'])) ?? [];
      expect([statusCode, body]).toEqual([200, PAGE.replace('__NONCE__', nonce)]);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-type']).toMatch(/^text\/html/);
    },
  );

  it('gives each answer a nonce of its own, and none to what is no page', async () => {
    const policies = await Promise.all(['/', '/', '/assets/main-abc123.js', '/api/nowhere'].map(policyOf));
    const nonces = policies.map((policy) => /'nonce-[^']+'/.exec(policy)?.[0]);
    expect(new Set(nonces.slice(0, 2)).size).toBe(2);
    expect(nonces.slice(2)).toEqual([undefined, undefined]);
  });

  it.each(['/', '/deep/link', '/assets/main-abc123.js', '/api/nowhere', '/api/docs'])(
    'lets nothing in at %s that is not a file of its own, script or style',
    async (url) => {
      const policy = await policyOf(url);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'(?: 'nonce-[^']+')?;/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    },
  );

  it('gives what never changes for ever, compressed for who can read it', async () => {
    const plain = await get('/assets/main-abc123.js');
    expect([plain.statusCode, plain.body]).toEqual([200, SCRIPT]);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const small = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe(SCRIPT);
  });

  it.each([
    '/assets/main-000000.js',
    '/robots.txt',
    '/api/nowhere',
    '/health/nowhere',
    '/assets/..%2f..%2fpackage.json',
  ])('never stands in for %s', async (url) => {
    const { statusCode, headers } = await get(url);
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toMatch(/problem\+json/);
  });

  it('leaves a plain page that says so when it is not built', async () => {
    const bare = { ...resources, site: BuiltSite.in(join(folder, 'nothing')) };
    const other = await createApi(bare);
    const { statusCode, body, headers } = await other.inject({ method: 'GET', url: '/' });
    expect([statusCode, headers['cache-control'], body.includes('npm run build')]).toEqual([200, 'no-store', true]);
    const [, nonce] = /<style nonce="([^"]+)">/.exec(body) ?? [];
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect((await other.inject({ method: 'GET', url: '/todo' })).statusCode).toBe(404);
    await other.close();
  });
});
