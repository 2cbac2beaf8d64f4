import type { AnyEvent, EventType } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import type { Audience } from '../projection.ts';

type DataOf<Type extends EventType> = Extract<AnyEvent, { type: Type }>['data'];

interface Counted<Type extends EventType> {
  /** Whose act it is: each of them may know of it, and it counts for each. */
  readonly whose: (data: DataOf<Type>) => readonly OrganisationId[];
  /** Who else may know that it happened, whoever did it. */
  readonly total: readonly Audience[];
}

const signed: readonly Audience[] = ['signed'];
const partiesOf = ({ content }: DataOf<'AgreementConcluded' | 'AgreementRegistered'>) => content.parties.map(({ organisation }) => organisation);
const party = ({ party: one }: { readonly party: OrganisationId }) => [one];
const zone = ({ zone: one }: { readonly zone: OrganisationId }) => [one];
const own = ({ organisation }: { readonly organisation: OrganisationId }) => [organisation];

/**
 * The events that prove a measure of the policy alive, with whoever may know of them. A count tells that something happened:
 * it goes to no readership that could not read of it otherwise (LV-3).
 */
export const counted: { readonly [Type in EventType]?: Counted<Type> } = {
  AgreementConcluded: { whose: partiesOf, total: signed },
  AgreementRegistered: { whose: partiesOf, total: signed },
  AgreementFiled: { whose: party, total: signed },
  FigureConfirmed: { whose: party, total: [] },
  MilestoneConfirmed: { whose: party, total: [] },
  StatementConfirmed: { whose: ({ party: one, ledger }) => (ledger === 'official' ? [one] : []), total: [] },
  PaymentHopConfirmed: { whose: ({ party: one, ledger }) => (ledger === 'official' ? [one] : []), total: [] },
  QuotaAllotted: { whose: zone, total: signed },
  QuotaUsed: { whose: zone, total: signed },
  QuotaTransferAccepted: { whose: zone, total: signed },
  SecondeeReceived: { whose: own, total: [] },
  ClearanceGranted: { whose: party, total: [] },
  ProcedureAdopted: { whose: own, total: [] },
};

/** Of one recorded event. @returns undefined for what is not counted */
export function countedOf({ type, data }: AnyEvent): { readonly whose: readonly OrganisationId[]; readonly total: readonly Audience[] } | undefined {
  const rule = counted[type];
  // The table ties each type to the data that its function reads.
  return rule && { whose: (rule.whose as (of: typeof data) => readonly OrganisationId[])(data), total: rule.total };
}
