import 'reflect-metadata';
import { isAbsolute, join, resolve } from 'node:path';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  validateSync,
} from 'class-validator';
import { SETTINGS, type Setting } from './catalogue.js';
import { environment } from './environment.js';
import { Explained } from './explain.js';
import { areNetworks } from './networks.js';
import { projectRoot } from './project-root.js';

const POSTGRES = { protocols: ['postgres', 'postgresql'], require_protocol: true, require_tld: false };
const SMTP = { protocols: ['smtp', 'smtps'], require_protocol: true, require_tld: false };
const REDIS = { protocols: ['redis', 'rediss'], require_protocol: true, require_tld: false };
/** As it can stand in a signature line (C2SP signed-note). */
const KEY_NAME = /^[^\s+]{1,200}$/;

/** The product's settings, each within its limits. What each means stands in `SETTINGS`. */
export class Settings {
  @IsInt() @Min(1) @Max(65_535) readonly port!: number;
  @Matches(/^[\w.:-]+$/) readonly host!: string;
  /** scheme://host[:port], no trailing slash. */
  @Matches(/^https?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i) readonly publicUrl!: string;
  /** Addresses and CIDR ranges, commas between them. */
  @IsOptional()
  @ValidateBy({ name: 'areNetworks', validator: { validate: areNetworks } })
  readonly trustedProxies?: string;
  /** Absolute. */
  @Matches(/\S/) readonly dataDir!: string;
  @IsOptional() @IsUrl(POSTGRES) readonly databaseUrl?: string;
  @IsOptional() @IsUrl(POSTGRES) readonly databaseOwnerUrl?: string;
  @IsOptional() @IsUrl(REDIS) readonly redisUrl?: string;
  @IsInt() @Min(1) @Max(64) readonly workerConcurrency!: number;
  @IsInt() @Min(1) @Max(1440) readonly sessionIdleMinutes!: number;
  @IsInt() @Min(1) @Max(168) readonly sessionMaxHours!: number;
  @IsOptional() @IsIn(['required', 'offered']) readonly secondFactor?: 'required' | 'offered';
  /** 32 bytes in base64. */
  @IsOptional() @Matches(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/) readonly secretsKey?: string;
  @IsIn(['asvs', 'dengbao']) readonly passwordPolicy!: 'asvs' | 'dengbao';
  @IsOptional()
  @Matches(/^(?:https:\/\/[\w.-]+|http:\/\/(?:127\.0\.0\.1|localhost))(?::\d{1,5})?(?:\/[\w./~-]*)?$/)
  readonly oidcIssuer?: string;
  @IsOptional() @Matches(/^[\x21-\x7e]{1,200}$/) readonly oidcClientId?: string;
  @IsOptional() @Matches(/^[\x21-\x7e]{1,500}$/) readonly oidcClientSecret?: string;
  @IsOptional() @IsUrl(SMTP) readonly smtpUrl?: string;
  @IsOptional() @IsEmail() readonly mailFrom?: string;
  @IsIn(['public', 'loopback']) readonly webhookReceivers!: 'public' | 'loopback';
  @IsInt() @Min(1) @Max(500) readonly attachmentMb!: number;
  @IsInt() @Min(1) @Max(10_000) readonly attachmentsQuotaMb!: number;
  @IsOptional() @Matches(/^https?:\/\/[\w.-]+(?::\d{1,5})?\/[a-z0-9][a-z0-9.-]{1,62}\/?$/) readonly s3Url?: string;
  @ValidateIf(({ s3Url, s3AccessKey }: Settings) => s3Url !== undefined || s3AccessKey !== undefined)
  @Matches(/^[\x21-\x7e]{1,200}$/)
  readonly s3AccessKey?: string;
  @ValidateIf(({ s3Url, s3Secret }: Settings) => s3Url !== undefined || s3Secret !== undefined)
  @Matches(/^[\x21-\x7e]{1,500}$/)
  readonly s3Secret?: string;
  @IsOptional() @Matches(/^tcp:\/\/[\w.-]+(?::\d{1,5})?$/) readonly clamavUrl?: string;
  @IsOptional() @IsUrl(POSTGRES) readonly sealerDatabaseUrl?: string;
  /** Absolute. */
  @Matches(/\S/) readonly sealerDir!: string;
  @IsOptional() @Matches(KEY_NAME) readonly sealerOrigin?: string;
  @IsIn(['commit', 'archive', 'standby']) readonly sealAfter!: 'commit' | 'archive' | 'standby';
  @IsIn(['none', 'sm2']) readonly secondSignature!: 'none' | 'sm2';
  @IsOptional() @IsInt() @Min(0) @Max(16) readonly witnessQuorum?: number;
  @IsOptional() @Matches(KEY_NAME) readonly witnessName?: string;
  /** Absolute. */
  @Matches(/\S/) readonly witnessDir!: string;
  @IsInt() @Min(1) @Max(65_535) readonly witnessPort!: number;
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']) readonly logLevel!: string;
}

