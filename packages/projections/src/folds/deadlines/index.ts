import {
  type Deadline,
  type DeadlinesState,
  evolve,
  isDuty,
  type MandateDays,
  noDeadlines,
  noMandateDays,
  ofOrganisation,
} from '@lianyu/domain/deadlines';
import { isOrganisationEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { madeOnce } from '../made-once.ts';
import type { Audience, Document, Projection } from '../projection.ts';
import type { DeadlineDocument } from './schemas.ts';

/** The days of a negotiation, of the procedures inside its parties, of its agreement and its accounts, for each who may know of them. */
export const deadlines: Projection<DeadlinesState> = {
  name: 'deadlines',
  version: 5,
  categories: ['negotiation', 'clearance', 'agreement', 'settlement', 'appraisal'],
  keyOf({ event: { data } }) {
    if ('negotiation' in data) return data.negotiation;
    return 'agreement' in data ? data.agreement : undefined;
  },
  initial: noDeadlines,
  evolve,
  documents: (state, key) => [...state.deadlines.values()].flatMap((deadline) => documentsOf(state, deadline, key)),
};

function documentsOf(state: DeadlinesState, deadline: Deadline, agreement: string): readonly Document[] {
  const { title, number } = state;
  if (!title) return [];
  return readersOf(state, deadline).map(({ audience, organisation }) =>
    madeOnce(deadline, `${audience}\n${number}\n${title.zh}\n${title.en}`, () => {
      const ours = organisation !== undefined && deadline.who.includes(organisation);
      const body: DeadlineDocument = {
        ...bodyOf(deadline, title, number),
        agreement: agreement as NonNullable<DeadlineDocument['agreement']>,
        ...(number === undefined ? {} : { agreementNumber: number }),
        ours,
      };
      return { kind: 'deadline', key: `${agreement}/${deadline.id}`, audience, topic: `deadlines/${agreement}`, sort: deadline.on, body };
    }),
  );
}

/** The last days of that by which people act for an organisation, for its own people alone. */
export const mandates: Projection<MandateDays> = {
  name: 'mandates',
  version: 1,
  categories: ['organisation'],
  keyOf: (recorded) => (isOrganisationEvent(recorded) ? recorded.event.data.organisation : undefined),
  initial: noMandateDays,
  evolve: (state, recorded) => (isOrganisationEvent(recorded) ? ofOrganisation(state, recorded) : state),
  documents({ name, deadlines }, organisation) {
    if (!name) return [];
    return [...deadlines.values()].map((deadline) =>
      madeOnce(deadline, `${name.zh}\n${name.en}`, () => {
        const { mandate: { document } = {} } = deadline;
        const body: DeadlineDocument = { ...bodyOf(deadline, name, document), ours: true };
        const key = `organisation/${organisation}/${deadline.id}`;
        return { kind: 'deadline', key, audience: `organisation:${organisation}`, topic: 'organisations', sort: deadline.on, body };
      }),
    );
  },
};

function bodyOf(deadline: Deadline, title: DeadlineDocument['title'], number: string | undefined): Omit<DeadlineDocument, 'ours'> {
  return {
    ...deadline,
    title,
    month: deadline.on.slice(0, 7),
    open: deadline.outcome === undefined,
    duty: isDuty(deadline.kind),
    search: [title.zh, title.en, number ?? ''].join(' ').toLowerCase(),
  };
}

interface Reader {
  readonly audience: Audience;
  readonly organisation: OrganisationId | undefined;
}

/** What is inside a party is its own; what is not signed is its parties' alone; the appraisal ledger has readers of its own; the office has the days of what is signed (AZ-2). */
function readersOf({ parties, accounts }: DeadlinesState, { kind, account, who }: Deadline): readonly Reader[] {
  if (kind === 'internal-step') return who.map((organisation) => ({ audience: `organisation:${organisation}`, organisation }));
  const internal = account?.ledger === 'appraisal';
  const concerned = (account && accounts.get(`${account.clause}/${account.ledger}`)?.parties) ?? parties;
  const own = concerned.map((organisation): Reader => ({ audience: `${internal ? 'appraisal' : 'organisation'}:${organisation}`, organisation }));
  if (kind === 'negotiation-ends') return own;
  return [...own, { audience: internal ? 'appraisal' : 'signed', organisation: undefined }];
}
