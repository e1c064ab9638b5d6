import { Redis } from 'ioredis';
import { queueBackends, testRedis } from './queue-backends.js';

const withRedis = queueBackends().includes('redis');

describe('A Redis of a test', () => {
  it(
    withRedis ? 'keeps what it is told and never evicts' : 'is absent here, and nothing pretends otherwise',
    async () => {
      if (!withRedis) return;
      const redis = await testRedis();
      const client = new Redis(redis.url);
      try {
        expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
        expect(await client.config('GET', 'appendonly')).toEqual(['appendonly', 'yes']);
      } finally {
        client.disconnect();
        await redis.stop();
      }
    },
  );
});
