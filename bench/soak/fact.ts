import type { Pool } from 'pg';

/** One event as the log holds it: all that an auditor has. */
export interface Fact {
  readonly position: number;
  readonly stream: string;
  readonly type: string;
  readonly at: string;
  readonly actor: {
    readonly personId: string;
    readonly accountId: string;
    readonly role: string;
    readonly onBehalfOf?: string;
  };
  // biome-ignore lint/suspicious/noExplicitAny: read as JSON, without the product's own types
  readonly data: any;
}

/** The whole log in its order, read from the bytes of its envelopes and payloads. */
export async function logOf(pool: Pool): Promise<readonly Fact[]> {
  const { rows } = await pool.query<{ position: string; envelope: string; payload: string }>(
    `select p.position, convert_from(e.envelope, 'UTF8') as envelope, convert_from(e.payload, 'UTF8') as payload
       from log.position p join log.event e on e.id = p.event_id order by p.position`,
  );
  return rows.map(({ position, envelope, payload }) => {
    const { stream, type, recordedAt: at, actor } = JSON.parse(envelope);
    return { position: Number(position), stream, type, at, actor, data: JSON.parse(payload) };
  });
}
