import type { Pool } from 'pg';

/** A connection of its own that hears what is told on a channel. */
export interface Ear {
  /** Gives the connection back; a second time does nothing. */
  release(): void;
}

export interface Hearing {
  readonly heard: () => void;
  /** The connection broke, and nothing is heard any more. Not told after `release`. */
  readonly lost: () => void;
}

/** Listens on a channel. Throws what the database throws, and then holds no connection. */
export async function listenTo(pool: Pool, channel: string, { heard, lost }: Hearing): Promise<Ear> {
  const client = await pool.connect();
  let held = true;
  const release = () => {
    if (held) client.release(true); // it listens: nobody else may use it
    held = false;
  };
  client.on('notification', heard);
  client.on('error', () => {
    // A server that goes tells so also of connections that were given back a moment ago.
    if (held) lost();
    release();
  });
  try {
    await client.query(`listen ${channel}`);
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}
