import { isAgreementEvent } from '@lianyu/domain/events';
import type { OrganisationId } from '@lianyu/domain/kernel';
import { type AccountCommand, accountTerms, computedClauses, standingOf } from '@lianyu/domain/settlement';
import type { Directory } from '../access/directory.ts';
import type { Executor } from '../commands/execute.ts';
import { onFigures } from '../commands/figures.ts';
import { onAccount } from '../commands/settlement.ts';
import type { SettlementReader } from '../settlement/reading.ts';
import { periodFrom } from '../settlement/rules.ts';
import { giveBecauseOf } from './give.ts';
import type { Process } from './runner.ts';

interface Parts {
  readonly executor: Executor;
  readonly settlement: SettlementReader;
  readonly directory: Pick<Directory, 'organisation'>;
}

/** With an agreement's force its computed clauses open their settlement, each in its ledgers, and figures may be reported. */
export function settlementProcess({ executor, settlement, directory }: Parts): Process {
  /** Of a company that is a party the others' enterprises are none of its business: it is told sums (AZ-2). */
  async function readersAmong(parties: readonly OrganisationId[]): Promise<readonly OrganisationId[]> {
    const kinds = await Promise.all(parties.map(async (party) => (await directory.organisation(party)).profile?.kind));
    const bodies = parties.filter((_, index) => kinds[index] !== 'company');
    return bodies.length < 2 ? parties : bodies;
  }

  return {
    name: 'settlement',
    async react(event) {
      if (!isAgreementEvent(event) || (event.event.type !== 'AgreementEnteredIntoForce' && event.event.type !== 'AgreementAmended')) return;
      const { agreement } = event.event.data;
      const { state } = await settlement.agreement(agreement);
      const standing = standingOf(state);
      const clauses = computedClauses(state);
      if (!standing || state.number === undefined || clauses.length === 0) return;
      const { parties, title } = standing;
      const readers = await readersAmong(parties);
      const reporting = onFigures(agreement, () => ({ type: 'open-reporting', agreement, parties, readers }));
      await giveBecauseOf(executor, event, 'settlement', 'open-reporting', { parties, readers }, reporting);
      for (const { clause, heading, ledgers } of clauses) {
        const [first] = accountTerms(state, clause);
        const next = first && periodFrom(first.term, first.effectiveFrom);
        for (const ledger of ledgers) {
          const account = { agreement, clause, ledger };
          const command: AccountCommand = { type: 'open-settlement', account, parties, readers, number: state.number, title, heading, next };
          const open = onAccount(account, () => command);
          await giveBecauseOf(executor, event, 'settlement', `open/${clause}/${ledger}`, command, open);
        }
      }
    },
  };
}
