import type { CommandData, CommandName } from '@lianyu/contract';
import type { ChainStep } from '@lianyu/domain/clearance';
import { addDays, type CalendarDate, type MemberId } from '@lianyu/domain/kernel';

interface Stage {
  give<Name extends CommandName>(member: MemberId, key: string, name: Name, data: CommandData<Name>): Promise<void>;
  idOf(key: string): CommandData<'approve-procedure'>['request'];
  account(organisation: string, person: string): { readonly member: MemberId };
}

/** A zone that names whom it asks, and decides together above fifty million yuan or when a whole zone is entrusted. */
const steps: readonly ChainStep[] = [
  { step: 'consultation', departments: ['财政局', '自然资源分局', '投资促进局'], answers: 'all', when: [], workingDays: 10 },
  { step: 'legal-review', when: [], workingDays: 7 },
  { step: 'fair-competition-review', when: [{ kind: 'share-to-company' }] },
  {
    step: 'collective-decision',
    when: [
      { kind: 'amount', from: '5000000000' },
      { kind: 'mode', modes: ['fully-entrusted'] },
    ],
    workingDays: 15,
  },
  { step: 'seal-approval' },
];

/** From which day of the scenario on. */
const FROM = 90;

/** One zone of the demonstration clears by a chain of its own; the others by the standard one. */
export async function playProcedures({ give, idOf, account }: Stage, firstDay: CalendarDate): Promise<void> {
  const zone = 'hohhot-etdz';
  await give(account(zone, 'manager').member, 'procedure', 'propose-procedure', { steps: [...steps], from: addDays(firstDay, FROM) });
  await give(account(zone, 'head').member, 'procedure/yes', 'approve-procedure', { request: idOf('procedure') });
}
