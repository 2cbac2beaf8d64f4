import { type Deadline, type DeadlinesState, evolve, isDuty, noDeadlines } from '@lianyu/domain/deadlines';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { madeOnce } from '../made-once.ts';
import type { Audience, Document, Projection } from '../projection.ts';
import type { DeadlineDocument } from './schemas.ts';

/** The days of a negotiation, its agreement and its accounts, for each who may know of them. */
export const deadlines: Projection<DeadlinesState> = {
  name: 'deadlines',
  version: 2,
  categories: ['negotiation', 'agreement', 'settlement', 'appraisal'],
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
        ...deadline,
        agreement: agreement as DeadlineDocument['agreement'],
        ...(number === undefined ? {} : { agreementNumber: number }),
        title,
        month: deadline.on.slice(0, 7),
        open: deadline.outcome === undefined,
        duty: isDuty(deadline.kind),
        ours,
        search: [title.zh, title.en, number ?? ''].join(' ').toLowerCase(),
      };
      return { kind: 'deadline', key: `${agreement}/${deadline.id}`, audience, topic: `deadlines/${agreement}`, sort: deadline.on, body };
    }),
  );
}

interface Reader {
  readonly audience: Audience;
  readonly organisation: OrganisationId | undefined;
}

/** What is not signed is its parties' alone; the appraisal ledger has readers of its own; the office has the days of what is signed (AZ-2). */
function readersOf({ parties, accounts }: DeadlinesState, { kind, account }: Deadline): readonly Reader[] {
  const internal = account?.ledger === 'appraisal';
  const concerned = (account && accounts.get(`${account.clause}/${account.ledger}`)?.parties) ?? parties;
  const own = concerned.map((organisation): Reader => ({ audience: `${internal ? 'appraisal' : 'organisation'}:${organisation}`, organisation }));
  if (kind === 'negotiation-ends') return own;
  return [...own, { audience: internal ? 'appraisal' : 'signed', organisation: undefined }];
}
