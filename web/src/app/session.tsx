import { type Me, me } from '@lianyu/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { z } from 'zod';
import { del, get } from '../live/index.ts';

const SESSION = ['session'];

/** Who is signed in, asked once per visit. */
export function useSession() {
  return useQuery({ queryKey: SESSION, queryFn: () => get('/api/session', me), staleTime: Number.POSITIVE_INFINITY });
}

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const known = useContext(MeContext);
  if (!known) throw new Error('nobody is signed in here');
  return known;
}

/** Ends the session and leaves nothing of it in the page. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await del('/api/session', z.unknown());
    queries.clear();
    location.assign('/sign-in');
  };
}

export function useSignedIn(): (who: Me) => void {
  const queries = useQueryClient();
  return (who) => queries.setQueryData(SESSION, who);
}
