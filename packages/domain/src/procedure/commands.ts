import type { ChainStep } from '../clearance/chain.ts';
import type { CalendarDate, CommandId, Person } from '../kernel/index.ts';

interface Given {
  readonly actor: Person;
  readonly today: CalendarDate;
}

/** Commands on `procedure-<organisation>`, always the actor's own organisation. */
export type ProcedureCommand =
  | (Given & {
      readonly type: 'propose-procedure';
      readonly request: CommandId;
      readonly steps: readonly ChainStep[];
      readonly from: CalendarDate;
    })
  | (Given & { readonly type: 'approve-procedure'; readonly request: CommandId })
  | (Given & { readonly type: 'reject-procedure'; readonly request: CommandId; readonly reason: string });
