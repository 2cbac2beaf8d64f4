import { isAccountEvent, isAgreementEvent, isFiguresEvent } from '@lianyu/domain/events';
import { type NegotiationId, streamOf } from '@lianyu/domain/kernel';
import type { AccountId, ProposedStatement, RecomputeFrom } from '@lianyu/domain/settlement';
import { sharingReferences } from '@lianyu/reference-data/taxes';
import type { Log } from './log.ts';

/** One account with the streams that its statements are computed from. */
export interface Account {
  readonly id: AccountId;
  readonly streams: RecomputeFrom;
  /** Every proposal of a statement that was ever made, oldest first. */
  readonly proposed: readonly ProposedStatement[];
}

/** The accounts of the log that were opened, in the order in which they were. */
export async function accountStreams(log: Log): Promise<readonly string[]> {
  return log.streamsOf(['settlement', 'appraisal']);
}

/** Reads what an account's stream says it is, and the streams it is computed from. Undefined when it is no account. */
export async function accountIn(log: Log, stream: string): Promise<Account | undefined> {
  const account = (await log.whole(stream)).filter(isAccountEvent);
  const opened = account.find(({ event }) => event.type === 'SettlementOpened');
  if (!opened) return undefined;
  const { agreement, clause, ledger } = opened.event.data;
  return {
    id: { agreement, clause, ledger },
    streams: {
      account,
      agreement: (await log.whole(streamOf.agreement(agreement))).filter(isAgreementEvent),
      figures: (await log.whole(streamOf.figures(agreement))).filter(isFiguresEvent),
      reference: (version) => sharingReferences.get(version),
    },
    proposed: account.filter((event): event is ProposedStatement => event.event.type === 'StatementProposed'),
  };
}

export async function accountOf(log: Log, { agreement, clause, ledger }: AccountId): Promise<Account | undefined> {
  return accountIn(log, streamOf.settlement(ledger, agreement as NegotiationId, clause));
}
