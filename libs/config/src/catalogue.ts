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
  secondFactor: setting({
    variable: 'SECOND_FACTOR',
    kind: 'text',
    otherwise: {
      en: '`required`; `offered` where the database holds the demonstration bureau',
      zh: '`required`；数据库中是演示数据时为 `offered`',
    },
    example: 'required',
    must: 'one of required, offered',
    about: {
      en: 'Whether unit heads, reviewers, campaign managers, auditors and administrators need a second factor, or may do without.',
      zh: '单位负责人、初审、复审、组织、审计和管理员是必须（required）还是可以（offered）使用第二因素登录。',
    },
  }),
  secretsKey: setting({
    variable: 'SECRETS_KEY',
    kind: 'text',
    otherwise: { en: 'a file in DATA_DIR, made at the first start', zh: 'DATA_DIR 中的文件，首次启动时生成' },
    example: 'a2V5LXdpdGgtMzItYnl0ZXMsLW9ubHktYS1zYW1wbGU=',
    must: '32 random bytes in base64 (openssl rand -base64 32)',
    about: {
      en: 'Seals the secrets of authenticator apps and webhooks in the database; with DATABASE_URL the API needs it, and the worker for webhooks. Lost, apps and webhooks have to be set up anew.',
      zh: '加密数据库中的动态口令密钥和 Webhook 地址；设置 DATABASE_URL 时接口必须有它，工作进程发送 Webhook 也要用它。丢失后须重新绑定动态口令、重新登记 Webhook。',
    },
  }),
  passwordPolicy: setting({
    variable: 'PASSWORD_POLICY',
    kind: 'text',
    fallback: 'asvs',
    example: 'dengbao',
    must: 'one of asvs, dengbao',
    about: {
      en: 'asvs: 12 characters, none that everybody knows, no expiry. dengbao: 8 characters of three classes, replaced every 90 days, none of the last 5.',
      zh: 'asvs：至少 12 个字符，不得为常见口令，不过期。dengbao：至少 8 个字符、三类字符，90 天更换，不得与最近 5 次相同。',
    },
  }),
  oidcIssuer: setting({
    variable: 'OIDC_ISSUER',
    kind: 'text',
    otherwise: { en: 'no single sign-on', zh: '不使用统一身份认证' },
    example: 'https://sso.example.gov.cn',
    must: 'the https address of an OpenID provider (http on this machine)',
    about: {
      en: 'OpenID provider whose identities an administrator can link to accounts.',
      zh: '统一身份认证（OpenID Connect）的签发者网址；身份由管理员关联到账号。',
    },
  }),
  oidcClientId: setting({
    variable: 'OIDC_CLIENT_ID',
    kind: 'text',
    otherwise: { en: 'needed with OIDC_ISSUER', zh: '设置 OIDC_ISSUER 时必须有' },
    example: 'shuangshen',
    must: 'the name under which the provider knows this system',
    about: {
      en: 'Our name at the provider; the redirect address is PUBLIC_URL/api/session/sign-in/callback.',
      zh: '本系统在认证方登记的名称；回调网址为 PUBLIC_URL/api/session/sign-in/callback。',
    },
  }),
  oidcClientSecret: setting({
    variable: 'OIDC_CLIENT_SECRET',
    kind: 'text',
    otherwise: { en: 'a public client (PKCE alone)', zh: '公开客户端（仅用 PKCE）' },
    example: 'a-long-secret',
    must: 'what the provider gave with OIDC_CLIENT_ID',
    about: { en: 'Our secret at the provider, if it gave one.', zh: '认证方发给本系统的密钥，如有。' },
  }),
  smtpUrl: setting({
    variable: 'SMTP_URL',
    kind: 'text',
    otherwise: { en: 'no e-mail; letters are parked', zh: '不发邮件；待发邮件搁置' },
    example: 'smtps://user:secret@mail.example.gov.cn',
    must: 'a URL that begins with smtp:// or smtps://',
    about: {
      en: 'Mail server that takes the notices people asked for by e-mail; smtp:// uses STARTTLS where it is offered.',
      zh: '发送邮件通知的邮件服务器；smtp:// 在服务器支持时使用 STARTTLS。',
    },
  }),
  mailFrom: setting({
    variable: 'MAIL_FROM',
    kind: 'text',
    otherwise: { en: 'needed with SMTP_URL', zh: '设置 SMTP_URL 时必须有' },
    example: 'jixiao@example.gov.cn',
    must: 'the e-mail address of the sender',
    about: { en: 'Sender of the e-mails.', zh: '邮件通知的发件地址。' },
  }),
  webhookReceivers: setting({
    variable: 'WEBHOOK_RECEIVERS',
    kind: 'text',
    fallback: 'public',
    example: 'public',
    must: 'one of public, loopback',
    about: {
      en: 'public: webhooks go to https addresses on the public internet only. loopback: to this machine as well, and over http.',
      zh: 'public：Webhook 只发往公网的 https 地址。loopback：也可发往本机，并允许 http。',
    },
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
