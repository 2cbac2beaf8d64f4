import { adoptedIn, type Deadline, onTheTable, paidOf, yetToAnswer } from '@lianyu/domain/settlement';
import type { Document } from '../projection.ts';
import { accountKey, forEach, namedOf, type OpenedState, padded, readersOf } from './readers.ts';
import type { DueDocument } from './schemas.ts';

/** What is due on which day; what is done is not there any more. Whether it is overdue is asked by date. */
export function dueDocuments(state: OpenedState): readonly Document[] {
  if (state.phase === 'closed') return [];
  return [...figuresDue(state), ...answersDue(state), ...resolutionsDue(state), ...paymentsDue(state)].flatMap(({ id, due, ...rest }) => {
    const about = { kind: 'due', key: `${accountKey(state)}/${id}`, topic: 'settlements', sort: due.on };
    const body: DueDocument = { ...namedOf(state), on: due.on, month: due.on.slice(0, 7), provisional: due.provisional, ...rest };
    return forEach(readersOf(state), about, () => body);
  });
}

type Due = Omit<DueDocument, keyof ReturnType<typeof namedOf> | 'on' | 'month' | 'provisional'> & { readonly id: string; readonly due: Deadline };

/** Once the period is on the table its figures are in. */
function figuresDue({ next, statements }: OpenedState): readonly Due[] {
  if (!next || statements.some(({ period }) => period.from === next.period.from)) return [];
  return [{ id: 'figures', what: 'report-figures', organisations: next.by, due: next.figuresDue, period: next.period }];
}

function answersDue(state: OpenedState): readonly Due[] {
  const table = onTheTable(state);
  if (table?.phase !== 'proposed') return [];
  const organisations = [...yetToAnswer(table, state.parties)];
  return [{ id: `answer/${table.period.from}`, what: 'confirm-statement', organisations, due: table.confirmationDue, period: table.period }];
}

function resolutionsDue(state: OpenedState): readonly Due[] {
  const adopted = new Set(adoptedIn(state).flatMap(({ disputes }) => disputes));
  return state.disputes
    .filter((dispute) => dispute.state === 'open' && adopted.has(dispute.number))
    .map(({ number, period, lineParty, against, resolutionDue }): Due => {
      const organisations = state.parties.filter((party) => party === lineParty || party === against);
      return { id: `resolve/${padded(number)}`, what: 'resolve-dispute', organisations, due: resolutionDue, period, dispute: number };
    });
}

function paymentsDue(state: OpenedState): readonly Due[] {
  const paid = paidOf(state);
  return state.obligations.flatMap(({ number, from, to, amount, period, due }): Due[] => {
    const open = BigInt(amount) - (paid.get(number) ?? 0n);
    return due === undefined || open === 0n
      ? []
      : [{ id: `pay/${padded(number, 6)}`, what: 'pay', organisations: [from], due, period, to, amount: open.toString() }];
  });
}
