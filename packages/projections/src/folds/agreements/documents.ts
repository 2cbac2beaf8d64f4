import { isWindingUp, versionInEffect } from '@lianyu/domain/agreements';
import { type ClearanceState, nextStep } from '@lianyu/domain/clearance';
import type { CalendarDate, OrganisationId } from '@lianyu/domain/kernel';
import { type NegotiationState, standingOf, turnOf } from '@lianyu/domain/negotiation';
import type { AgreementRow, ClearancePage, NegotiationPage, Progress, ProposalDocument, SignedAgreement, VersionDocument } from '../documents.ts';
import { madeOnce } from '../made-once.ts';
import type { Audience, Document } from '../projection.ts';
import type { OverviewMove, OwnMove } from './moves.ts';
import { type AgreementsState, stageNow } from './state.ts';
import { tasksOf } from './tasks.ts';

/** All documents of one negotiation, each for one readership. */
export function negotiated(state: AgreementsState, key: string): readonly Document[] {
  const { current, parties } = state.negotiation;
  if (!current || state.beganOn === undefined || state.lastMoveOn === undefined) return [];
  const audiences = parties.map(audienceOf);
  return [
    ...audiences.map((audience) => row(state, key, audience)),
    row(state, key, 'overview'),
    ...recordFor(state, key, audiences),
    ...(state.agreement ? recordFor(state, key, ['audit']) : []),
    ...parties.flatMap((party) => clearance(state.clearances.get(party), key, party)),
    ...signed(state, key, [...audiences, 'signed']),
    ...state.versions.flatMap((version) => [...audiences, 'signed' as const].map((audience) => versionDocument(version, key, audience))),
    ...state.moves.flatMap((own) => (own.only === undefined ? audiences : [audienceOf(own.only)]).map((audience) => activity(own, key, audience))),
    ...state.overview.map((seen) => overviewActivity(seen, state, key)),
    ...tasksOf(state, key),
  ];
}

export const audienceOf = (party: OrganisationId): Audience => `organisation:${party}`;

/** The negotiation as its parties see it, and auditors once it is signed: page, proposals, moves. */
export function recordFor(state: AgreementsState, key: string, audiences: readonly Audience[]): readonly Document[] {
  const body = page(state);
  return audiences.flatMap((audience) => [
    { kind: 'negotiation', key, audience, topic: `agreement/${key}`, sort: '', body },
    ...state.proposals.map((proposal) => proposalDocument(proposal, key, audience)),
    ...state.moves.filter((move) => mayRead(move, audience)).map((move) => moveDocument(move, key, audience)),
  ]);
}

function proposalDocument(proposal: ProposalDocument, key: string, audience: Audience): Document {
  return madeOnce(proposal, `proposal ${audience}`, () => {
    const number = proposal.number.toString().padStart(4, '0');
    return { kind: 'proposal', key: `${key}/${number}`, audience, topic: `agreement/${key}`, sort: number, body: proposal };
  });
}

function mayRead({ only }: OwnMove, audience: Audience): boolean {
  return only === undefined || audienceOf(only) === audience;
}

export function moveDocument(own: OwnMove, key: string, audience: Audience): Document {
  return madeOnce(own, `move ${audience}`, () => ({
    kind: 'move',
    key: keyOfMove(own, key),
    audience,
    topic: `agreement/${key}`,
    sort: sortOfMove(own),
    body: own.move,
  }));
}

/** A party's own moves have keys of their own: those of all are numbered without a gap. */
function keyOfMove({ ordinal, only }: OwnMove, key: string): string {
  return [key, ...(only === undefined ? [] : [only]), ordinal.toString().padStart(6, '0')].join('/');
}

const sortOfMove = ({ move, ordinal }: OwnMove) => `${move.at}/${ordinal.toString().padStart(6, '0')}`;

