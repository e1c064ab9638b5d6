import { settings } from '#libs/config';
import { createPool } from '#libs/database';
import { Sealing } from '#libs/identity';
import { Mail, Webhooks } from '#libs/notices';
import { Courier } from '../courier.js';

/** A process that carries everything out that is due, and is killed at the named point: sent, and not marked yet. */
const { databaseUrl = '', smtpUrl = '', mailFrom = '', secretsKey = '', publicUrl } = settings();
const pool = createPool(databaseUrl);
const courier = new Courier(pool, {
  origin: publicUrl,
  loopback: true,
  mail: new Mail(smtpUrl, mailFrom),
  webhooks: new Webhooks(pool, new Sealing(secretsKey)),
  leaseMs: 500,
  afterSending: () => {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  },
});
for (const id of await courier.due()) await courier.deliver(id);
