/** What one variable of the environment means; README's tables are made from this. */
export interface Setting {
  readonly variable: string;
  readonly kind: 'text' | 'number';
  /** Used when the variable is missing or empty; none: the setting stays undefined. */
  readonly fallback?: string;
  /** What is used instead of a missing value, in words, where it is not a plain value. */
  readonly otherwise?: { readonly en: string; readonly zh: string };
  readonly example: string;
  /** Finishes the sentences "PORT must be …" and “PORT 须为：……”. */
  readonly must: { readonly en: string; readonly zh: string };
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
    must: { en: 'a whole number from 1 to 65535', zh: '1 至 65535 的整数' },
    about: { en: 'Port of the HTTP API.', zh: 'HTTP 接口的端口。' },
  }),
  host: setting({
    variable: 'HOST',
    kind: 'text',
    fallback: '127.0.0.1',
    example: '0.0.0.0',
    must: { en: 'an address or host name of this machine', zh: '本机的地址或主机名' },
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
    must: { en: 'an origin: http or https, a host, no path', zh: 'http 或 https 网址，只有主机和端口，不带路径' },
    about: {
      en: 'Origin people see; cookies, links and the check of foreign origins depend on it.',
      zh: '用户看到的网址（源）；会话、链接和跨站检查都以它为准。',
    },
  }),
  trustedProxies: setting({
    variable: 'TRUSTED_PROXIES',
    kind: 'text',
    otherwise: { en: 'none: the address is that of the connection', zh: '无：以连接的对端地址为准' },
    example: '127.0.0.1,10.20.0.0/16',
    must: {
      en: 'addresses or ranges such as 10.20.0.0/16, with commas between them',
      zh: 'IP 地址或 10.20.0.0/16 这样的网段，以逗号分隔',
    },
    about: {
      en: 'Proxies in front of the API whose X-Forwarded-For tells the address of the client, which the trail names and the delay against guessing counts. Nothing else of what they forward is believed.',
      zh: '接口前面的反向代理；只采信它们在 X-Forwarded-For 中给出的客户端地址，用于审计轨迹和防猜口令的等待。除此之外不采信其转发的任何信息。',
    },
  }),
  dataDir: setting({
    variable: 'DATA_DIR',
    kind: 'text',
    fallback: './data',
    example: '/srv/shuangshen',
    must: { en: 'a folder that this account may write', zh: '本账户可以写入的目录' },
    about: {
      en: 'Folder of the attachments, of the PostgreSQL that comes with the product, of its keys and logs. With DATABASE_URL only the attachments and, unless SEALER_DIR is set, what the sealer keeps lie there; API and worker need the same folder. Relative to the checkout.',
      zh: '存放附件、自带 PostgreSQL 的数据、密钥和日志的目录。设置 DATABASE_URL 后仍存放附件；未设 SEALER_DIR 时，封存进程的文件也在其中。接口和工作进程须用同一目录。相对路径以项目目录为准。',
    },
  }),
  databaseUrl: setting({
    variable: 'DATABASE_URL',
    kind: 'text',
    otherwise: { en: 'the PostgreSQL in DATA_DIR', zh: 'DATA_DIR 中自带的 PostgreSQL' },
    example: 'postgres://shuangshen:secret@db:5432/shuangshen',
    must: {
      en: 'a URL that begins with postgres:// or postgresql://',
      zh: '以 postgres:// 或 postgresql:// 开头的网址',
    },
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
    must: {
      en: 'a URL that begins with postgres:// or postgresql://',
      zh: '以 postgres:// 或 postgresql:// 开头的网址',
    },
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
    must: { en: 'a URL that begins with redis:// or rediss://', zh: '以 redis:// 或 rediss:// 开头的网址' },
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
    must: { en: 'a whole number from 1 to 64', zh: '1 至 64 的整数' },
    about: { en: 'Jobs of one kind a worker runs at a time.', zh: '每个工作进程同时执行的同类任务数。' },
  }),
  sessionIdleMinutes: setting({
    variable: 'SESSION_IDLE_MINUTES',
    kind: 'number',
    fallback: '30',
    example: '15',
    must: { en: 'a whole number from 1 to 1440', zh: '1 至 1440 的整数' },
    about: { en: 'A session without a request for so long has ended.', zh: '无操作超过此分钟数，会话结束。' },
  }),
  sessionMaxHours: setting({
    variable: 'SESSION_MAX_HOURS',
    kind: 'number',
    fallback: '12',
    example: '8',
    must: { en: 'a whole number from 1 to 168', zh: '1 至 168 的整数' },
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
    must: { en: 'one of required, offered', zh: 'required 或 offered' },
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
    must: {
      en: '32 random bytes in base64 (openssl rand -base64 32)',
      zh: '32 个随机字节的 base64（openssl rand -base64 32）',
    },
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
    must: { en: 'one of asvs, dengbao', zh: 'asvs 或 dengbao' },
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
    must: {
      en: 'the https address of an OpenID provider (http on this machine)',
      zh: '认证方的 https 网址（本机可用 http）',
    },
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
    must: { en: 'the name under which the provider knows this system', zh: '本系统在认证方登记的名称' },
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
    must: { en: 'what the provider gave with OIDC_CLIENT_ID', zh: '认证方随 OIDC_CLIENT_ID 发给的密钥' },
    about: { en: 'Our secret at the provider, if it gave one.', zh: '认证方发给本系统的密钥，如有。' },
  }),
  smtpUrl: setting({
    variable: 'SMTP_URL',
    kind: 'text',
    otherwise: { en: 'no e-mail; letters are parked', zh: '不发邮件；待发邮件搁置' },
    example: 'smtps://user:secret@mail.example.gov.cn',
    must: { en: 'a URL that begins with smtp:// or smtps://', zh: '以 smtp:// 或 smtps:// 开头的网址' },
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
    must: { en: 'the e-mail address of the sender', zh: '发件人的邮箱地址' },
    about: { en: 'Sender of the e-mails.', zh: '邮件通知的发件地址。' },
  }),
  webhookReceivers: setting({
    variable: 'WEBHOOK_RECEIVERS',
    kind: 'text',
    fallback: 'public',
    example: 'public',
    must: { en: 'one of public, loopback', zh: 'public 或 loopback' },
    about: {
      en: 'public: webhooks go to https addresses on the public internet only. loopback: to this machine as well, and over http.',
      zh: 'public：Webhook 只发往公网的 https 地址。loopback：也可发往本机，并允许 http。',
    },
  }),
  attachmentMb: setting({
    variable: 'ATTACHMENT_MB',
    kind: 'number',
    fallback: '20',
    example: '50',
    must: { en: 'a whole number from 1 to 500', zh: '1 至 500 的整数' },
    about: {
      en: 'Most megabytes of one attached file.',
      zh: '单个附件最大兆字节数。',
    },
  }),
  attachmentsQuotaMb: setting({
    variable: 'ATTACHMENTS_QUOTA_MB',
    kind: 'number',
    fallback: '200',
    example: '500',
    must: { en: 'a whole number from 1 to 10000', zh: '1 至 10000 的整数' },
    about: {
      en: 'Most megabytes attached to one evaluation at a time.',
      zh: '一份自评的附件合计最大兆字节数。',
    },
  }),
  s3Url: setting({
    variable: 'ATTACHMENTS_S3_URL',
    kind: 'text',
    otherwise: { en: 'attachments lie in DATA_DIR/attachments', zh: '附件存放在 DATA_DIR/attachments' },
    example: 'https://s3.example.gov.cn/attachments',
    must: {
      en: 'the http or https address of a bucket: endpoint, then its name',
      zh: '存储桶的 http 或 https 网址：服务地址加桶名',
    },
    about: {
      en: 'Bucket of an S3-compatible store for attachments; API and worker need it alike.',
      zh: '存放附件的 S3 兼容存储桶地址；接口和工作进程须一致。',
    },
  }),
  s3AccessKey: setting({
    variable: 'ATTACHMENTS_S3_ACCESS_KEY',
    kind: 'text',
    otherwise: { en: 'needed with ATTACHMENTS_S3_URL', zh: '设置 ATTACHMENTS_S3_URL 时必须有' },
    example: 'AKIDEXAMPLE',
    must: { en: 'the name of the access key to the bucket', zh: '存储桶的访问密钥编号' },
    about: {
      en: 'Access key of the bucket.',
      zh: '存储桶的访问密钥编号。',
    },
  }),
  s3Secret: setting({
    variable: 'ATTACHMENTS_S3_SECRET',
    kind: 'text',
    otherwise: { en: 'needed with ATTACHMENTS_S3_URL', zh: '设置 ATTACHMENTS_S3_URL 时必须有' },
    example: 'a-long-secret',
    must: { en: 'the secret of ATTACHMENTS_S3_ACCESS_KEY', zh: 'ATTACHMENTS_S3_ACCESS_KEY 的密码' },
    about: {
      en: 'Secret of that key.',
      zh: '该访问密钥的密码。',
    },
  }),
  clamavUrl: setting({
    variable: 'CLAMAV_URL',
    kind: 'text',
    otherwise: { en: 'attachments are not scanned', zh: '附件不做病毒扫描' },
    example: 'tcp://clamav:3310',
    must: { en: 'the address of clamd: tcp://host:port', zh: 'clamd 的地址，形如 tcp://主机:端口' },
    about: {
      en: 'ClamAV (clamd) that is asked about every attachment; while it does not answer, nothing is attached.',
      zh: '扫描每个附件的 ClamAV（clamd）；它不应答时一律不接收附件。',
    },
  }),
  sealerDatabaseUrl: setting({
    variable: 'SEALER_DATABASE_URL',
    kind: 'text',
    otherwise: { en: 'with DATABASE_URL nothing is sealed', zh: '设置 DATABASE_URL 时不封存' },
    example: 'postgres://shuangshen_seals:secret@db:5432/shuangshen',
    must: {
      en: 'a URL that begins with postgres:// or postgresql://',
      zh: '以 postgres:// 或 postgresql:// 开头的网址',
    },
    about: {
      en: 'For the sealer alone: a log-in whose only role is shuangshen_sealer.',
      zh: '仅供封存进程：该登录角色只应属于 shuangshen_sealer。',
    },
  }),
  sealerDir: setting({
    variable: 'SEALER_DIR',
    kind: 'text',
    otherwise: { en: 'DATA_DIR/sealer', zh: 'DATA_DIR/sealer' },
    example: '/srv/sealer',
    must: { en: 'a folder that this account alone may read', zh: '只有本账户可以读取的目录' },
    about: {
      en: 'The sealer’s own: its key (mode 0600), its last checkpoint, and the file `witnesses` (a verifier key and a URL on each line). Best on a disk that no database administrator can reach.',
      zh: '封存进程自己的目录：密钥（0600）、最后签发的检查点，以及文件 witnesses（每行一个公钥和网址）。最好放在数据库管理员够不到的磁盘上。',
    },
  }),
  sealerOrigin: setting({
    variable: 'SEALER_ORIGIN',
    kind: 'text',
    otherwise: { en: 'drawn at the first start', zh: '首次启动时随机取名' },
    example: 'jixiao.example.gov.cn/log',
    must: { en: 'a name without spaces and plus signs', zh: '不含空格和加号的名称' },
    about: {
      en: 'Name of the log in its checkpoints, for ever; best an address of the bureau.',
      zh: '日志在检查点中的名称，永不更改；最好是本单位的网址。',
    },
  }),
  sealAfter: setting({
    variable: 'SEAL_AFTER',
    kind: 'text',
    fallback: 'commit',
    example: 'archive',
    must: { en: 'one of commit, archive, standby', zh: 'commit、archive 或 standby' },
    about: {
      en: 'What an entry must have survived before it is sealed: archive when WAL is archived, standby when there is a replica, so that no restore ever lacks what was signed.',
      zh: '事件满足什么条件后才封存：有 WAL 归档时用 archive，有备库时用 standby，这样恢复出的库不会缺少已签发的内容。',
    },
  }),
  secondSignature: setting({
    variable: 'SECOND_SIGNATURE',
    kind: 'text',
    fallback: 'none',
    example: 'sm2',
    must: { en: 'one of none, sm2', zh: 'none 或 sm2' },
    about: {
      en: 'sm2: checkpoints carry a second signature, SM2 over SM3, beside Ed25519.',
      zh: 'sm2：检查点在 Ed25519 之外另有一行国密签名（SM2，SM3 杂凑）。',
    },
  }),
  witnessQuorum: setting({
    variable: 'WITNESS_QUORUM',
    kind: 'number',
    otherwise: { en: 'all of the file `witnesses`', zh: '文件 witnesses 中的全部' },
    example: '2',
    must: { en: 'a whole number from 0 to 16', zh: '0 至 16 的整数' },
    about: {
      en: 'How many witnesses have to cosign before a checkpoint is published.',
      zh: '检查点公布前至少几个见证人联署。',
    },
  }),
  witnessName: setting({
    variable: 'WITNESS_NAME',
    kind: 'text',
    otherwise: { en: 'needed by the witness', zh: '见证程序必须有' },
    example: 'audit.example.gov.cn/witness',
    must: { en: 'a name without spaces and plus signs', zh: '不含空格和加号的名称' },
    about: { en: 'For a witness: its name in cosignatures.', zh: '仅供见证程序：它在联署中的名称。' },
  }),
  witnessDir: setting({
    variable: 'WITNESS_DIR',
    kind: 'text',
    fallback: './witness',
    example: '/srv/witness',
    must: { en: 'a folder that this account alone may read', zh: '只有本账户可以读取的目录' },
    about: {
      en: 'For a witness: its key, what it saw last, and the file `logs` with the verifier keys of the logs it watches.',
      zh: '仅供见证程序：密钥、最后见到的检查点，以及文件 logs（所见证日志的公钥，每行一个）。',
    },
  }),
  witnessPort: setting({
    variable: 'WITNESS_PORT',
    kind: 'number',
    fallback: '3100',
    example: '3100',
    must: { en: 'a whole number from 1 to 65535', zh: '1 至 65535 的整数' },
    about: { en: 'For a witness: its port; its address is HOST.', zh: '仅供见证程序：端口；地址用 HOST。' },
  }),
  logLevel: setting({
    variable: 'LOG_LEVEL',
    kind: 'text',
    fallback: 'info',
    example: 'debug',
    must: {
      en: 'one of fatal, error, warn, info, debug, trace, silent',
      zh: 'fatal、error、warn、info、debug、trace、silent 之一',
    },
    about: { en: 'From which level on the processes log.', zh: '日志级别。' },
  }),
} as const;
