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
              { path: 'agreements/new', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'agreements/:id', lazy: () => import('../agreements/page/page.tsx') },
              { path: 'agreements/:id/change', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'agreements/:id/counter', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'drafts/:draft', lazy: () => import('../agreements/draft/draft.tsx') },
              { path: 'wall', lazy: () => import('../wall/wall.tsx') },
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
