import { createBrowserRouter, type RouteObject } from 'react-router';
import { BootstrapPage } from '../session/bootstrap-page.js';
import { LogInPage } from '../session/log-in-page.js';
import { PasswordPage } from '../session/password-page.js';
import { Loading } from '../ui/loading.js';
import { Arrival } from './arrival.js';
import { Guard, NotFoundPage } from './guard.js';
import { RouteFault } from './route-fault.js';

/** Each page is a file of its own, loaded when somebody goes there. */
const pages: RouteObject[] = [
  ...(['todo', 'done', 'initiated', 'copied', 'evaluations'] as const).map((list) => ({
    path: `/${list}`,
    lazy: async () => {
      const { ListPage } = await import('../features/lists/list-page.js');
      return { element: <ListPage key={list} list={list} /> };
    },
  })),
  {
    path: '/findings',
    lazy: async () => ({ Component: (await import('../features/lists/findings-page.js')).FindingsPage }),
  },
  {
    path: '/compare',
    lazy: async () => ({ Component: (await import('../features/evaluation/compare-page.js')).ComparePage }),
  },
  {
    path: '/evaluations/:id',
    lazy: async () => ({ Component: (await import('../features/evaluation/evaluation-page.js')).EvaluationPage }),
  },
  {
    path: '/evaluations/:id/receipts/:number',
    lazy: async () => ({ Component: (await import('../features/evaluation/receipt-page.js')).ReceiptPage }),
  },
  {
    path: '/calendar',
    lazy: async () => ({ Component: (await import('../features/deadlines/calendar-page.js')).CalendarPage }),
  },
  {
    path: '/indicators',
    lazy: async () => ({ Component: (await import('../features/deadlines/indicators-page.js')).IndicatorsPage }),
  },
  {
    path: '/evaluations/:id/history',
    lazy: async () => ({ Component: (await import('../features/workbench/history-page.js')).HistoryPage }),
  },
  {
    path: '/evaluations/:id/proof',
    lazy: async () => ({ Component: (await import('../features/workbench/proof-page.js')).ProofPage }),
  },
  {
    path: '/dual-review',
    lazy: async () => ({ Component: (await import('../features/workbench/dual-review-page.js')).DualReviewPage }),
  },
  {
    path: '/erasures',
    lazy: async () => ({ Component: (await import('../features/workbench/erasures-page.js')).ErasuresPage }),
  },
  { path: '/trail', lazy: async () => ({ Component: (await import('../features/trail/trail-page.js')).TrailPage }) },
  {
    path: '/campaigns',
    lazy: async () => ({ Component: (await import('../features/campaigns/campaigns-page.js')).CampaignsPage }),
  },
  {
    path: '/campaigns/:id',
    lazy: async () => ({ Component: (await import('../features/campaigns/campaign-page.js')).CampaignPage }),
  },
  {
    path: '/schemes',
    lazy: async () => ({ Component: (await import('../features/schemes/schemes-page.js')).SchemesPage }),
  },
  {
    path: '/schemes/compare',
    lazy: async () => ({ Component: (await import('../features/schemes/compare-page.js')).ComparePage }),
  },
  {
    path: '/schemes/:id/versions/:version',
    lazy: async () => ({ Component: (await import('../features/schemes/scheme-page.js')).SchemePage }),
  },
  {
    path: '/phrases',
    lazy: async () => ({ Component: (await import('../features/phrases/phrases-page.js')).PhrasesPage }),
  },
  {
    path: '/conflicts',
    lazy: async () => ({ Component: (await import('../features/conflicts/conflicts-page.js')).ConflictsPage }),
  },
  {
    path: '/delegations',
    lazy: async () => ({ Component: (await import('../features/delegations/delegations-page.js')).DelegationsPage }),
  },
  {
    path: '/webhooks',
    lazy: async () => ({ Component: (await import('../features/notices/webhooks-page.js')).WebhooksPage }),
  },
  {
    path: '/administration/units',
    lazy: async () => ({ Component: (await import('../features/administration/units-page.js')).UnitsPage }),
  },
  {
    path: '/administration/persons',
    lazy: async () => ({ Component: (await import('../features/administration/persons-page.js')).PersonsPage }),
  },
  {
    path: '/administration/accounts',
    lazy: async () => ({ Component: (await import('../features/administration/accounts-page.js')).AccountsPage }),
  },
  {
    path: '/administration/grants',
    lazy: async () => ({ Component: (await import('../features/administration/grants-page.js')).GrantsPage }),
  },
  {
    path: '/administration/break-glass',
    lazy: async () => ({ Component: (await import('../features/administration/break-glass-page.js')).BreakGlassPage }),
  },
  {
    path: '/administration/work',
    lazy: async () => ({ Component: (await import('../features/administration/work-page.js')).WorkPage }),
  },
  {
    path: '/notices/preferences',
    lazy: async () => ({ Component: (await import('../features/notices/preferences-page.js')).PreferencesPage }),
  },
  {
    path: '/administration/deliveries',
    lazy: async () => ({ Component: (await import('../features/notices/deliveries-page.js')).DeliveriesPage }),
  },
  {
    path: '/security',
    lazy: async () => ({ Component: (await import('../session/security-page.js')).SecurityPage }),
  },
  { path: '*', Component: NotFoundPage },
];

const routes: RouteObject[] = [
  { path: '/login', Component: LogInPage },
  { path: '/password', Component: PasswordPage },
  { path: '/bootstrap', Component: BootstrapPage },
  {
    path: '/second-factor',
    HydrateFallback: Loading,
    lazy: async () => ({ Component: (await import('../session/second-factor-page.js')).SecondFactorPage }),
  },
  {
    path: '/enrolment',
    HydrateFallback: Loading,
    lazy: async () => ({ Component: (await import('../session/enrolment-page.js')).EnrolmentPage }),
  },
  {
    path: '/',
    Component: Guard,
    HydrateFallback: Loading,
    errorElement: <RouteFault />,
    children: pages.map((page) => ({ errorElement: <RouteFault />, ...page })),
  },
];

export const router = createBrowserRouter([{ Component: Arrival, HydrateFallback: Loading, children: routes }]);
