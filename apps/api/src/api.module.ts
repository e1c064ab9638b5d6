import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { Attachments } from '#libs/attachments';
import { Calendars } from '#libs/calendars';
import { Settings } from '#libs/config';
import { EventStore } from '#libs/event-store';
import {
  Accounts,
  Bootstrap,
  Confirmation,
  ExternalIdentities,
  Factors,
  LogIn,
  Passkeys,
  Sealing,
  Sessions,
  SingleSignOn,
  Totps,
} from '#libs/identity';
import { Webhooks } from '#libs/notices';
import { Registry } from '#libs/registry';
import { Runs } from '#libs/runs';
import { Schemes } from '#libs/schemes';
import { DocumentsRead } from '#libs/sources';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { EnclosedFiles } from './attachments/enclosed-files.js';
import { CampaignController } from './campaign/campaign.controller.js';
import { CampaignRuns } from './campaign/campaign-runs.js';
import { Campaigns } from './campaign/campaigns.js';
import { PackedReports } from './campaign/packed-reports.js';
import { ReadingController } from './campaign/reading.controller.js';
import { SamplesController } from './campaign/samples.controller.js';
import { Samples } from './campaign/samples.js';
import { Scope } from './campaign/scope.js';
import { ScopeImport } from './campaign/scope-import.js';
import { Tasks } from './campaign/tasks.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CalendarController } from './deadlines/calendar.controller.js';
import { CalendarBook } from './deadlines/calendar-book.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { Due } from './deadlines/due.js';
import { IndicatorsController } from './deadlines/indicators.controller.js';
import { ReminderHandler, RemindersByHand } from './deadlines/reminders.js';
import { DelegationController } from './delegation/delegation.controller.js';
import { Delegations } from './delegation/delegations.js';
import { DocumentsController } from './documents/documents.controller.js';
import { FormReturn } from './documents/form-return.js';
import { Gathering } from './documents/gathering.js';
import { SummaryController } from './documents/summary.controller.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { ErasureHandler, Erasures } from './erasure/erasures.js';
import { MeantEvents } from './erasure/meant.js';
import { ConclusionController } from './evaluation/conclusion.controller.js';
import { ConclusionView } from './evaluation/conclusion.view.js';
import { EvaluationController } from './evaluation/evaluation.controller.js';
import { EvaluationView } from './evaluation/evaluation.view.js';
import { CampaignHandler, EvaluationHandler } from './evaluation/evaluation-streams.js';
import { Evaluations } from './evaluation/evaluations.js';
import { Examinations } from './evaluation/examinations.js';
import { FindingsController } from './evaluation/findings.controller.js';
import { HandleEvaluationHandler } from './evaluation/handle-evaluation.js';
import { Names } from './evaluation/names.js';
import { Reach } from './evaluation/reach.js';
import { ReviewingController } from './evaluation/reviewing.controller.js';
import { Versions } from './evaluation/versions.js';
import { BackupsController } from './health/backups.controller.js';
import { HealthController } from './health/health.controller.js';
import { Health } from './health/health.js';
import { JobsController } from './health/jobs.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { AuditorInterceptor } from './http/auditor.interceptor.js';
import { AuditorRecord } from './http/auditor-record.js';
import { LeanValidation } from './http/lean-validation.js';
import { Log } from './http/log.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RefusalRecord } from './http/refusal-record.js';
import { Routes } from './http/routes.js';
import { EvaluationTrailController } from './lists/evaluation-trail.controller.js';
import { ListsController } from './lists/lists.controller.js';
import { NotificationsController } from './lists/notifications.controller.js';
import { Reading } from './lists/reading.js';
import { TrailController } from './lists/trail.controller.js';
import { DeliveriesController } from './notices/deliveries.controller.js';
import { Live } from './notices/live.js';
import { PreferencesController } from './notices/preferences.controller.js';
import { StreamController } from './notices/stream.controller.js';
import { WebhookBook } from './notices/webhook-book.js';
import { WebhooksController } from './notices/webhooks.controller.js';
import { GrantBook } from './personnel/grant-book.js';
import { GrantsController } from './personnel/grants.controller.js';
import { PersonHistory } from './personnel/person-history.js';
import { Personnel } from './personnel/personnel.js';
import { PhraseBook } from './phrases/phrase-book.js';
import { PhrasesController } from './phrases/phrases.controller.js';
import { AccountsController } from './registry/accounts.controller.js';
import { Administration } from './registry/administration.js';
import { ConflictsController } from './registry/conflicts.controller.js';
import { DivisionsController } from './registry/divisions.controller.js';
import { PersonsController } from './registry/persons.controller.js';
import { UnitsController } from './registry/units.controller.js';
import type { Resources } from './resources.js';
import { SchemeController } from './scheme/scheme.controller.js';
import { ReceiptsController } from './sealing/receipts.controller.js';
import { SealingController } from './sealing/sealing.controller.js';
import { SearchController } from './search/search.controller.js';
import { AccountFactorsController } from './session/account-factors.controller.js';
import { AccountRecord } from './session/account-record.js';
import { AccountSessionsController } from './session/account-sessions.controller.js';
import { BootstrapController } from './session/bootstrap.controller.js';
import { ConfirmationController } from './session/confirmation.controller.js';
import { ExternalIdentityController } from './session/external-identity.controller.js';
import { FactorsController } from './session/factors.controller.js';
import { SessionController } from './session/session.controller.js';
import { SessionRecord } from './session/session-record.js';
import { SignInController } from './session/sign-in.controller.js';
import { SignInAttempts } from './session/sign-in-attempts.js';
import { BuiltSite } from './site/built-site.js';
import { SiteController } from './site/site.controller.js';
import { SourceController } from './source/source.controller.js';
import { Sources } from './source/sources.js';
import { EvidenceController } from './workbench/evidence.controller.js';
import { MomentsController } from './workbench/moments.controller.js';
import { Moments } from './workbench/moments.js';

