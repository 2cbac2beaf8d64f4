import { draft as draftSchema, drafts as draftsSchema } from '@lianyu/contract';
import type { ProposalDocument, NegotiationPage } from '@lianyu/projections/folds';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { ApiError, get, useRows } from '../../live/index.ts';
import { ErrorState, Skeleton } from '../../ui/index.ts';
import { type Draft, draftFrom } from './editing.ts';
import { Editor } from './editor.tsx';
import { starterDraft } from './starter.ts';

/** Where drafting begins: anew, as an answer to a proposal, or with a draft that is kept. */
export function Component() {
  const { id, draft } = useParams();
  if (draft !== undefined) return <Kept key={draft} id={draft} />;
  return id === undefined ? <Fresh /> : <Counter key={id} negotiation={id} />;
}

function Fresh() {
  const { organisation } = useMe();
  const beginning = useMemo(() => ({ id: crypto.randomUUID(), revision: 0, content: starterDraft(organisation) }), [organisation]);
  return <Editor beginning={beginning} />;
}

function Kept({ id }: { id: string }) {
  const kept = useQuery({ queryKey: ['draft', id], queryFn: () => get(`/api/drafts/${id}`, draftSchema), staleTime: 0, gcTime: 0 });
  if (kept.error) return <ErrorState error={kept.error instanceof ApiError ? kept.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void kept.refetch()} />;
  if (!kept.data) return <Skeleton />;
  const beginning = { id, revision: kept.data.revision, content: kept.data.content as Draft };
  return kept.data.negotiation === undefined ? <Editor beginning={beginning} /> : <Answering negotiation={kept.data.negotiation} beginning={beginning} />;
}

/** A counter-proposal: the kept draft of it if there is one, otherwise the current text. */
function Counter({ negotiation }: { negotiation: string }) {
  const kept = useQuery({ queryKey: ['drafts'], queryFn: () => get('/api/drafts', draftsSchema), staleTime: 0, gcTime: 0 });
  if (kept.error) return <ErrorState error={kept.error instanceof ApiError ? kept.error : new ApiError('ANSWER_UNREADABLE')} retry={() => void kept.refetch()} />;
  if (!kept.data) return <Skeleton />;
  const found = kept.data.drafts.find((each) => each.negotiation === negotiation);
  return <Answering negotiation={negotiation} beginning={found && { id: found.id, revision: found.revision, content: found.content as Draft }} />;
}

interface Beginning {
  readonly id: string;
  readonly revision: number;
  readonly content: Draft;
}

function Answering({ negotiation, beginning }: { negotiation: string; beginning: Beginning | undefined }) {
  const topic = useRows(`agreement/${negotiation}`);
  const page = topic.rows.find(({ kind }) => kind === 'negotiation')?.body as NegotiationPage | undefined;
  const current = topic.rows.map(({ kind, body }) => (kind === 'proposal' ? (body as ProposalDocument) : undefined)).find((proposal) => proposal?.number === page?.current.number);
  const first = useMemo(() => beginning ?? (current && { id: crypto.randomUUID(), revision: 0, content: draftFrom(current.content) }), [beginning, current === undefined]); // biome-ignore lint/correctness/useExhaustiveDependencies: only the first text is begun from
  if (topic.state === 'failed' && topic.error) return <ErrorState error={topic.error} retry={topic.retry} />;
  if (topic.state === 'not-found') return <ErrorState error={new ApiError('NOT_FOUND')} />;
  if (!current || !first) return <Skeleton />;
  return <Editor beginning={first} answering={{ negotiation, current }} />;
}
