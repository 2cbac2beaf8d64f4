import type { CommandName } from '@lianyu/contract';
import type { ClearanceStep } from '@lianyu/domain/clearance';
import type { Role } from '@lianyu/domain/organisations';
import { agreementCommands } from './agreements.ts';
import { clearanceCommands } from './clearance.ts';
import { commentCommands } from './comments.ts';
import { coordinationCommands } from './coordination.ts';
import type { Definition, Definitions } from './definition.ts';
import { figuresCommands } from './figures.ts';
import { negotiationCommands } from './negotiation.ts';
import { organisationCommands } from './organisations.ts';
import { procedureCommands } from './procedure.ts';
import { projectCommands } from './projects.ts';
import { quotaCommands } from './quotas.ts';
import { registrationCommands } from './registration.ts';
import { settlementCommands } from './settlement.ts';

/** Every command of the contract. @param setUpLinkMs how long the link of a new member stays valid */
export function definitionsOf(setUpLinkMs: number): Definitions {
  return {
    ...negotiationCommands,
    ...clearanceCommands,
    ...commentCommands,
    ...coordinationCommands,
    ...procedureCommands,
    ...agreementCommands,
    ...registrationCommands,
    ...figuresCommands,
    ...settlementCommands,
    ...quotaCommands,
    ...projectCommands,
    ...organisationCommands(setUpLinkMs),
  };
}

const definitions = definitionsOf(0);

/** In which capacity whoever holds these roles would give a command. */
export function capacityOf<Name extends CommandName>(command: Name, roles: readonly Role[], step?: ClearanceStep): Role {
  const definition: Definition<Name> = definitions[command];
  return definition.capacity(roles, step);
}
