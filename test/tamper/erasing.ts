import type { Pool } from 'pg';
import { type ErasureCommand, erasing, type Meant, type Target } from '#libs/erasure';
import { UPCASTERS } from '#libs/evaluation';
import { EventSchemas, Handler, PgEventStore, uuidV7 } from '#libs/event-store';
import type { Actor } from '#libs/kernel';
import { project } from '#libs/projection';
import { PROJECTIONS } from '#libs/read-models';

const person = (personId: string, role: string): Actor => ({
  ...{ personId, accountId: `${personId}-1`, role, memberOf: [] },
});

/** Who orders and who confirms, unless told. */
export const ERASERS: readonly Actor[] = [person('qin', 'administrator'), person('huang', 'auditor')];

/** The event at a position, as an order means it. */
export async function meantAt(pool: Pool, position: number): Promise<Meant> {
  const { rows } = await pool.query(
    `select e.id, e.stream, e.type, convert_from(e.envelope, 'UTF8')::json as envelope, convert_from(e.payload, 'UTF8')::json as data
       from log.position p join log.event e on e.id = p.event_id where p.position = $1`,
    [position],
  );
  const { id, stream, type, envelope, data } = rows[0];
  return { position, eventId: id, stream, type, personId: envelope.actor.personId, data, open: false };
}

/** One order, given and confirmed by the persons named; answers the position of the confirmation. */
export async function erase(
  pool: Pool,
  target: Target,
  meant: readonly Meant[],
  { orderedBy = 'qin', confirmedBy = 'huang', decider = erasing } = {},
): Promise<number> {
  const store = new PgEventStore(pool, new EventSchemas(UPCASTERS));
  const handler = new Handler(store, decider, { prefix: 'erasure' });
  const id = uuidV7();
  const give = (command: Pick<ErasureCommand, 'type' | 'data'>, by: Actor) =>
    handler.handle(id, { ...command, by, at: '2022-05-01T00:00:00.000Z' } as ErasureCommand, {
      metadata: { actor: by, commandId: uuidV7(), correlationId: uuidV7() },
    });
  try {
    const reason = '依个人信息保护法，本人申请删除';
    await give({ type: 'OrderErasure', data: { target, reason } }, person(orderedBy, 'administrator'));
    return (await give({ type: 'ConfirmErasure', data: { meant } }, person(confirmedBy, 'auditor'))).position;
  } finally {
    await store.close();
  }
}

/** Takes every projection to the end of the log. */
export async function derive(owner: Pool): Promise<void> {
  const store = new PgEventStore(owner, new EventSchemas(UPCASTERS));
  for (const projection of PROJECTIONS) while ((await project(owner, store, projection, { limit: 500 })) > 0);
  await store.close();
}
