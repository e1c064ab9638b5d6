import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify from 'fastify';
import { contentPolicy } from './content-policy.js';

/** On every answer, problems and files included: nothing of ours is framed, sniffed, or runs scripts from elsewhere. */
const OPTIONS: FastifyHelmetOptions = {
  global: true,
  contentSecurityPolicy: false,
  strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
};

/** What is helmet's on any answer; the rest belongs to the answer itself. */
const NOT_HELMETS = new Set(['content-type', 'content-length', 'date', 'connection']);

/** The content policy and what helmet sets. They are the same on every answer, so helmet is asked once. */
export async function securityHeaders(): Promise<Readonly<Record<string, string>>> {
  const asked = Fastify();
  await asked.register(helmet, OPTIONS);
  asked.get('/', () => '');
  const { headers } = await asked.inject('/');
  await asked.close();
  const helmets = Object.entries(headers).filter(([name]) => !NOT_HELMETS.has(name));
  return Object.fromEntries([
    ['content-security-policy', contentPolicy()],
    ...helmets.map(([name, value]) => [name, String(value)] as const),
  ]);
}
