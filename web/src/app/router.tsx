import { createBrowserRouter } from 'react-router';
import { Skeleton } from '../ui/index.ts';
import { Broken, NotFound } from './failures.tsx';
import { SignedIn } from './signed-in.tsx';

/** Every area is its own chunk; the address says all there is to say about where one is. */
export const router = createBrowserRouter([
  {
    HydrateFallback: Skeleton,
    errorElement: <Broken />,
    children: [
      { path: '/sign-in', lazy: () => import('../sign-in/sign-in.tsx') },
      { path: '/set-up/:token', lazy: () => import('../sign-in/set-up.tsx') },
      {
        element: <SignedIn />,
        children: [
          {
            errorElement: <Broken />,
            children: [
              { index: true, lazy: () => import('../workbench/workbench.tsx') },
              { path: 'agreements', lazy: () => import('../agreements/list/list.tsx') },
              { path: 'agreements/begin', lazy: () => import('../agreements/begin/begin.tsx') },
              { path: 'agreements/new', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'agreements/register', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'agreements/import', lazy: () => import('../registration/import.tsx') },
              { path: 'agreements/:id', lazy: () => import('../agreements/page/page.tsx') },
              { path: 'agreements/:id/change', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'agreements/:id/correct', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'agreements/:id/counter', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'drafts/:draft', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'settlement', lazy: () => import('../settlement/list/list.tsx') },
              { path: 'settlement/calendar', lazy: () => import('../settlement/calendar/calendar.tsx') },
              { path: 'settlement/balances', lazy: () => import('../settlement/balances/balances.tsx') },
              { path: 'settlement/disputes', lazy: () => import('../settlement/disputes/disputes.tsx') },
              { path: 'settlement/:agreement/:clause/:ledger', lazy: () => import('../settlement/account/account.tsx') },
              { path: 'settlement/:agreement/:clause/:ledger/readings', lazy: () => import('../settlement/readings.tsx') },
              { path: 'settlement/:agreement/:clause/:ledger/:from', lazy: () => import('../settlement/statement/statement.tsx') },
              { path: 'figures', lazy: () => import('../figures/figures.tsx') },
              { path: 'figures/:agreement/report', lazy: () => import('../figures/report.tsx') },
              { path: 'figures/:agreement/import', lazy: () => import('../figures/import.tsx') },
              { path: 'figures/:agreement/milestone', lazy: () => import('../figures/milestone.tsx') },
              { path: 'projects', lazy: () => import('../projects/projects.tsx') },
              { path: 'projects/new', lazy: () => import('../projects/open.tsx') },
              { path: 'projects/:id', lazy: () => import('../projects/page.tsx') },
              { path: 'deadlines', lazy: () => import('../deadlines/deadlines.tsx') },
              { path: 'notices', lazy: () => import('../notices/notices.tsx') },
              { path: 'policy', lazy: () => import('../coordination/policy/policy.tsx') },
              { path: 'policy/alliance', lazy: () => import('../coordination/alliance/alliance.tsx') },
              { path: 'policy/resources', lazy: () => import('../coordination/resources/resources.tsx') },
              { path: 'policy/resources/import', lazy: () => import('../coordination/resources/import.tsx') },
              { path: 'policy/resources/:key', lazy: () => import('../coordination/resources/ledger.tsx') },
              { path: 'wall', lazy: () => import('../wall/wall.tsx') },
              { path: 'film', lazy: () => import('../film/film.tsx') },
              { path: 'procedure', lazy: () => import('../procedure/page.tsx') },
              { path: 'account', lazy: () => import('../account/account.tsx') },
              { path: 'administration', lazy: () => import('../administration/administration.tsx') },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
    ],
  },
]);
