import { draft as draftSchema } from '@lianyu/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, get, put } from '../../live/index.ts';
import type { Draft } from './editing.ts';

export type Keeping = 'saved' | 'changed' | 'saving' | 'conflict' | 'failed';

/** How long after the last key a draft is kept. */
const AFTER_MS = 1_200;

/**
 * Keeps a draft in the vault while it is written. A colleague's change is never written over unasked: the answer then says
 * so, and the person chooses.
 */
export function useKeptDraft(id: string, beginning: Draft, firstRevision: number, negotiation: string | undefined) {
  const [draft, setDraft] = useState(beginning);
  const [keeping, setKeeping] = useState<Keeping>('saved');
  const revision = useRef(firstRevision);
  const latest = useRef(draft);
  const busy = useRef(false);
  latest.current = draft;

  const keep = useCallback(async (): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    const content = latest.current;
    setKeeping('saving');
    try {
      const kept = await put(`/api/drafts/${id}`, { revision: revision.current, content, ...(negotiation === undefined ? {} : { negotiation }) }, draftSchema);
      revision.current = kept.revision;
      setKeeping(latest.current === content ? 'saved' : 'changed');
      return true;
    } catch (error) {
      setKeeping(error instanceof ApiError && error.code === 'DRAFT_CHANGED' ? 'conflict' : 'failed');
      return false;
    } finally {
      busy.current = false;
    }
  }, [id, negotiation]);

  useEffect(() => {
    if (keeping !== 'changed') return;
    const timer = setTimeout(() => void keep(), AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, keeping, keep]);

  useEffect(() => {
    if (keeping === 'saved') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [keeping]);

  return {
    draft,
    keeping,
    revision: revision.current,
    change: useCallback((next: (before: Draft) => Draft) => {
      setDraft(next);
      setKeeping((before) => (before === 'conflict' ? before : 'changed'));
    }, []),
    keep,
    async takeTheirs(): Promise<void> {
      const theirs = await get(`/api/drafts/${id}`, draftSchema);
      revision.current = theirs.revision;
      setDraft(theirs.content as Draft);
      setKeeping('saved');
    },
    async keepMine(): Promise<void> {
      revision.current = (await get(`/api/drafts/${id}`, draftSchema)).revision;
      await keep();
    },
  };
}
