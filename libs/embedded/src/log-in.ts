import { Client } from 'pg';
import { OWNER } from './cluster.js';

/** postgres://user:password@127.0.0.1:port/database */
export const urlOf = (user: string, password: string, port: number, database: string): string =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/** A connected client that survives losing its server (the caller sees it in the next query). */
export async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000, application_name: 'shuangshen start' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Whether the server on this port knows our password and serves this directory. */
export async function canLogIn(server: { port: number; password: string; cluster: string }): Promise<boolean> {
  try {
    const client = await connect(urlOf(OWNER, server.password, server.port, 'postgres'));
    try {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows[0]?.data_directory === server.cluster;
    } finally {
      await client.end();
    }
  } catch {
    return false;
  }
}
