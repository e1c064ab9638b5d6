import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

/** What persons are called. */
@Injectable()
export class Names {
  constructor(private readonly pool: Pool) {}

  /** Person → name; who is not in the registry is not in it. */
  async of(persons: readonly string[]): Promise<Record<string, string>> {
    if (persons.length === 0) return {};
    const { rows } = await this.pool.query<{ id: string; name: string }>({
      name: 'api.names',
      text: 'select id, name from registry.person where id = any($1)',
      values: [persons],
    });
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}
