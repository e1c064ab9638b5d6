import { OWNER } from './cluster.js';
import { connect, urlOf } from './log-in.js';

export const DATABASE = 'shuangshen';
/** What the processes log in as; all it may do is what the role below is granted. */
export const APP_LOGIN = 'shuangshen';
export const APP_ROLE = 'shuangshen_app';

/** Creates what is missing of: the database, the role of the processes, and their log-in with this password. */
export async function provision(port: number, ownerPassword: string, appPassword: string): Promise<void> {
  const owner = await connect(urlOf(OWNER, ownerPassword, port, 'postgres'));
  try {
    await owner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
          create role ${APP_ROLE} nologin;
        end if;
        if not exists (select from pg_roles where rolname = '${APP_LOGIN}') then
          create role ${APP_LOGIN} login in role ${APP_ROLE};
        end if;
        alter role ${APP_LOGIN} login password ${literal(appPassword)};
      end $$`);
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await owner.query(`create database ${DATABASE}`);
  } finally {
    await owner.end();
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
