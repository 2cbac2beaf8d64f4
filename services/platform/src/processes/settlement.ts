import { type AnyEvent, isAgreementEvent } from '@lianyu/domain/events';
import { addDays, type CalendarDate, type NegotiationId, type OrganisationId, type Recorded } from '@lianyu/domain/kernel';
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
      if (!isAgreementEvent(event)) return;
      const { type, data } = event.event;
      if (type === 'AgreementEnteredIntoForce' || type === 'AgreementAmended') await open(event, data.agreement);
      if (type === 'AgreementTerminated' || type === 'AgreementExpired') await windUp(event, data.agreement, addDays(data.effectiveOn, -1));
    },
  };

  /** What is unsettled when an agreement ends is settled all the same, and nothing after its last day is shared. */
  async function windUp(event: Recorded<AnyEvent>, agreement: NegotiationId, lastDay: CalendarDate): Promise<void> {
    const { state } = await settlement.agreement(agreement);
    for (const { clause, ledgers } of computedClauses(state)) {
      for (const ledger of ledgers) {
        const begin = onAccount({ agreement, clause, ledger }, () => ({ type: 'begin-winding-up', lastDay }));
        await giveBecauseOf(executor, event, 'settlement', `wind-up/${clause}/${ledger}`, { lastDay }, begin);
      }
    }
  }

  async function open(event: Recorded<AnyEvent>, agreement: NegotiationId): Promise<void> {
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
  }
}
