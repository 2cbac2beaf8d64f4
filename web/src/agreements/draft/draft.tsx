import { type Draft as KeptDraft, draft as keptDraft, drafts as keptDrafts } from '@lianyu/contract';
import { purpose } from '@lianyu/domain/agreements';
import type { NegotiationPage, ProposalDocument, RegistrationPage } from '@lianyu/projections/folds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearchParams } from 'react-router';
import { useMe } from '../../app/session.tsx';
import { ApiError, get, useRows } from '../../live/index.ts';
import { EmptyState, ErrorState, Skeleton } from '../../ui/index.ts';
import { viewOf } from '../page/use-agreement.ts';
import { changeDraft, type LatestText } from './change.ts';
import { draftFrom } from './content.ts';
import { Editor } from './editor.tsx';
import { draftModel } from './model.ts';
import { paperDraft, starterDraft } from './starter.ts';
import type { Beginning } from './use-kept-draft.ts';

/** Where drafting begins: anew, as an answer to a proposal, or with a draft that is kept. */
export function Component() {
  const { id, draft } = useParams();
  const { pathname } = useLocation();
  if (draft !== undefined) return <Kept key={draft} id={draft} />;
  if (id !== undefined && pathname.endsWith('/change')) return <Change key={id} agreement={id} />;
  if (pathname.endsWith('/register')) return <FreshPaper />;
  if (id !== undefined && pathname.endsWith('/correct')) return <Correct key={id} registration={id} beginning={undefined} />;
  return id === undefined ? <Fresh /> : <Counter key={id} negotiation={id} />;
}

function Fresh() {
  const { organisation } = useMe();
  const [beginning] = useState<Beginning>(() => ({ id: crypto.randomUUID(), revision: 0, content: starterDraft(organisation) }));
  return <Editor beginning={beginning} />;
}

/** A paper: of a party one's own organisation is one, the coordination office is none. */
function FreshPaper() {
  const { t } = useTranslation();
  const { organisation, organisationKind } = useMe();
  const own = organisationKind === 'coordination-office' ? undefined : organisation;
  const [beginning] = useState<Beginning>(() => ({
    id: crypto.randomUUID(),
    revision: 0,
    content: paperDraft(own, t('registration.form.summary')),
  }));
  return <Editor beginning={beginning} registering={{ correcting: undefined }} />;
}

/** A correction begins with the transcription that stands. */
function Correct({ registration, beginning }: { registration: string; beginning: Beginning | undefined }) {
  const topic = useRows(`agreement/${registration}`);
  const { registration: found } = viewOf(registration, topic.rows, undefined);
  if (topic.state === 'failed' && topic.error) return <ErrorState error={topic.error} retry={topic.retry} />;
  if (!found) return topic.state === 'loading' ? <Skeleton /> : <ErrorState error={new ApiError('NOT_FOUND')} />;
  return <Correcting found={found} beginning={beginning} />;
}

/** Begins once; the server says so when another transcription has come to stand meanwhile. */
function Correcting({ found, beginning }: { found: RegistrationPage; beginning: Beginning | undefined }) {
  const [first] = useState(() => ({
    found,
    beginning: beginning ?? { id: crypto.randomUUID(), revision: 0, content: { ...draftFrom(found.content), paper: { registration: found.id } } },
  }));
  return <Editor beginning={first.beginning} registering={{ correcting: first.found }} />;
}

