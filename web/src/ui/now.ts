import { useEffect, useState } from 'react';

/** The present instant in milliseconds, looked at again every so often, so that 刚刚 does not stay. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
