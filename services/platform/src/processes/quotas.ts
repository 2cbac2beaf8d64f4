import { isQuotaEvent, isQuotaIntakeEvent } from '@lianyu/domain/events';
import { beijingDate } from '@lianyu/domain/kernel';
import { ledgerKey, type QuotaCommand, toLedgers, toPartner } from '@lianyu/domain/resources';
import type { Executor } from '../commands/execute.ts';
import { onQuota } from '../commands/quotas.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

/** From a ledger into the partner's, and from an import into each ledger (EV-7, CM-5). */
export function quotaProcess({ executor }: { readonly executor: Executor }): Process {
  return {
    name: 'quotas',
    async react(event) {
      const give = (command: QuotaCommand, step: string) =>
        giveBecauseOf(
          executor,
          event,
          'quotas',
          step,
          { ...command },
          onQuota(command.ledger, () => command),
        );
      if (isQuotaIntakeEvent(event)) {
        for (const command of toLedgers(event.event, beijingDate(event.metadata.recordedAt))) await give(command, ledgerKey(command.ledger));
        return;
      }
      const carried = isQuotaEvent(event) ? toPartner(event.event) : undefined;
      if (carried) await give(carried, carried.type);
    },
  };
}
