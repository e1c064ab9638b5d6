import { OWNER } from './cluster.js';
import { connect, urlOf } from './log-in.js';

export const DATABASE = 'shuangshen';
/** What the processes log in as; all it may do is what the role below is granted. */
export const APP_LOGIN = 'shuangshen';
export const APP_ROLE = 'shuangshen_app';
/** What the sealer logs in as, and its role: it publishes what was sealed and may do nothing else. */
export const SEALER_LOGIN = 'shuangshen_seals';
export const SEALER_ROLE = 'shuangshen_sealer';

/** Creates what is missing of: the database, the roles of the processes and of the sealer, and their log-ins. */
export async function provision(port: number, passwords: Passwords): Promise<void> {
  const owner = await connect(urlOf(OWNER, passwords.owner, port, 'postgres'));
  try {
    await owner.query(logIn(APP_LOGIN, APP_ROLE, passwords.app));
    await owner.query(logIn(SEALER_LOGIN, SEALER_ROLE, passwords.sealer));
    const { rowCount } = await owner.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await owner.query(`create database ${DATABASE}`);
  } finally {
    await owner.end();
  }
}

export interface Passwords {
  readonly owner: string;
  readonly app: string;
  readonly sealer: string;
}

const logIn = (login: string, role: string, password: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} nologin;
    end if;
    if not exists (select from pg_roles where rolname = '${login}') then
      create role ${login} login in role ${role};
    end if;
    alter role ${login} login password ${literal(password)};
  end $$`;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