/** One line of the list. The office gets no more than AZ-2 allows until it is signed. */
function row(state: AgreementsState, key: string, audience: Audience): Document {
  const { negotiation, agreement, standing } = state;
  const { effectiveOn, endedOn } = standing;
  const { current, parties } = negotiation;
  const open = audience !== 'overview' || agreement !== undefined;
  const content = versionInEffect(standing)?.content ?? current?.content;
  // A later version's content speaks of its own amendment; what this agreement is about stands in its first.
  const purpose = agreement ? agreement.content.purpose : content?.purpose;
  const known: Partial<AgreementRow> =
    !open || !content
      ? {}
      : {
          title: content.title,
          mode: content.mode,
          ...(content.until === undefined ? {} : { until: content.until }),
          ...(purpose ? { purpose } : {}),
        };
  const own: Partial<AgreementRow> =
    audience === 'overview' || !current ? {} : { round: current.number, turn: [...turnOf(negotiation)], ...lastDay(negotiation) };
  const signedAs: Partial<AgreementRow> = agreement ? { number: agreement.number, concludedOn: agreement.concludedOn } : {};
  const body = {
    id: key,
    stage: stageNow(state),
    parties: [...parties],
    beganOn: state.beganOn,
    lastMoveOn: state.lastMoveOn,
    ...known,
    ...own,
    ...signedAs,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
    search:
      open && content
        ? [content.title.zh, content.title.en, agreement?.number ?? '', ...content.parties.map(({ name }) => `${name.zh} ${name.en}`)]
            .join(' ')
            .toLowerCase()
        : '',
  };
  // The office's list is sorted by day as well: an instant would tell how often a day something moved.
  const sort = audience === 'overview' ? `${state.lastMoveOn}` : lastMoveAt(state);
  return { kind: 'agreement-row', key, audience, topic: 'agreements', sort, body };
}

/** Of an open negotiation; what has ended has no last day any more. */
const lastDay = ({ phase, expiresOn }: NegotiationState) => (phase === 'open' && expiresOn !== undefined ? { expiresOn } : {});

/** For the parties: the instant of the last move that all of them see. */
function lastMoveAt({ moves, beganOn }: AgreementsState): string {
  return moves.filter(({ only }) => only === undefined).at(-1)?.move.at ?? (beganOn as CalendarDate);
}

function page(state: AgreementsState): NegotiationPage {
  const { negotiation, proposals } = state;
  const { current, parties } = negotiation;
  if (!current) throw new TypeError('a negotiation without a proposal has no page');
  return {
    id: negotiation.id as NonNullable<typeof negotiation.id>,
    stage: stageNow(state),
    title: current.content.title,
    mode: current.content.mode,
    current: { number: current.number, digest: current.digest, party: current.party, at: current.at },
    proposals: proposals.map(({ number, digest, party, at, words }) => ({ number, digest, party, at, words })),
    turn: [...turnOf(negotiation)],
    ...lastDay(negotiation),
    ...(negotiation.declined.length === 0 ? {} : { declined: [...negotiation.declined] }),
    parties: parties.map((organisation) => {
      const { confirmedAt, signed: signature, sealed } = standingOf(negotiation, organisation);
      return {
        organisation,
        progress: progressOf(state, organisation),
        ...(confirmedAt === undefined ? {} : { confirmedAt }),
        ...(signature === undefined ? {} : { signed: signedBy(signature) }),
        ...(sealed === undefined ? {} : { sealed: { signature: sealed.signature, at: sealed.at } }),
      };
    }),
    ...(state.ended ? { ended: state.ended } : {}),
  };
}

type Signed = NonNullable<ReturnType<typeof standingOf>['signed']>;

function signedBy({ name, office, onBehalfOf, secondedFrom, authority, at }: Signed): NonNullable<NegotiationPage['parties'][number]['signed']> {
  return {
    name,
    office,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf: { name: onBehalfOf.name, office: onBehalfOf.office } }),
    ...(secondedFrom === undefined ? {} : { secondedFrom }),
    ...(authority === undefined ? {} : { authority }),
    at,
  };
}

/** Derived from the negotiation alone: nothing inside a party's procedure shows (AZ-2). */
function progressOf({ negotiation }: AgreementsState, party: OrganisationId): Progress {
  const { confirmedAt, clearedAt, signed: signature, sealed } = standingOf(negotiation, party);
  if (sealed) return 'sealed';
  if (signature) return 'signed';
  if (clearedAt !== undefined) return 'ready';
  if (confirmedAt === undefined) return 'reviewing';
  return turnOf(negotiation).length === 0 && negotiation.phase === 'open' ? 'in-internal-procedure' : 'text-confirmed';
}

