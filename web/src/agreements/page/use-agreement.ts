import type { Row } from '@lianyu/contract/live';
import type { AgreementContent } from '@lianyu/domain/agreements';
import type {
  AgreementRow,
  ClearancePage,
  Move,
  NegotiationPage,
  ProposalDocument,
  RegistrationPage,
  SignedAgreement,
  VersionDocument,
} from '@lianyu/projections/folds';
import { useMemo } from 'react';
import { useRows } from '../../live/index.ts';

/** What the viewer has of one agreement; what is not his to see is simply not there. */
export interface AgreementView {
  readonly id: string;
  readonly row: AgreementRow | undefined;
  readonly negotiation: NegotiationPage | undefined;
  readonly proposals: readonly ProposalDocument[];
  readonly clearance: ClearancePage | undefined;
  readonly signed: SignedAgreement | undefined;
  /** Of one that was signed on paper: how it was registered. */
  readonly registration?: RegistrationPage | undefined;
  /** Versions of the signed text after the first, newest first. */
  readonly versions: readonly VersionDocument[];
  /** Of an agreement about another one: the text that it is to change. */
  readonly base?: AgreementContent | undefined;
  readonly moves: readonly Move[];
}

type AnyRow = Pick<Row, 'kind' | 'key' | 'sort' | 'body'>;

/** One view out of the documents; who holds two readerships of the same thing gets it once. */
export function viewOf(id: string, rows: readonly AnyRow[], row: AgreementRow | undefined): AgreementView {
  const bodies = <Body>(kind: string): Body[] => {
    const byKey = new Map(rows.filter((each) => each.kind === kind).map((each) => [each.key, each]));
    return [...byKey.values()].sort((one, other) => (one.sort < other.sort ? 1 : -1)).map(({ body }) => body as Body);
  };
  return {
    id,
    row: row ?? bodies<AgreementRow>('agreement-row').find((each) => each.title) ?? bodies<AgreementRow>('agreement-row')[0],
    negotiation: bodies<NegotiationPage>('negotiation')[0],
    proposals: bodies<ProposalDocument>('proposal'),
    clearance: bodies<ClearancePage>('clearance')[0],
    signed: bodies<SignedAgreement>('signed-agreement')[0],
    registration: registrationIn(rows),
    versions: bodies<VersionDocument>('agreement-version'),
    moves: bodies<Move>('move'),
  };
}

/** Everybody's copy of a published one lacks what its parties say against it: theirs is shown to who has both. */
function registrationIn(rows: readonly AnyRow[]): RegistrationPage | undefined {
  const all = rows.filter(({ kind }) => kind === 'registration').map(({ body }) => body as RegistrationPage);
  return all.sort((one, other) => other.objections.length - one.objections.length)[0];
}

/** The version of what is signed that has this digest. */
export function textOf(digest: string, { signed, versions }: Pick<AgreementView, 'signed' | 'versions'>) {
  return signed?.digest === digest ? signed : versions.find((version) => version.digest === digest);
}

export function useAgreement(id: string) {
  const topic = useRows(`agreement/${id}`);
  const list = useRows<AgreementRow>('agreements');
  const rows = list.rows.filter(({ key }) => key === id).map(({ body }) => body);
  const row = rows.find(({ round }) => round !== undefined) ?? rows[0];
  const own = useMemo(() => viewOf(id, topic.rows, row), [id, topic.rows, row]);
  const purpose = (own.signed ?? own.proposals[0])?.content.purpose;
  const other = useRows(`agreement/${purpose?.agreement ?? id}`);
  const base = useMemo(() => purpose && textOf(purpose.version, viewOf(purpose.agreement, other.rows, undefined))?.content, [purpose, other.rows]);
  const view = useMemo(() => ({ ...own, base }), [own, base]);
  const version = topic.rows.map(({ key, kind, version: each }) => `${kind}${key}${each}`).join();
  // Of what is not signed the office has the row in the list alone.
  const state = topic.state === 'ready' && topic.rows.length === 0 && list.state === 'loading' ? 'loading' : topic.state;
  return { ...topic, state, view, version };
}
