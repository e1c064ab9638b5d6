import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Pool } from 'pg';
import { type Logger, pino } from 'pino';
import { openAttachments } from '#libs/attachments';
import { needed, type Settings } from '#libs/config';
import { createPool } from '#libs/database';
import { UPCASTERS } from '#libs/evaluation';
import { EventSchemas, PgEventStore } from '#libs/event-store';
import { Sealing } from '#libs/identity';
import { QUEUES } from '#libs/jobs';
import { Mail, Webhooks } from '#libs/notices';
import { Queues } from '#libs/queue';
import { PROJECTIONS } from '#libs/read-models';
import { Schemes } from '#libs/schemes';
import { Worker } from './worker.js';

/** A job needs one connection at a time; the loops, the reconciler, runs and the store have theirs. */
const connections = (concurrency: number): number => QUEUES.length * concurrency + 14;

/** What the worker holds open. */
export class Resources {
  readonly log: Logger;
  readonly pool: Pool;
  /** Apart from the jobs' connections, and pipelined: a page of a projection is many statements in one round trip. */
  readonly projecting: Pool;
  readonly store: PgEventStore;
  readonly queues: Queues;
  readonly schemes: Schemes;
  readonly mail: Mail | undefined;
  readonly webhooks: Webhooks | undefined;

  constructor(readonly settings: Readonly<Settings>) {
    this.log = pino({ level: settings.logLevel, base: { app: 'worker' } });
    const databaseUrl = needed(settings, 'databaseUrl');
    const onIdleError = (error: Error) =>
      this.log.warn({ error: error.message }, 'an idle connection broke and is replaced');
    const applicationName = 'shuangshen worker';
    const max = connections(settings.workerConcurrency);
    this.pool = createPool(databaseUrl, { max, applicationName, onIdleError });
    this.projecting = createPool(databaseUrl, {
      max: PROJECTIONS.length,
      applicationName,
      pipeline: true,
      onIdleError,
    });
    this.store = new PgEventStore(this.pool, new EventSchemas(UPCASTERS));
    this.queues = new Queues(
      { databaseUrl, ...(settings.redisUrl === undefined ? {} : { redisUrl: settings.redisUrl }) },
      { onError: (error) => this.log.warn({ error: error.message }, 'the queue lost its connection and reconnects') },
    );
    this.schemes = new Schemes(this.store);
    const { smtpUrl, secretsKey } = settings;
    this.mail = smtpUrl === undefined ? undefined : new Mail(smtpUrl, needed(settings, 'mailFrom'));
    this.webhooks = secretsKey === undefined ? undefined : new Webhooks(this.pool, new Sealing(secretsKey));
  }

  async close(): Promise<void> {
    this.mail?.close();
    await this.store.close();
    await Promise.all([this.pool.end(), this.projecting.end()]);
  }
}

/** Starts the worker with the application and ends it in order: first the work under way, then the connections. */
@Module({})
export class WorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly worker: Worker,
    private readonly resources: Resources,
  ) {}

  static with(settings: Readonly<Settings>): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: Resources, useFactory: () => new Resources(settings) },
        {
          provide: Worker,
          inject: [Resources],
          useFactory: ({ pool, projecting, store, queues, schemes, log, mail, webhooks }: Resources) =>
            new Worker(pool, store, queues, schemes, log, {
              attachments: openAttachments(pool, settings),
              concurrency: settings.workerConcurrency,
              projecting,
              courier: {
                ...{ origin: settings.publicUrl, loopback: settings.webhookReceivers === 'loopback' },
                ...{ mail, webhooks },
              },
            }),
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.worker.start();
    const { log, settings } = this.resources;
    log.info({ queue: settings.redisUrl === undefined ? 'PostgreSQL' : 'Redis' }, 'working');
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.resources.close();
  }
}
