import { Pool } from 'pg';
import { createPool } from '#libs/database';

/** Whether the database answers, asked on a connection of its own so that a busy pool does not look like a dead one. */
export class Health {
  readonly #pool: Pool;

  constructor(url: string) {
    this.#pool = createPool(url, { max: 1, applicationName: 'shuangshen health' });
  }

  async databaseAnswers(): Promise<boolean> {
    return this.#pool.query('select 1').then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
