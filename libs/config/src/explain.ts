/** An error whose message is meant for whoever stands at the command line: what to do, Chinese first. */
export class Explained extends Error {}

/** What happened and what to look at, as two lines; which of the variables is read depends on the program. */
const database = (zh: readonly [string, string], en: readonly [string, string]): string =>
  `${zh[0]}检查 DATABASE_URL 中的${zh[1]}（迁移和重建用 DATABASE_OWNER_URL，封存用 SEALER_DATABASE_URL）。\n` +
  `${en[0]}: check ${en[1]} in DATABASE_URL (DATABASE_OWNER_URL for migrations and rebuilding, SEALER_DATABASE_URL for the sealer).`;

const SILENT = database(
  ['无法连接数据库：没有应答。请确认它已经启动，并', '地址和端口'],
  ['The database does not answer', 'that it runs, and address and port'],
);
const NO_SUCH_HOST = database(
  ['无法连接数据库：找不到这台主机。请确认本机的域名解析正常，并', '主机名'],
  ['The host of the database is not found', 'how this machine looks names up, and the name'],
);
const NOT_LET_IN = database(
  ['数据库拒绝登录：用户名或口令不对，或者不允许从本机登录。请', '用户名和口令'],
  ['The database refuses to let us in', 'that it takes log-ins from this machine, and user and password'],
);
const NO_SUCH_DATABASE = database(
  ['服务器上没有这个数据库。请先建立，或', '库名'],
  ['The server has no such database', 'that it was created, and its name'],
);
const MALFORMED = database(
  ['数据库网址无法解析：口令中的特殊字符须写成 %XX，例如 @ 写成 %40。请', '口令'],
  [
    'The URL of the database cannot be read',
    'that special characters of the password are written as %XX, as %40 for @,',
  ],
);
const PORT_TAKEN =
  '端口已被其他程序占用。请停止那个程序，或用 PORT 换一个端口。\n' +
  'Another program uses the port: stop it, or choose another one with PORT.';

/** By what Node calls it, or by SQLSTATE. */
const KNOWN: Readonly<Record<string, string>> = {
  ...{ ECONNREFUSED: SILENT, ECONNRESET: SILENT, ETIMEDOUT: SILENT, EHOSTUNREACH: SILENT, ENETUNREACH: SILENT },
  ...{ '57P03': SILENT, ENOTFOUND: NO_SUCH_HOST, EAI_AGAIN: NO_SUCH_HOST },
  ...{ '28P01': NOT_LET_IN, '28000': NOT_LET_IN, '3D000': NO_SUCH_DATABASE },
  ...{ ERR_INVALID_URL: MALFORMED, EADDRINUSE: PORT_TAKEN },
};

/** What `pg` says without a code of its own. */
const PG_SAYS = /timeout exceeded when trying to connect|Connection terminated/;

/**
 * What a program says on the command line before it gives up: a line or two of what to do, in both languages, or the error
 * itself when nobody has foreseen it. Never repeats a URL, which may hold a password. `usage` answers a mistyped option.
 */
export function explain(error: unknown, usage?: string): unknown {
  if (error instanceof Explained) return error.message;
  if (typeof error !== 'object' || error === null) return error;
  const { code, errors, message, name } = error as NodeJS.ErrnoException & { readonly errors?: readonly unknown[] };
  if (usage !== undefined && code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n\n${usage}`;
  const known = name === 'URIError' ? MALFORMED : PG_SAYS.test(message) ? SILENT : KNOWN[code ?? ''];
  // Without a code of its own: each address of the host was tried.
  return known ?? (errors?.length ? explain(errors[0], usage) : error);
}
