import { useSyncExternalStore } from 'react';

/** Which colours the page is painted in: changes with the theme, and so does what was drawn from them. */
export function usePaint(): string {
  return useSyncExternalStore(subscribe, () => document.documentElement.dataset['theme'] ?? 'light');
}

function subscribe(listener: () => void): () => void {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
}