function Kept({ id }: { id: string }) {
  const kept = useQuery({
    queryKey: ['draft', id],
    queryFn: () => get(`/api/drafts/${id}`, keptDraft),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (kept.error) return <Failed error={kept.error} retry={() => void kept.refetch()} />;
  if (!kept.data) return <Skeleton />;
  return <From kept={kept.data} />;
}

/** A counter-proposal: the kept draft of it if there is one, otherwise the current text. */
function Counter({ negotiation }: { negotiation: string }) {
  const kept = useQuery({
    queryKey: ['drafts', negotiation],
    queryFn: () => get('/api/drafts', keptDrafts),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (kept.error) return <Failed error={kept.error} retry={() => void kept.refetch()} />;
  if (!kept.data) return <Skeleton />;
  const found = kept.data.drafts.find((each) => each.negotiation === negotiation);
  return found ? <From kept={found} /> : <Answering negotiation={negotiation} beginning={undefined} />;
}

/** What is kept was written by a page, perhaps by an older one: it is read like anything from outside. */
function From({ kept }: { kept: KeptDraft }) {
  const { t } = useTranslation();
  const content = draftModel.safeParse(kept.content);
  if (!content.success) {
    return (
      <main className="page" id="content">
        <EmptyState title={t('agreements.draft.unreadable')}>
          <Link to="/">{t('common.backHome')}</Link>
        </EmptyState>
      </main>
    );
  }
  const beginning = { id: kept.id, revision: kept.revision, content: content.data };
  const { paper } = content.data;
  if (paper?.registration !== undefined) return <Correct registration={paper.registration} beginning={beginning} />;
  if (paper) return <Editor beginning={beginning} registering={{ correcting: undefined }} />;
  if (kept.negotiation === undefined && content.data.purpose)
    return <Changing agreement={content.data.purpose.agreement} beginning={() => beginning} />;
  return kept.negotiation === undefined ? <Editor beginning={beginning} /> : <Answering negotiation={kept.negotiation} beginning={beginning} />;
}

/** A change of what is signed begins with its latest text; what it is to do stands in the address. */
function Change({ agreement }: { agreement: string }) {
  const [search] = useSearchParams();
  const kind = purpose.shape.kind.safeParse(search.get('kind')).data ?? 'amendment';
  const begin = (latest: LatestText): Beginning => ({ id: crypto.randomUUID(), revision: 0, content: changeDraft(kind, latest) });
  return <Changing agreement={agreement} beginning={begin} />;
}

function Changing({ agreement, beginning }: { agreement: string; beginning: (latest: LatestText) => Beginning }) {
  const topic = useRows(`agreement/${agreement}`);
  const { signed, versions } = viewOf(agreement, topic.rows, undefined);
  if (topic.state === 'failed' && topic.error) return <ErrorState error={topic.error} retry={topic.retry} />;
  if (topic.state === 'not-found') return <ErrorState error={new ApiError('NOT_FOUND')} />;
  if (!signed) return topic.state === 'ready' ? <ErrorState error={new ApiError('NOT_FOUND')} /> : <Skeleton />;
  const { content, digest } = versions[0] ?? signed;
  return <Begun latest={{ agreement: signed.id, number: signed.number, content, digest }} beginning={beginning} />;
}

/** Begins once, with the version that is the latest then; when another one comes, the server says so. */
function Begun({ latest, beginning }: { latest: LatestText; beginning: (latest: LatestText) => Beginning }) {
  const [first] = useState(() => ({ latest, beginning: beginning(latest) }));
  return <Editor beginning={first.beginning} changing={first.latest} />;
}

function Answering({ negotiation, beginning }: { negotiation: string; beginning: Beginning | undefined }) {
  const topic = useRows(`agreement/${negotiation}`);
  const page = topic.rows.find(({ kind }) => kind === 'negotiation')?.body as NegotiationPage | undefined;
  const proposals = topic.rows.filter(({ kind }) => kind === 'proposal').map(({ body }) => body as ProposalDocument);
  const current = proposals.find(({ number }) => number === page?.current.number);
  if (topic.state === 'failed' && topic.error) return <ErrorState error={topic.error} retry={topic.retry} />;
  if (topic.state === 'not-found') return <ErrorState error={new ApiError('NOT_FOUND')} />;
  if (!current) return topic.state === 'ready' ? <ErrorState error={new ApiError('NOT_FOUND')} /> : <Skeleton />;
  return (
    <Answer negotiation={negotiation} beginning={beginning} current={current} declined={page?.declined ?? none} ended={page?.ended !== undefined} />
  );
}

const none: readonly string[] = [];

/** Begins once, with the text that is current then; what comes later is told, and changes nothing that is being written. */
function Answer({
  negotiation,
  beginning,
  current,
  declined,
  ended,
}: {
  negotiation: string;
  beginning: Beginning | undefined;
  current: ProposalDocument;
  declined: readonly string[];
  ended: boolean;
}) {
  const [first] = useState<Beginning>(() => ({
    ...(beginning ?? {
      id: crypto.randomUUID(),
      revision: 0,
      content: draftFrom(current.content, { digest: current.digest, number: current.number }, declined),
    }),
    negotiation,
  }));
  return <Editor beginning={first} answering={{ negotiation, current, ended }} />;
}

function Failed({ error, retry }: { error: Error; retry: () => void }) {
  return <ErrorState error={error instanceof ApiError ? error : new ApiError('ANSWER_UNREADABLE')} retry={retry} />;
}
