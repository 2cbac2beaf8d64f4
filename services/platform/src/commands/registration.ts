import { isIntakeEvent, isRegistrationEvent } from '@lianyu/domain/events';
import { type CommandId, type NegotiationId, negotiationId, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import type { Role } from '@lianyu/domain/organisations';
import {
  intakeDecider,
  type RegistrationCommand,
  type RegistrationEvent,
  type RegistrationState,
  registrationDecider,
  type Transcribed,
} from '@lianyu/domain/registration';
import { derivedId } from '@lianyu/proofs';
import type { Resource } from '../access/authorise.ts';
import { importedPapers } from '../exchange/imported-papers.ts';
import type { Definitions, Failure, Giver } from './definition.ts';
import { notKept } from './documents.ts';
import { type Occasion, type Plan, plan } from './plan.ts';
import { transcribedFrom, withScan } from './proposed.ts';

type Names =
  | 'register-paper'
  | 'import-papers'
  | 'correct-transcription'
  | 'attach-scan'
  | 'confirm-transcription'
  | 'object-to-transcription'
  | 'withdraw-registration';

const registrar = (roles: readonly Role[]): Role => (roles.includes('drafter') ? 'drafter' : 'coordinator');

/** Commands on `registration-<id>`, and the one on `intake-<command>`. */
export const registrationCommands: Pick<Definitions, Names> = {
  'register-paper': {
    capacity: registrar,
    async before({ content, scan }, giver) {
      return (await unknownParty(content, giver)) ?? (scan && notKept([scan], giver));
    },
    plan({ content, paper, scan }, giver) {
      const registration = registrationIdFrom(giver.commandId);
      const transcribed = transcribedFrom(content, paper, scan);
      const { organisation } = giver.person;
      const resource = of(registration, partiesOf(transcribed), organisation);
      return onRegistration(
        registration,
        ({ today }) => ({ type: 'register-paper', registration, registrar: organisation, published: isPublished(giver), transcribed, today }),
        resource,
      );
    },
    after: discardDraft,
  },
  'import-papers': {
    capacity: registrar,
    async before(file, giver) {
      const read = await importedPapers(file, giver);
      if ('code' in read) return read;
      giver.kept.papers = read;
      return undefined;
    },
    plan(_, { commandId: intake, person, kept }) {
      return plan({
        stream: streamOf.intake(intake),
        classification: 'registration',
        subject: intake,
        decider: intakeDecider,
        isOf: isIntakeEvent,
        resource: () => of(intake, [], person.organisation),
        command: ({ today }) => ({ type: 'import-papers', intake, papers: kept.papers ?? [], today }),
      });
    },
  },
  'correct-transcription': {
    capacity: registrar,
    before: async ({ content }, giver) => unknownParty(content, giver),
    plan: ({ registration, basis, content, paper, reason }, { person: actor }) =>
      onRegistration(registration, ({ today }, { transcribed }) => {
        const corrected = transcribedFrom(content, paper, transcribed?.scan);
        return { type: 'correct-transcription', actor, basis, transcribed: corrected, reason, today };
      }),
    after: discardDraft,
  },
  'attach-scan': {
    capacity: registrar,
    before: async ({ scan }, giver) => notKept([scan], giver),
    plan: ({ registration, basis, scan }, { person: actor }) =>
      onRegistration(registration, (_, { transcribed }) => {
        const transcription = transcribed ? withScan(transcribed, scan).transcription : basis;
        return { type: 'attach-scan', actor, basis, scan, transcription };
      }),
  },
  'confirm-transcription': {
    capacity: () => 'signatory',
    plan: ({ registration, basis }, { person: actor }) => onRegistration(registration, () => ({ type: 'confirm-transcription', actor, basis })),
  },
  'object-to-transcription': {
    capacity: (roles) => (roles.includes('signatory') ? 'signatory' : 'drafter'),
    plan: ({ registration, basis, reason }, { person: actor }) =>
      onRegistration(registration, () => ({ type: 'object-to-transcription', actor, basis, reason })),
  },
  'withdraw-registration': {
    capacity: registrar,
    plan: ({ registration, basis, reason }, { person: actor }) =>
      onRegistration(registration, () => ({ type: 'withdraw-registration', actor, basis, reason })),
  },
};

export const registrationIdFrom = (command: CommandId): NegotiationId => negotiationId.parse(derivedId(command, 'registration'));

/** The coordination office registers what is published; a party its own papers. */
export const isPublished = ({ organisationKind }: Pick<Giver, 'organisationKind'>): boolean => organisationKind === 'coordination-office';

const partiesOf = ({ content }: Pick<Transcribed, 'content'>) => content.parties.map(({ organisation }) => organisation);
const of = (id: string, parties: readonly OrganisationId[], by: OrganisationId): Resource => ({ type: 'Registration', id, parties, registrar: by });

/** Between organisations that there are: one that is missing is registered first. */
async function unknownParty(content: Transcribed['content'], { organisation }: Giver): Promise<Failure | undefined> {
  for (const id of partiesOf({ content }))
    if ((await organisation(id)).id === undefined) return { code: 'ORGANISATION_UNKNOWN', data: { organisation: id } };
  return undefined;
}

function discardDraft({ draft }: { readonly draft?: string | undefined }, { vault, person }: Giver): void {
  if (draft !== undefined) vault.discardDraft(person.organisation, draft);
}

/** A command on `registration-<id>`, whoever gives it. Before it is there, `resource` says what is asked for. */
export function onRegistration(
  registration: NegotiationId,
  command: (occasion: Occasion, state: RegistrationState) => RegistrationCommand,
  resource?: Resource,
): Plan {
  return plan<RegistrationCommand, RegistrationState, RegistrationEvent>({
    stream: streamOf.registration(registration),
    classification: 'registration',
    subject: registration,
    decider: registrationDecider,
    isOf: isRegistrationEvent,
    resource: ({ parties, registrar: by }) => resource ?? { type: 'Registration', id: registration, parties, registrar: by },
    command,
  });
}