/** Every problem of the environment at once: the variable, what is wrong with it, and an example, in both languages. */
export class InvalidSettings extends Explained {
  override readonly name = 'InvalidSettings';

  constructor(readonly problems: readonly string[]) {
    super(['环境变量有误 / The environment needs mending:', ...problems].join('\n').replaceAll('\n', '\n  '));
  }
}

type Key = keyof typeof SETTINGS;
const entries = Object.entries(SETTINGS) as [Key, Setting][];

/** Reads and checks the environment. Throws `InvalidSettings` with all problems; an empty variable counts as missing. */
export function settings(env: Readonly<Record<string, string | undefined>> = environment()): Readonly<Settings> {
  const values = Object.assign(
    new Settings(),
    Object.fromEntries(entries.map(([key, known]) => [key, value(known, env)])),
  );
  const completed = Object.assign(values, {
    publicUrl: values.publicUrl?.replace(/\/$/, '') ?? `http://${reachable(values.host)}:${values.port}`,
    dataDir: inCheckout(values.dataDir),
    sealerDir: inCheckout(values.sealerDir ?? join(values.dataDir, 'sealer')),
    witnessDir: inCheckout(values.witnessDir),
    databaseOwnerUrl: values.databaseOwnerUrl ?? values.databaseUrl,
  });
  const wrong = new Set(validateSync(completed).map(({ property }) => property));
  if (values.host && !env[SETTINGS.publicUrl.variable] && (wrong.has('host') || wrong.has('port')))
    wrong.delete('publicUrl');
  if (!env[SETTINGS.databaseOwnerUrl.variable] && wrong.has('databaseUrl')) wrong.delete('databaseOwnerUrl');
  if (wrong.size > 0) {
    throw new InvalidSettings(entries.filter(([key]) => wrong.has(key)).map(([, known]) => problem(known, env)));
  }
  return Object.freeze(completed);
}

/** The settings as a child process reads them again: what was given and what was completed. */
export function asEnvironment(from: Readonly<Settings>): Record<string, string | undefined> {
  return Object.fromEntries(entries.map(([key, { variable }]) => [variable, from[key]?.toString()]));
}

/** The value of a setting that this process cannot do without; throws `InvalidSettings` when it is not set. */
export function needed<K extends Key>(from: Readonly<Settings>, key: K): NonNullable<Settings[K]> {
  const found = from[key];
  if (found === undefined) throw new InvalidSettings([problem(SETTINGS[key], {})]);
  return found as NonNullable<Settings[K]>;
}

/** A folder, relative to the checkout. */
const inCheckout = (folder: string): string => (isAbsolute(folder) ? folder : resolve(projectRoot(), folder));

function value({ variable, kind, fallback }: Setting, env: Readonly<Record<string, string | undefined>>) {
  const text = env[variable]?.trim() || fallback;
  return kind === 'number' && text !== undefined ? Number(text) : text;
}

function problem({ variable, must, example }: Setting, env: Readonly<Record<string, string | undefined>>): string {
  const given = env[variable];
  // A URL may hold a password, a key or a secret is one: they are never repeated.
  const shown = given && !/_(?:URL|KEY|SECRET)$/.test(variable);
  const zh = given ? (shown ? `“${given}”不符` : '现在的值不符') : '尚未设置';
  const en = given ? (shown ? `"${given}" is not` : 'its value is something else') : 'it is missing';
  return (
    `${variable} 须为：${must.zh}；${zh}。例如 ${variable}=${example}\n` +
    `${variable} must be ${must.en}; ${en}. Example: ${variable}=${example}`
  );
}

/** The host as it stands in a URL; every address is reached at this machine's own. */
export function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
