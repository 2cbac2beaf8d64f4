import { type Draft as KeptDraft, draft as keptDraft } from '@lianyu/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, get, put } from '../../live/index.ts';
import { type Draft, draftModel } from './model.ts';

export type Keeping = 'saved' | 'changed' | 'saving' | 'conflict' | 'failed';

/** How long after the last key a draft is kept. */
const AFTER_MS = 1_200;

export interface Beginning {
  readonly id: string;
  /** 0 before it has ever been kept. */
  readonly revision: number;
  readonly content: Draft;
  readonly negotiation?: string;
}

/** Somebody else's revision, which stands in the vault while one's own is on the screen. */
export type Theirs = Pick<KeptDraft, 'revision' | 'updatedAt' | 'updatedBy'> & { readonly content: Draft | undefined };

/**
 * Keeps a draft in the vault while it is written. A colleague's change is never written over unasked: it is fetched and told,
 * and the person chooses.
 */
export function useKeptDraft(beginning: Beginning) {
  const { id, negotiation } = beginning;
  const [draft, setDraft] = useState(beginning.content);
  const [keeping, setKeeping] = useState<Keeping>('saved');
  const [revision, setRevision] = useState(beginning.revision);
  const [theirs, setTheirs] = useState<Theirs>();
  const [failure, setFailure] = useState<ApiError>();
  const known = useRef({ draft, revision, keeping, closed: false, saving: undefined as Promise<boolean> | undefined });
  known.current.draft = draft;
  known.current.keeping = keeping;

  const keepOver = useCallback(
    async (over: number): Promise<boolean> => {
      const content = known.current.draft;
      setKeeping('saving');
      try {
        const kept = await put(`/api/drafts/${id}`, { revision: over, content, ...(negotiation === undefined ? {} : { negotiation }) }, keptDraft);
        known.current.revision = kept.revision;
        setRevision(kept.revision);
        setTheirs(undefined);
        setFailure(undefined);
        setKeeping(known.current.draft === content ? 'saved' : 'changed');
        return true;
      } catch (error) {
        const failed = error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE');
        if (failed.code === 'DRAFT_CHANGED') {
          setTheirs(await read(id).catch(() => undefined));
          setKeeping('conflict');
        } else {
          setFailure(failed);
          setKeeping('failed');
        }
        return false;
      }
    },
    [id, negotiation],
  );

  /** One at a time: who asks while it is being kept waits for that, and keeps what came since. */
  const keep = useCallback(async (): Promise<boolean> => {
    const before = known.current.saving ?? Promise.resolve();
    const own = before.then(() => known.current.closed || keepOver(known.current.revision));
    known.current.saving = own;
    const kept = await own;
    if (known.current.saving === own) known.current.saving = undefined;
    return kept;
  }, [keepOver]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft begins the wait anew
  useEffect(() => {
    if (keeping !== 'changed') return;
    const timer = setTimeout(() => void keep(), AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, keeping, keep]);

  return {
    draft,
    keeping,
    revision,
    theirs,
    failure,
    keep,
    change: useCallback((next: (before: Draft) => Draft) => {
      setDraft(next);
      setKeeping((before) => (before === 'conflict' ? before : 'changed'));
    }, []),
    takeTheirs(): void {
      if (!theirs?.content) return;
      known.current.revision = theirs.revision;
      setRevision(theirs.revision);
      setDraft(theirs.content);
      setTheirs(undefined);
      setKeeping('saved');
    },
    /** Over what they wrote, knowing it. If they write again meanwhile, that is told again. */
    async keepMine(): Promise<void> {
      if (theirs) await keepOver(theirs.revision);
    },
    /** Before it is sent: everything kept, and from then on nothing more, so that a sent draft does not come back. */
    async close(): Promise<boolean> {
      const kept = known.current.keeping === 'saved' ? true : await keep();
      known.current.closed = kept;
      return kept;
    },
    reopen(): void {
      known.current.closed = false;
    },
  };
}

async function read(id: string): Promise<Theirs> {
  const { revision, updatedAt, updatedBy, content } = await get(`/api/drafts/${id}`, keptDraft);
  return { revision, updatedAt, updatedBy, content: draftModel.safeParse(content).data };
}
