/** What one variable of the environment means; README's tables are made from this. */
export interface Setting {
  readonly variable: string;
  readonly kind: 'text' | 'number';
  /** Used when the variable is missing or empty; none: the setting stays undefined. */
  readonly fallback?: string;
  /** What is used instead of a missing value, in words, where it is not a plain value. */
  readonly otherwise?: { readonly en: string; readonly zh: string };
  readonly example: string;
  /** Finishes the sentence "PORT must be …". */
  readonly must: string;
  readonly about: { readonly en: string; readonly zh: string };
}

const setting = <S extends Setting>(value: S): S => value;

/** Every variable the product reads, by the name the code knows it under. */
export const SETTINGS = {
  port: setting({
    variable: 'PORT',
    kind: 'number',
    fallback: '3000',
    example: '3000',
    must: 'a whole number from 1 to 65535',
    about: { en: 'Port of the HTTP API.', zh: 'HTTP 接口的端口。' },
  }),
  host: setting({
    variable: 'HOST',
    kind: 'text',
    fallback: '127.0.0.1',
    example: '0.0.0.0',
    must: 'an address or host name of this machine',
    about: {
      en: 'Address the API listens on; the default answers this machine only.',
      zh: '接口监听的地址；默认只对本机开放。',
    },
  }),
  publicUrl: setting({
    variable: 'PUBLIC_URL',
    kind: 'text',
    otherwise: { en: 'http://HOST:PORT', zh: 'http://HOST:PORT' },
    example: 'https://jixiao.example.gov.cn',
    must: 'an origin: http or https, a host, no path',
    about: {
      en: 'Origin people see; cookies, links and the check of foreign origins depend on it.',
      zh: '用户看到的网址（源）；会话、链接和跨站检查都以它为准。',
    },
  }),
  dataDir: setting({
    variable: 'DATA_DIR',
    kind: 'text',
    fallback: './data',
    example: '/srv/shuangshen',
    must: 'a folder that this account may write',
    about: {
      en: 'Folder of the PostgreSQL that comes with the product; unused with DATABASE_URL. Relative to the checkout.',
      zh: '自带 PostgreSQL 的数据目录；设置 DATABASE_URL 后不使用。相对路径以项目目录为准。',
    },
  }),
  databaseUrl: setting({
    variable: 'DATABASE_URL',
    kind: 'text',
    otherwise: { en: 'the PostgreSQL in DATA_DIR', zh: 'DATA_DIR 中自带的 PostgreSQL' },
    example: 'postgres://shuangshen:secret@db:5432/shuangshen',
    must: 'a URL that begins with postgres:// or postgresql://',
    about: {
      en: 'PostgreSQL ≥ 15 of your own; a log-in whose only role is shuangshen_app.',
      zh: '自备的 PostgreSQL（15 及以上）；该登录角色只应属于 shuangshen_app。',
    },
  }),
  databaseOwnerUrl: setting({
    variable: 'DATABASE_OWNER_URL',
    kind: 'text',
    otherwise: { en: 'DATABASE_URL', zh: '同 DATABASE_URL' },
    example: 'postgres://owner:secret@db:5432/shuangshen',
    must: 'a URL that begins with postgres:// or postgresql://',
    about: {
      en: 'The owner of the database, for migrations only.',
      zh: '数据库所有者，仅用于迁移。',
    },
  }),
  redisUrl: setting({
    variable: 'REDIS_URL',
    kind: 'text',
    otherwise: { en: 'the queue runs on the same PostgreSQL', zh: '队列使用同一 PostgreSQL' },
    example: 'redis://redis:6379',
    must: 'a URL that begins with redis:// or rediss://',
    about: {
      en: 'Redis ≥ 7 (maxmemory-policy noeviction) for the queue.',
      zh: '队列使用的 Redis（7 及以上，maxmemory-policy 须为 noeviction）。',
    },
  }),
  workerConcurrency: setting({
    variable: 'WORKER_CONCURRENCY',
    kind: 'number',
    fallback: '4',
    example: '8',
    must: 'a whole number from 1 to 64',
    about: { en: 'Jobs of one kind a worker runs at a time.', zh: '每个工作进程同时执行的同类任务数。' },
  }),
  sessionIdleMinutes: setting({
    variable: 'SESSION_IDLE_MINUTES',
    kind: 'number',
    fallback: '30',
    example: '15',
    must: 'a whole number from 1 to 1440',
    about: { en: 'A session without a request for so long has ended.', zh: '无操作超过此分钟数，会话结束。' },
  }),
  sessionMaxHours: setting({
    variable: 'SESSION_MAX_HOURS',
    kind: 'number',
    fallback: '12',
    example: '8',
    must: 'a whole number from 1 to 168',
    about: { en: 'A session ends after so long in any case.', zh: '会话最长小时数，到时必须重新登录。' },
  }),
  logLevel: setting({
    variable: 'LOG_LEVEL',
    kind: 'text',
    fallback: 'info',
    example: 'debug',
    must: 'one of fatal, error, warn, info, debug, trace, silent',
    about: { en: 'From which level on the processes log.', zh: '日志级别。' },
  }),
} as const;
