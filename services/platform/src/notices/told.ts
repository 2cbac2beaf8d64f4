import type { NoticeBody, NoticeKind } from '@lianyu/contract';
import type { AnyEvent, EventType } from '@lianyu/domain/events';
import type { OrganisationId, Recorded } from '@lianyu/domain/kernel';
import type { Audience } from '@lianyu/projections/folds';
import type { Notice } from '@lianyu/vault';

interface Told {
  readonly kind: NoticeKind;
  /** Whoever reads what is signed is told as well, and not the parties alone. */
  readonly public?: true;
}

const to = (kind: NoticeKind, ...types: readonly EventType[]) => types.map((type): [EventType, Told] => [type, { kind }]);
const toAll = (...types: readonly EventType[]) => types.map((type): [EventType, Told] => [type, { kind: 'agreement', public: true }]);

/** Of which events people are told. */
const told: ReadonlyMap<string, Told> = new Map<string, Told>([
  ...to(
    'negotiation',
    'ProposalTabled',
    'ProposalCountered',
    'TextConfirmed',
    'OptionalPartyDeclined',
    'PartyCleared',
    'PartyClearanceWithdrawn',
    'SignatureGiven',
    'SealAffixed',
  ),
  ...to('negotiation', 'CommentRaised', 'CommentAnswered', 'CommentReopened'),
  ...to('coordination', 'CoordinationOffered', 'CoordinationAnswered', 'CoordinationClosed'),
  ...to('ended', 'NegotiationDeclined', 'NegotiationWithdrawn', 'NegotiationLapsed'),
  ...to('procedure', 'ClearanceOpened', 'ClearanceReturned', 'ClearanceGranted'),
  ...to('negotiation', 'PaperRegistered', 'TranscriptionCorrected', 'ScanAttached', 'ObjectionRaised'),
  ...to('ended', 'RegistrationWithdrawn'),
  ...toAll('AgreementConcluded', 'AgreementRegistered', 'AgreementEnteredIntoForce', 'AgreementAmended', 'AgreementExpired', 'AgreementTerminated'),
  ...to('agreement', 'AgreementFiled', 'ConditionConfirmed', 'AmendmentConcluded', 'AgreementVoided', 'TerminationAgreed', 'BreachNoticeGiven'),
  ...to('agreement', 'BreachNoticeAnswered', 'BreachCureAccepted', 'PolicyNoticeGiven', 'PolicyNoticeWithdrawn', 'JointStepAgreed'),
  ...to('agreement', 'WaiverProposed', 'WaiverWithdrawn', 'DutyWaived'),
  ...to('agreement', 'AgreementSuspended', 'AgreementResumed', 'AgreementClosed', 'AgreementArchived'),
  ...to('settlement', 'StatementProposed', 'StatementDisputed', 'StatementWithdrawn', 'StatementAdopted', 'DisputeWithdrawn', 'ResolutionProposed'),
  ...to('settlement', 'DisputeResolved', 'PaymentRecorded', 'PaymentHopRejected', 'PaymentReceived', 'WindingUpBegun', 'SettlementClosed'),
  ...to('access', 'RoleGranted', 'RoleRevoked'),
]);

export const isTold = ({ event }: Recorded<AnyEvent>): boolean => told.has(event.type);

/** What is told of an event, and to which readerships; `parties` are those of its stream. Who did it is not told. */
export function noticesOf({ id, event, metadata }: Recorded<AnyEvent>, parties: readonly OrganisationId[]): readonly Notice[] {
  const found = told.get(event.type);
  if (!found) return [];
  const { actor, recordedAt: at } = metadata;
  const by = actor.kind === 'person' ? { actor: actor.member } : {};
  const audiences = readersOf(event, parties, found);
  return audiences.map((audience): Notice => ({ id: `event/${id}`, audience, kind: found.kind, at, ...by, body: bodyOf(event) }));
}

function readersOf({ data }: AnyEvent, parties: readonly OrganisationId[], { kind, public: isPublic }: Told): readonly Audience[] {
  if (kind === 'access') return 'member' in data ? [`member:${data.member}`] : [];
  if (kind === 'procedure') return 'party' in data ? [`organisation:${data.party}`] : [];
  const internal = 'ledger' in data && data.ledger === 'appraisal';
  return [...parties.map((party): Audience => `${internal ? 'appraisal' : 'organisation'}:${party}`), ...(isPublic ? ['signed' as const] : [])];
}

function byWhom(data: AnyEvent['data']): OrganisationId | undefined {
  if ('party' in data) return data.party;
  if ('coordination' in data) return data.office;
  return 'registrar' in data ? data.registrar : undefined;
}

function bodyOf({ type, data }: AnyEvent): NoticeBody & Record<string, unknown> {
  const agreement =
    'negotiation' in data ? data.negotiation : 'registration' in data ? data.registration : 'agreement' in data ? data.agreement : undefined;
  const organisation = byWhom(data);
  const account =
    'ledger' in data ? { clause: data.clause, ledger: data.ledger, ...('period' in data ? { period: data.period.from } : {}) } : undefined;
  return {
    what: type,
    ...(agreement === undefined ? {} : { agreement }),
    ...(organisation === undefined ? {} : { organisation }),
    ...('effectiveOn' in data ? { on: data.effectiveOn } : {}),
    ...(account ? { account } : {}),
  };
}