function clearance(state: ClearanceState | undefined, key: string, party: OrganisationId): readonly Document[] {
  if (!state || state.phase === 'none' || !state.digest || !state.negotiation) return [];
  const next = nextStep(state);
  const { returned } = state;
  const body: ClearancePage = {
    negotiation: state.negotiation,
    party,
    digest: state.digest,
    state: state.phase,
    ...(next === undefined ? {} : { next }),
    ...(state.deadline === undefined ? {} : { due: state.deadline }),
    procedure: state.procedure,
    consulted: state.consulted.flatMap(({ member, onBehalfOf, ...answer }) =>
      member === undefined ? [] : [{ ...answer, member, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }],
    ),
    passed: state.passed.flatMap(({ record, member, onBehalfOf, at }) =>
      member === undefined ? [] : [{ record, member, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), at }],
    ),
    ...(returned?.member === undefined
      ? {}
      : {
          returned: {
            step: returned.step,
            reason: returned.reason,
            member: returned.member,
            ...(returned.onBehalfOf === undefined ? {} : { onBehalfOf: returned.onBehalfOf }),
            at: returned.at,
          },
        }),
  };
  return [{ kind: 'clearance', key: `${key}/${party}`, audience: audienceOf(party), topic: `agreement/${key}`, sort: '', body }];
}

export function signed({ agreement, standing }: AgreementsState, key: string, audiences: readonly Audience[]): readonly Document[] {
  const {
    phase,
    effectiveOn,
    endedOn,
    until,
    version,
    versions,
    deadline,
    filings,
    condition,
    ground,
    termination,
    steps,
    notices,
    waivers,
    policyNotice,
  } = standing;
  if (!agreement || phase === 'none') return [];
  const { agreement: id, number, concludedOn, content, text, renderer, digest, executions, registered } = agreement;
  const body: SignedAgreement = {
    id,
    stage: phase,
    number,
    concludedOn,
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(until === undefined ? {} : { until }),
    version,
    versions: versions.map(({ content: _, effectiveFrom, amendment, ...each }) => ({
      ...each,
      ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
      ...(amendment === undefined ? {} : { amendment }),
    })),
    ...(deadline === undefined ? {} : { deadline }),
    filings: [...filings].map(([party, filing]) => ({ party, ...filing })),
    ...(condition === undefined ? {} : { condition: { ...condition, confirmedBy: [...condition.confirmedBy] } }),
    windingUp: isWindingUp(standing),
    ...(ground === undefined ? {} : { ground }),
    ...(termination === undefined ? {} : { termination }),
    steps: [...steps].map(([step, { words, agreedBy }]) => ({ step, words, agreedBy: [...agreedBy] })),
    notices: notices.map(({ answer, ...notice }) => ({ ...notice, ...(answer === undefined ? {} : { answer }) })),
    // Who asked is told to nobody outside: persons are not named to the other parties (LV-5).
    waivers: waivers.map(({ askedBy: _, creditors, agreedBy, ...waiver }) => ({ ...waiver, creditors: [...creditors], agreedBy: [...agreedBy] })),
    ...(policyNotice === undefined ? {} : { policyNotice }),
    content,
    text,
    renderer,
    digest,
    executions,
    ...(registered === undefined ? {} : { registered }),
  };
  return audiences.map((audience) => ({ kind: 'signed-agreement', key, audience, topic: `agreement/${key}`, sort: '', body }));
}

export function versionDocument(version: VersionDocument, key: string, audience: Audience): Document {
  return madeOnce(version, `version ${audience}`, () => {
    const number = version.version.toString().padStart(4, '0');
    return { kind: 'agreement-version', key: `${key}/${number}`, audience, topic: `agreement/${key}`, sort: number, body: version };
  });
}

export function activity(own: OwnMove, key: string, audience: Audience): Document {
  return madeOnce(own, `activity ${audience}`, () => {
    const { at, kind, organisation, number } = own.move;
    const body = {
      negotiation: key,
      at,
      kind,
      parties: [...own.parties],
      ...(organisation === undefined ? {} : { organisation }),
      ...(own.title === undefined ? {} : { title: own.title }),
      ...(number === undefined ? {} : { number }),
    };
    return { kind: 'activity', key: keyOfMove(own, key), audience, topic: 'activity', sort: sortOfMove(own), body };
  });
}

/** Without a title until it is signed. */
export function overviewActivity(seen: OverviewMove, { agreement }: AgreementsState, key: string): Document {
  return madeOnce(seen, agreement ? 'signed' : 'unsigned', () => {
    const { ordinal, at, kind, parties } = seen;
    const body = { negotiation: key, at, kind, parties: [...parties], ...(agreement ? { title: agreement.content.title } : {}) };
    const own = `${key}/overview/${ordinal.toString().padStart(6, '0')}`;
    return { kind: 'activity', key: own, audience: 'overview', topic: 'activity', sort: at, body };
  });
}
