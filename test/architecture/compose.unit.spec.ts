import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { projectRoot, SETTINGS, settings } from '#libs/config';
import { composeSchema } from './compose-schema.js';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: unknown;
}

const text = readFileSync(join(projectRoot(), 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const validate = new Ajv2020({ allErrors: true, strictTuples: false }).compile(composeSchema);
const named = (name: string): Service => compose.services[name] as Service;

const OURS = ['migrate', 'api', 'worker', 'sealer'];
const VARIABLES = Object.values(SETTINGS).map(({ variable }): string => variable);
/** Passwords that only the compose file knows: they become parts of URLs. */
const ONLY_HERE = ['POSTGRES_PASSWORD', 'APP_PASSWORD', 'SEALER_PASSWORD'];

describe('docker-compose.yml', () => {
  it('is a compose file', () => {
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each([
    ['a service without an image', { services: { api: {} }, volumes: {} }],
    ['a misspelt key', { services: { api: { image: 'a:1', enviroment: {} } }, volumes: {} }],
    [
      'a healthcheck without a limit',
      { services: { api: { image: 'a:1', healthcheck: { test: ['CMD', 'true'] } } }, volumes: {} },
    ],
    ['an image of no version', { services: { api: { image: 'postgres' } }, volumes: {} }],
  ])('would be refused for %s', (_, broken) => expect(validate(broken)).toBe(false));

  it('runs PostgreSQL, Redis, the migrations, the API, the worker and the sealer', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'redis', ...OURS]);
    expect(named('postgres').image).toMatch(/^postgres:(?:1[5-9]|[2-9]\d)$/);
    expect(named('redis').image).toMatch(/^redis:[78]$/);
  });

  it('keeps every job: Redis writes what it is told and evicts nothing', () => {
    expect(named('redis').command?.join(' ')).toMatch(/--appendonly yes .*--maxmemory-policy noeviction/);
  });

  it('starts nothing of ours before the migrations are through and the databases answer', () => {
    for (const name of ['api', 'worker']) {
      expect(named(name).depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        redis: { condition: 'service_healthy' },
      });
    }
    expect(named('sealer').depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
    for (const { depends_on: awaited = {} } of Object.values(compose.services)) {
      for (const [name, { condition }] of Object.entries(awaited)) {
        expect(compose.services).toHaveProperty(name);
        if (condition === 'service_healthy') expect(named(name).healthcheck).toBeDefined();
      }
    }
  });

  it.each(OURS)('gives %s only settings that the product knows, within their limits', (name) => {
    const given = named(name).environment ?? {};
    expect(Object.keys(given).filter((variable) => !VARIABLES.includes(variable))).toEqual([]);
    const filledIn = Object.entries(given).map(([variable, value]) => [variable, interpolated(value)]);
    expect(() => settings(Object.fromEntries(filledIn) as Record<string, string>)).not.toThrow();
  });

  it('tells the owner to the migrations only', () => {
    expect(OURS.filter((name) => named(name).environment?.DATABASE_OWNER_URL)).toEqual(['migrate']);
    for (const name of ['api', 'worker'])
      expect(named(name).environment?.DATABASE_URL).toMatch(/^postgres:\/\/shuangshen:/);
    expect(OURS.filter((name) => named(name).environment?.SEALER_DATABASE_URL)).toEqual(['sealer']);
  });

  it('keeps attachments in one volume of api and worker, and the sealer’s key in another, where the user of the image may write', () => {
    const image = readFileSync(join(projectRoot(), '.docker/Dockerfile'), 'utf8');
    const made = /^RUN install -d -o node -g node -m 0700 (.+)$/m.exec(image)?.[1]?.split(' ') ?? [];
    expect(image.indexOf('USER node')).toBeGreaterThan(image.indexOf('RUN install'));
    const folders = [
      ['api', 'DATA_DIR', 'data'],
      ['worker', 'DATA_DIR', 'data'],
      ['sealer', 'SEALER_DIR', 'sealer'],
    ] as const;
    for (const [name, variable, volume] of folders) {
      const folder = named(name).environment?.[variable];
      expect(made).toContain(folder);
      expect(named(name).volumes).toEqual([`${volume}:${folder}`]);
    }
  });

  it('lets its operator set everything that a process of it reads, each where it is read', () => {
    const asked = (name: string) =>
      Object.entries(named(name).environment ?? {}).flatMap(([variable, value]) =>
        value.startsWith(`\${${variable}`) ? [variable] : [],
      );
    const both = ['ATTACHMENTS_S3_URL', 'ATTACHMENTS_S3_ACCESS_KEY', 'ATTACHMENTS_S3_SECRET', 'WEBHOOK_RECEIVERS'];
    expect(asked('api')).toEqual(
      expect.arrayContaining([...both, 'TRUSTED_PROXIES', 'ATTACHMENT_MB', 'ATTACHMENTS_QUOTA_MB', 'CLAMAV_URL']),
    );
    expect(asked('worker')).toEqual(expect.arrayContaining(both));
    const fixed = Object.values(compose.services).flatMap(({ environment = {} }) => Object.keys(environment));
    const left = VARIABLES.filter((variable) => !fixed.includes(variable));
    expect(left).toEqual(['WITNESS_NAME', 'WITNESS_DIR', 'WITNESS_PORT']); // a witness is somebody else's
  });

  it('asks its operator for nothing the product does not know', () => {
    const asked = [...text.matchAll(/\$\{(\w+)/g)].map(([, variable]) => variable as string);
    expect(asked.filter((variable) => ![...VARIABLES, ...ONLY_HERE].includes(variable))).toEqual([]);
  });

  it('mounts and builds from what is there', () => {
    for (const { build, volumes = [] } of Object.values(compose.services)) {
      if (build) expect(existsSync(join(projectRoot(), build.context, build.dockerfile))).toBe(true);
      for (const source of volumes.map((volume) => volume.split(':')[0] as string)) {
        if (source.startsWith('.')) expect(existsSync(join(projectRoot(), source))).toBe(true);
        else expect(compose.volumes).toHaveProperty(source);
      }
    }
  });
});

/** As compose fills in what the operator has set. */
const interpolated = (value: string): string =>
  value.replace(
    /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_, variable: string, fallback?: string) => fallback ?? example(variable),
  );

const example = (variable: string): string =>
  Object.values(SETTINGS).find((known) => known.variable === variable)?.example ?? 'secret';
