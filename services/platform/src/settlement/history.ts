import type { settlementHistory } from '@lianyu/contract';
import type { Recorded } from '@lianyu/domain/kernel';
import type { AccountEvent } from '@lianyu/domain/settlement';
import type { z } from 'zod';

type Moment = z.infer<typeof settlementHistory>['moments'][number];

/** What happened in an account, in the order in which it did. */
export function momentsIn(events: readonly Recorded<AccountEvent>[]): readonly Moment[] {
  return events.map(({ event, metadata }): Moment => {
    const { data } = event;
    return {
      at: metadata.recordedAt,
      kind: event.type,
      ...('party' in data ? { party: data.party } : {}),
      ...('period' in data ? { period: data.period } : {}),
      ...('dispute' in data ? { dispute: data.dispute } : {}),
      ...('matter' in data ? { matter: data.matter } : {}),
      ...('payment' in data ? { payment: data.payment } : {}),
      ...('hop' in data ? { hop: data.hop } : {}),
      ...('reason' in data ? { words: data.reason } : {}),
      ...('note' in data && data.note !== '' ? { words: data.note } : {}),
    };
  });
}
