import { randomUUID } from 'node:crypto';

/** One edit of a draft: about 300 bytes of data, the same for every contestant. */
export const data = Object.freeze({
  path: '/figures/f-07',
  before: '1180000.00',
  after: '1234567.89',
  note: '财政拨款收入决算数与年初预算数的差异说明：'.padEnd(96, '详'),
});

/** What our envelope says of who asked, for the peers that keep it as metadata. */
export const metadata = () => ({
  actor: { personId: 'person-000117', accountId: 'account-000117', role: 'unit-preparer' },
  commandId: randomUUID(),
  correlationId: randomUUID(),
  recordedAt: new Date().toISOString(),
});
