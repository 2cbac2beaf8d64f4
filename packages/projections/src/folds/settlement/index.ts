import { isAccountEvent } from '@lianyu/domain/events';
import { type AccountState, accountDecider } from '@lianyu/domain/settlement';
import type { Projection } from '../projection.ts';
import { accountDocuments } from './account.ts';
import { dueDocuments } from './calendar.ts';
import { disputeDocuments } from './disputes.ts';
import { entryDocuments } from './entries.ts';
import { paymentDocuments } from './payments.ts';
import { isOpened } from './readers.ts';
import { statementDocuments } from './statements.ts';

/** One clause in one ledger: its statements and what became of them, for each who may read it. */
export const accounts: Projection<AccountState> = {
  name: 'accounts',
  version: 2,
  categories: ['settlement', 'appraisal'],
  keyOf(recorded) {
    if (!isAccountEvent(recorded)) return undefined;
    const { agreement, clause, ledger } = recorded.event.data;
    return `${agreement}/${clause}/${ledger}`;
  },
  initial: accountDecider.initial,
  evolve: (state, recorded) => (isAccountEvent(recorded) ? accountDecider.evolve(state, recorded) : state),
  documents(state) {
    if (!isOpened(state)) return [];
    return [
      ...accountDocuments(state),
      ...statementDocuments(state),
      ...disputeDocuments(state),
      ...paymentDocuments(state),
      ...dueDocuments(state),
      ...entryDocuments(state),
    ];
  },
};
