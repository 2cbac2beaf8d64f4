import { Navigate, useLocation } from 'react-router';
import { ApiError, LiveProvider } from '../live/index.ts';
import { ErrorState, Skeleton } from '../ui/index.ts';
import { MeContext, useSession } from './session.tsx';
import { Shell } from './shell.tsx';

/** Everything behind it needs a session; who has none signs in and comes back. */
export function SignedIn() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Skeleton />;
  if (session.error) {
    const error = session.error instanceof ApiError ? session.error : new ApiError('ANSWER_UNREADABLE');
    if (error.code === 'NOT_SIGNED_IN') return <Navigate to={`/sign-in?from=${encodeURIComponent(pathname + search)}`} replace />;
    return <ErrorState error={error} retry={() => void session.refetch()} />;
  }
  return (
    <MeContext value={session.data}>
      <LiveProvider key={session.data.member}>
        <Shell />
      </LiveProvider>
    </MeContext>
  );
}
