import { Pool } from 'pg';
import { type Attachments, openAttachments } from '#libs/attachments';
import type { Settings } from '#libs/config';
import { needed } from '#libs/config';
import { createPool } from '#libs/database';
import { UPCASTERS } from '#libs/evaluation';
import { EventSchemas, EventStore, PgEventStore } from '#libs/event-store';
import {
  Accounts,
  Bootstrap,
  Confirmation,
  demandOf,
  ExternalIdentities,
  type FactorDemand,
  Factors,
  LogIn,
  PASSWORD_POLICIES,
  Passkeys,
  relyingPartyOf,
  Sealing,
  Sessions,
  SingleSignOn,
  Totps,
} from '#libs/identity';
import { Registry } from '#libs/registry';
import { Runs } from '#libs/runs';
import { Schemes } from '#libs/schemes';
import { Health } from './health/health.js';
import { Log } from './http/log.js';
import { BuiltSite } from './site/built-site.js';

/** What the API is made of besides its own code; opened once, closed in the opposite order. */
export interface Resources {
  readonly settings: Readonly<Settings>;
  readonly pool: Pool;
  readonly store: EventStore;
  readonly registry: Registry;
  readonly schemes: Schemes;
  readonly runs: Runs;
  readonly attachments: Attachments;
  readonly sessions: Sessions;
  readonly logIn: LogIn;
  readonly accounts: Accounts;
  readonly bootstrap: Bootstrap;
  readonly totps: Totps;
  readonly passkeys: Passkeys;
  readonly factors: Factors;
  readonly confirmation: Confirmation;
  readonly sealing: Sealing;
  readonly externalIdentities: ExternalIdentities;
  readonly signOn: SingleSignOn;
  readonly health: Health;
  readonly log: Log;
  readonly site: BuiltSite;
  close(): Promise<void>;
}

export async function openResources(settings: Readonly<Settings>): Promise<Resources> {
  const url = needed(settings, 'databaseUrl');
  const key = needed(settings, 'secretsKey');
  return resourcesOver(settings, await Registry.open(url), { url, key, demand: await demandAt(url) });
}

/** Asked once: a database does not become a demonstration while the API runs. */
async function demandAt(url: string): Promise<FactorDemand> {
  const pool = createPool(url, { max: 1, applicationName: 'shuangshen api' });
  return demandOf(pool).finally(() => pool.end());
}

/** Enough to describe the API with: nothing is connected, and asking any of it for data fails. */
export function unconnectedResources(settings: Readonly<Settings>): Resources {
  const url = 'postgres://nobody@127.0.0.1:1/none';
  const key = Buffer.alloc(32).toString('base64');
  return resourcesOver(settings, Registry.unconnected(url), { url, key, demand: 'required' });
}

function resourcesOver(
  settings: Readonly<Settings>,
  registry: Registry,
  { url, key, demand }: { readonly url: string; readonly key: string; readonly demand: FactorDemand },
): Resources {
  const log = new Log(settings.logLevel);
  const pool = createPool(url, {
    max: 16,
    // A read is four statements of one transaction, in one round trip.
    pipeline: true,
    applicationName: 'shuangshen api',
    onIdleError: (error) => log.warn(`a database connection broke: ${error.message}`),
  });
  const store = new PgEventStore(pool, new EventSchemas(UPCASTERS));
  const health = new Health(url);
  const policy = PASSWORD_POLICIES[settings.passwordPolicy];
  const sessions = new Sessions(pool, {
    idleMinutes: settings.sessionIdleMinutes,
    maxHours: settings.sessionMaxHours,
    factorDemand: settings.secondFactor ?? demand,
    passwordDays: policy.days ?? undefined,
  });
  const sealing = new Sealing(key);
  const totps = new Totps(pool, sealing);
  const passkeys = new Passkeys(pool, relyingPartyOf(settings.publicUrl));
  return {
    settings,
    pool,
    store,
    registry,
    schemes: new Schemes(store),
    runs: new Runs(pool),
    attachments: openAttachments(pool, settings),
    sessions,
    logIn: new LogIn(pool, sessions),
    accounts: new Accounts(pool, policy),
    bootstrap: new Bootstrap(pool, policy),
    totps,
    passkeys,
    factors: new Factors(pool),
    confirmation: new Confirmation(pool, totps, passkeys),
    sealing,
    externalIdentities: new ExternalIdentities(pool),
    signOn: signOnOf(settings),
    health,
    log,
    site: BuiltSite.in(),
    close: async () => {
      await store.close();
      await Promise.allSettled([health.close(), registry.close(), pool.end()]);
      log.flush();
    },
  };
}

/** Single sign-on as the settings have it; without an issuer nothing asks for it. */
function signOnOf(settings: Readonly<Settings>): SingleSignOn {
  const { oidcIssuer: issuer, oidcClientSecret: clientSecret, publicUrl } = settings;
  const callback = `${publicUrl}/api/session/sign-in/callback`;
  if (issuer === undefined) return new SingleSignOn({ issuer: 'https://none.invalid', clientId: 'none', callback });
  return new SingleSignOn({ issuer, clientId: needed(settings, 'oidcClientId'), clientSecret, callback });
}
