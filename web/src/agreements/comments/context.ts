import type { CommentDocument } from '@lianyu/projections/folds';
import { createContext, useContext } from 'react';

/** What is said about the clauses of the agreement on the page, and how one speaks; none where the page is not one's own to speak on. */
export interface Discussion {
  readonly threads: readonly CommentDocument[];
  /** The clause that one is about to comment on. */
  readonly chosen: string | undefined;
  readonly choose: (clause: string | undefined) => void;
  /** Whether there still is a text to speak about. */
  readonly open: boolean;
}

export const DiscussionContext = createContext<Discussion | undefined>(undefined);
export const useDiscussion = () => useContext(DiscussionContext);
