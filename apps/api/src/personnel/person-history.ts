import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { EventStore } from '#libs/event-store';
import type { PersonEvent } from '#libs/personnel';
import { Registry } from '#libs/registry';
import type { PersonHistoryAnswer } from './personnel.dto.js';

/** The facts of one person's stream, the newest first, with the names of who recorded them. */
@Injectable()
export class PersonHistory {
  constructor(
    private readonly store: EventStore,
    private readonly pool: Pool,
    private readonly registry: Registry,
  ) {}

  async of(personId: string): Promise<PersonHistoryAnswer> {
    await this.registry.persons.find(personId);
    const { events } = await this.store.read<PersonEvent>(`person-${personId}`);
    const { rows } = await this.pool.query<{ id: string; name: string }>({
      name: 'api.names',
      text: 'select id, name from registry.person where id = any($1)',
      values: [[...new Set(events.map(({ actor }) => actor.personId))]],
    });
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const items = events.map(({ type, recordedAt, actor, data }) => ({
      ...{ type, at: recordedAt, by: actor.personId, byName: names.get(actor.personId) ?? null, data },
    }));
    return { items: items.reverse() };
  }
}
