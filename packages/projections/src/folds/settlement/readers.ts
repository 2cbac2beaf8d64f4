import type { Instant, MemberId, OrganisationId } from '@lianyu/domain/kernel';
import type { AccountAct, AccountState } from '@lianyu/domain/settlement';
import type { Audience, Document } from '../projection.ts';

/** Who reads an account, and how much of it. */
export interface Reader {
  readonly audience: Audience;
  /** The party it reads for; none for audit and office. */
  readonly organisation: OrganisationId | undefined;
  /** Whether single figures, and documents that may tell of them, are theirs to read (AZ-2). */
  readonly singles: boolean;
}

export type OpenedState = AccountState & { readonly id: NonNullable<AccountState['id']>; readonly opened: NonNullable<AccountState['opened']> };

export function isOpened(state: AccountState): state is OpenedState {
  return state.id !== undefined && state.opened !== undefined;
}

/** Parties and auditors, each with a document of its own. Appraisal has audiences of its own and no others (domain: internal). */
export function readersOf({ id, parties, readers }: OpenedState): readonly Reader[] {
  const official = id.ledger === 'official';
  const party = (organisation: OrganisationId): Reader => ({
    audience: `${official ? 'organisation' : 'appraisal'}:${organisation}`,
    organisation,
    singles: readers.includes(organisation),
  });
  return [...parties.map(party), { audience: official ? 'audit' : 'appraisal', organisation: undefined, singles: false }];
}

export const accountKey = ({ id }: OpenedState) => `${id.agreement}/${id.clause}/${id.ledger}`;
export const topicOf = ({ id }: OpenedState) => `settlement/${id.agreement}`;

/** What every document of an account begins with. */
export function accountOf({ id }: OpenedState) {
  return { agreement: id.agreement, clause: id.clause, ledger: id.ledger, internal: id.ledger === 'appraisal' };
}

export function namedOf(state: OpenedState) {
  const { number, title, heading } = state.opened;
  return { ...accountOf(state), number, title, heading };
}

/** One document for each reader, under one key. */
export function forEach(
  readers: readonly Reader[],
  about: Pick<Document, 'kind' | 'key' | 'topic' | 'sort'>,
  bodyOf: (reader: Reader) => unknown,
): readonly Document[] {
  return readers.map((reader) => ({ ...about, audience: reader.audience, body: bodyOf(reader) }));
}

/** Who acted is told of the own organisation alone (LV-5). */
export function actFor(
  { organisation }: Reader,
  { party, at, member, onBehalfOf }: AccountAct,
): { party: OrganisationId; at: Instant; member?: MemberId; onBehalfOf?: MemberId } {
  if (member === undefined || organisation !== party) return { party, at };
  return { party, at, member, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

export const padded = (number: number, digits = 4) => number.toString().padStart(digits, '0');
