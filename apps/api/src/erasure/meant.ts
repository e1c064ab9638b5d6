import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { type Meant, refusal, type Target } from '#libs/erasure';

/** How many events one order covers at most; a further order takes the rest. */
const MOST = 1_000;

/** The events that an order means, from the log itself. */
@Injectable()
export class MeantEvents {
  constructor(private readonly pool: Pool) {}

  /** In order of position, at most 1,000. Refuses (not found) a person or a position that is not there. */
  async of(target: Target): Promise<readonly Meant[]> {
    const positions = 'position' in target ? [target.position] : await this.#positionsOf(target.personId);
    const { rows } = await this.pool.query({
      name: 'api.meant',
      text: `select p.position, e.id, e.stream, e.type, convert_from(e.envelope, 'UTF8') as envelope,
                    convert_from(e.payload, 'UTF8') as payload,
                    e.stream like 'evaluation-%' and not exists (
                      select from control.decision d where 'evaluation-' || d.evaluation = e.stream) as open
               from log.position p join log.event e on e.id = p.event_id
              where p.position = any($1) order by p.position`,
      values: [positions],
    });
    if ('position' in target && rows.length === 0) throw refusal('erasure.unknown-target', { pointer: '/position' });
    return rows.map(({ position, id, stream, type, envelope, payload, open }) => ({
      ...{ position: Number(position), eventId: id, stream, type, open },
      personId: JSON.parse(envelope).actor.personId,
      data: payload === null ? null : JSON.parse(payload),
    }));
  }

  /** What the person did, and what the registry and the accounts tell of him, as far as it is still there. */
  async #positionsOf(personId: string): Promise<readonly number[]> {
    const known = await this.pool.query({
      name: 'api.person_to_erase',
      text: 'select array(select a.id from identity.account a where a.person_id = p.id) as accounts from registry.person p where p.id = $1',
      values: [personId],
    });
    if (known.rows.length === 0) throw refusal('erasure.unknown-target', { pointer: '/personId' });
    const { accounts } = known.rows[0] as { accounts: readonly string[] };
    const { rows } = await this.pool.query({
      name: 'api.positions_to_erase',
      text: `select p.position
               from (select t.position from read.trail t where t.person_id = $1 and t.erased_by is null
                     union
                     select t.position from read.trail t
                      where t.type = 'RecordChanged' and t.data ->> 'id' = any($2) and t.erased_by is null) t
               join log.position p on p.position = t.position
               join log.event e on e.id = p.event_id
              where e.payload is not null and e.stream ~ '^(evaluation|delegation|session|refusal|account|registry)-'
              order by p.position limit $3`,
      values: [personId, [personId, ...accounts], MOST],
    });
    return rows.map(({ position }) => Number(position));
  }
}
