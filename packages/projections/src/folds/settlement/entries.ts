import { beijingDate } from '@lianyu/domain/kernel';
import { adoptedIn, type Dispute, owedFor } from '@lianyu/domain/settlement';
import type { Document } from '../projection.ts';
import { accountKey, accountOf, forEach, type OpenedState, padded, readersOf, topicOf } from './readers.ts';
import type { LedgerEntry } from './schemas.ts';

/** What moved between two parties and when: balances over time are added up from it. */
export function entryDocuments(state: OpenedState): readonly Document[] {
  return [...dueEntries(state), ...heldEntries(state), ...receivedEntries(state)].flatMap(({ id, ...rest }) => {
    const body: LedgerEntry = { ...accountOf(state), ...rest };
    return forEach(readersOf(state), { kind: 'ledger-entry', key: `${accountKey(state)}/${id}`, topic: topicOf(state), sort: rest.on }, () => body);
  });
}

type Entry = Omit<LedgerEntry, keyof ReturnType<typeof accountOf>> & { readonly id: string };

function dueEntries({ obligations }: OpenedState): readonly Entry[] {
  return obligations.map(({ number, from, to, amount, period, dispute, on }): Entry => {
    const about = { id: `due/${padded(number, 6)}`, from, to, amount, on, period };
    return dispute === undefined ? { ...about, kind: 'due' } : { ...about, kind: 'resolved', dispute };
  });
}

/** Held from the day of adoption until the dispute ends. */
function heldEntries(state: OpenedState): readonly Entry[] {
  return adoptedIn(state).flatMap(({ adopted, disputes, period }) =>
    state.disputes
      .filter(({ number }) => disputes.includes(number))
      .flatMap((dispute): Entry[] => {
        const { number, held, lineParty, against } = dispute;
        const owed = owedFor(BigInt(held), lineParty, against);
        if (!owed || !adopted) return [];
        const about = { from: owed.from, to: owed.to, amount: owed.amount.toString(), period, dispute: number };
        const ended = endOf(dispute);
        return [
          { ...about, id: `held/${padded(number)}`, kind: 'held', on: beijingDate(adopted.at) },
          ...(ended === undefined ? [] : [{ ...about, id: `released/${padded(number)}`, kind: 'released' as const, on: beijingDate(ended) }]),
        ];
      }),
  );
}

const endOf = ({ resolution, withdrawn }: Dispute) => resolution?.at ?? withdrawn?.at;

function receivedEntries({ payments }: OpenedState): readonly Entry[] {
  return payments.flatMap(({ number, from, to, amount, receivedOn }): Entry[] =>
    receivedOn === undefined ? [] : [{ id: `received/${padded(number, 6)}`, kind: 'received', from, to, amount, on: receivedOn, payment: number }],
  );
}