/** The whole API over resources that somebody opened. */
@Module({})
export class ApiModule {
  static over(resources: Resources, routes: Routes): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [
        HealthController,
        SessionController,
        ConfirmationController,
        FactorsController,
        AccountFactorsController,
        AccountSessionsController,
        SignInController,
        ExternalIdentityController,
        BootstrapController,
        DivisionsController,
        UnitsController,
        PersonsController,
        ConflictsController,
        PhrasesController,
        AccountsController,
        GrantsController,
        CampaignController,
        SamplesController,
        ReadingController,
        SchemeController,
        ListsController,
        SearchController,
        EvaluationController,
        ReviewingController,
        ConclusionController,
        FindingsController,
        DocumentsController,
        AttachmentsController,
        SourceController,
        SummaryController,
        DelegationController,
        ReceiptsController,
        SealingController,
        EvaluationTrailController,
        MomentsController,
        EvidenceController,
        ErasureController,
        TrailController,
        DeadlinesController,
        CalendarController,
        IndicatorsController,
        NotificationsController,
        StreamController,
        PreferencesController,
        WebhooksController,
        DeliveriesController,
        BackupsController,
        JobsController,
        CatalogueController,
        SiteController,
      ],
      providers: [...opened(resources), { provide: Routes, useValue: routes }, ...EDGE, ...SERVICES],
    };
  }
}

const EDGE: Provider[] = [
  AuditorRecord,
  RefusalRecord,
  ProblemFilter,
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_INTERCEPTOR, useClass: AuditorInterceptor },
  { provide: APP_PIPE, useClass: LeanValidation },
  { provide: APP_FILTER, useExisting: ProblemFilter },
];

const SERVICES: Provider[] = [
  { provide: Calendars, inject: [EventStore], useFactory: (store: EventStore) => new Calendars(store) },
  {
    provide: Live,
    inject: [Pool, Settings],
    useFactory: (pool: Pool, { sessionIdleMinutes }: Settings) => new Live(pool, sessionIdleMinutes),
  },
  WebhookBook,
  CalendarBook,
  Due,
  ReminderHandler,
  RemindersByHand,
  AccountRecord,
  Administration,
  CampaignHandler,
  Delegations,
  CampaignRuns,
  EnclosedFiles,
  PackedReports,
  Campaigns,
  ConclusionView,
  ErasureHandler,
  Erasures,
  MeantEvents,
  EvaluationHandler,
  Evaluations,
  EvaluationView,
  Examinations,
  FormReturn,
  Gathering,
  GrantBook,
  HandleEvaluationHandler,
  Moments,
  Names,
  PersonHistory,
  PhraseBook,
  Personnel,
  Reach,
  Reading,
  Samples,
  Scope,
  ScopeImport,
  SessionRecord,
  SignInAttempts,
  Sources,
  Tasks,
  Versions,
];

function opened(resources: Resources): Provider[] {
  return [
    { provide: Settings, useValue: resources.settings },
    { provide: Pool, useValue: resources.pool },
    { provide: EventStore, useValue: resources.store },
    { provide: Runs, useValue: resources.runs },
    { provide: Attachments, useValue: resources.attachments },
    { provide: DocumentsRead, useValue: new DocumentsRead(resources.pool) },
    { provide: Webhooks, useValue: new Webhooks(resources.pool, resources.sealing) },
    { provide: Schemes, useValue: resources.schemes },
    { provide: Registry, useValue: resources.registry },
    { provide: Sessions, useValue: resources.sessions },
    { provide: LogIn, useValue: resources.logIn },
    { provide: Accounts, useValue: resources.accounts },
    { provide: Bootstrap, useValue: resources.bootstrap },
    { provide: Totps, useValue: resources.totps },
    { provide: Passkeys, useValue: resources.passkeys },
    { provide: Factors, useValue: resources.factors },
    { provide: Confirmation, useValue: resources.confirmation },
    { provide: Sealing, useValue: resources.sealing },
    { provide: ExternalIdentities, useValue: resources.externalIdentities },
    { provide: SingleSignOn, useValue: resources.signOn },
    { provide: Health, useValue: resources.health },
    { provide: Log, useValue: resources.log },
    { provide: BuiltSite, useValue: resources.site },
  ];
}
