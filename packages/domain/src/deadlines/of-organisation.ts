import type { Bilingual } from '../agreements/content.ts';
import type { CommandId, Recorded } from '../kernel/index.ts';
import type { OrganisationEvent, OrganisationProfile } from '../organisations/events.ts';
import type { Deadline } from './deadline.ts';
import { type Because, type Days, end, isOne, set } from './state.ts';

type Day = Omit<Deadline, 'setBy'>;
type MandateDay = Pick<Day, 'id' | 'kind' | 'on' | 'mandate'>;

/** The last days of that by which people act for an organisation. */
export interface MandateDays extends Days {
  /** The organisation's short name. */
  readonly name: Bilingual | undefined;
  /** Delegations that nobody has decided yet. */
  readonly asked: ReadonlyMap<CommandId, Day>;
}

export const noMandateDays: MandateDays = { name: undefined, asked: new Map(), deadlines: new Map() };

/** Ends of delegations, documents of authority and secondments, for the organisation that they are about. */
export function ofOrganisation(state: MandateDays, recorded: Recorded<OrganisationEvent>): MandateDays {
  const { event } = recorded;
  const { organisation } = event.data;
  const day = (of: MandateDay): Day => ({ who: [organisation], provisional: false, rule: { code: 'document' }, ...of });
  switch (event.type) {
    case 'InstallationFounded':
    case 'OrganisationRegistered':
    case 'OrganisationCorrected':
      return named(state, recorded, event.data.profile, day);
    case 'DelegationRequested': {
      const { delegation, principal, delegate: member, until: on, document } = event.data;
      const mandate = { member, principal, document: document.documentNumber };
      const asked = day({ id: `delegation/${delegation}`, kind: 'delegation-ends', on, mandate });
      return { ...state, asked: new Map(state.asked).set(delegation, asked) };
    }
    case 'DelegationApproved': {
      const asked = state.asked.get(event.data.delegation);
      return asked ? set(state, recorded, asked) : state;
    }
    case 'DelegationRevoked':
      return end(state, recorded, 'void', isOne(`delegation/${event.data.delegation}`));
    case 'SigningAuthorityRecorded': {
      const { authority, member, document } = event.data;
      if (document.until === undefined) return state;
      const mandate = { member, document: document.documentNumber };
      return set(state, recorded, day({ id: `authority/${authority}`, kind: 'authority-ends', on: document.until, mandate }));
    }
    case 'SigningAuthorityWithdrawn':
      return end(state, recorded, 'void', isOne(`authority/${event.data.authority}`));
    case 'SecondmentAccepted': {
      const { secondment, member, host, until: on } = event.data;
      return set(state, recorded, day({ id: `secondment/${secondment}`, kind: 'secondment-ends', on, mandate: { member, organisation: host } }));
    }
    case 'SecondeeReceived': {
      const { secondment, member, home, until: on } = event.data;
      return set(state, recorded, day({ id: `secondment/${secondment}`, kind: 'secondment-ends', on, mandate: { member, organisation: home } }));
    }
    case 'SecondmentEnded':
    case 'SecondeeReleased':
      return end(state, recorded, 'void', isOne(`secondment/${event.data.secondment}`));
    default:
      return state;
  }
}

/** The documents by which the organisation itself was set up or may act, as they were stated last. */
function named(state: MandateDays, because: Because, { shortName, documents = [] }: OrganisationProfile, day: (of: MandateDay) => Day): MandateDays {
  const days = documents.flatMap(({ documentNumber: document, until: on }) =>
    on === undefined ? [] : [day({ id: `document/${document}`, kind: 'authority-ends', on, mandate: { document } })],
  );
  const gone = end({ ...state, name: shortName }, because, 'void', ({ id }) => id.startsWith('document/') && !days.some((each) => each.id === id));
  const fresh = days.filter(({ id, on }) => gone.deadlines.get(id)?.on !== on || gone.deadlines.get(id)?.outcome !== undefined);
  return set(gone, because, ...fresh);
}
