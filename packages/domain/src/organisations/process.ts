import type { OrganisationId } from '../kernel/index.ts';
import type { OrganisationCommand } from './commands.ts';
import type { OrganisationEvent } from './events.ts';

/** What an event of one organisation asks of another: a secondment is received where it goes, and released where it was. */
export function toOtherOrganisation(
  event: OrganisationEvent,
):
  | { readonly organisation: OrganisationId; readonly command: Extract<OrganisationCommand, { type: 'receive-secondee' | 'release-secondee' }> }
  | undefined {
  switch (event.type) {
    case 'SecondmentAccepted': {
      const { organisation: home, host, secondment, member, from, until } = event.data;
      return { organisation: host, command: { type: 'receive-secondee', secondment, member, home, from, until } };
    }
    case 'SecondmentEnded':
      return { organisation: event.data.host, command: { type: 'release-secondee', secondment: event.data.secondment } };
    default:
      return undefined;
  }
}
