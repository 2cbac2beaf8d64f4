import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Change = Readonly<Record<string, string | number | undefined>>;

/** What is looked at stands in the address, so that it can be sent to somebody; an empty value is none. */
export function useAddress(): [URLSearchParams, (change: Change) => void] {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (change: Change) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search, set];
}
