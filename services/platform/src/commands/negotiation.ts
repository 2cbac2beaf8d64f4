import type { CommandData } from '@lianyu/contract';
import type { AgreementContent } from '@lianyu/domain/agreements';
import { isNegotiationEvent } from '@lianyu/domain/events';
import { beijingDate, type CalendarDate, type NegotiationId, negotiationId, type OrganisationId, streamOf } from '@lianyu/domain/kernel';
import { type NegotiationCommand, type NegotiationEvent, type NegotiationState, negotiationDecider } from '@lianyu/domain/negotiation';
import { signingAuthorityOf } from '@lianyu/domain/organisations';
import { derivedId } from '@lianyu/proofs';
import type { Resource } from '../access/authorise.ts';
import { establishWill, sealWith } from '../signing/index.ts';
import { attachmentsStand } from './attachments.ts';
import { changeStands, currentStands } from './change.ts';
import type { Definitions, Failure, Giver } from './definition.ts';
import { type Occasion, type Plan, plan } from './plan.ts';
import { proposedFrom } from './proposed.ts';

type Names =
  | 'table-proposal'
  | 'propose-change'
  | 'counter-proposal'
  | 'confirm-text'
  | 'decline-negotiation'
  | 'withdraw-from-negotiation'
  | 'give-signature'
  | 'affix-seal';

/** Commands on `negotiation-<id>`. */
export const negotiationCommands: Pick<Definitions, Names> = {
  'table-proposal': {
    capacity: () => 'drafter',
    before: ({ content }, giver) => textStands(content, giver),
    plan: ({ content, note, expiresOn }, giver) =>
      tabling(giver, { content, note, expiresOn }, (id, parties) => ({ type: 'Negotiation', id, parties })),
    after: discardDraft,
  },
  'propose-change': {
    capacity: () => 'drafter',
    before: ({ content }, giver) => textStands(content, giver),
    plan: ({ content, note, expiresOn }, giver) =>
      tabling(giver, { content, note, expiresOn }, (id, parties) => ({ type: 'Agreement', id: content.purpose?.agreement ?? id, parties })),
    after: discardDraft,
  },
  'counter-proposal': {
    capacity: () => 'drafter',
    before: ({ content, negotiation }, giver) => textStands(content, giver, negotiation),
    plan: ({ negotiation, basis, content, reason, expiresOn }, giver) =>
      by(giver, negotiation, ({ today }) => ({
        type: 'counter-proposal',
        basis,
        proposed: proposedFrom(content),
        reason,
        expiry: expiryOn(expiresOn, today),
      })),
    after: discardDraft,
  },
  'confirm-text': {
    capacity: () => 'drafter',
    before: currentStands,
    plan: ({ negotiation, basis }, giver) => by(giver, negotiation, { type: 'confirm-text', basis }),
  },
  'decline-negotiation': {
    capacity: () => 'drafter',
    plan: ({ negotiation, ...rest }, giver) => by(giver, negotiation, { type: 'decline-negotiation', ...rest }),
  },
  'withdraw-from-negotiation': {
    capacity: () => 'drafter',
    plan: ({ negotiation, ...rest }, giver) => by(giver, negotiation, { type: 'withdraw-from-negotiation', ...rest }),
  },
  'give-signature': {
    capacity: () => 'signatory',
    secrets: ['password'],
    before: async (data, giver) => (await currentStands(data, giver)) ?? (await authorityOf(giver)) ?? willOf(data, giver),
    plan({ negotiation, basis }, giver) {
      const person = giver.vault.person(giver.person.member);
      const principal = giver.person.onBehalfOf === undefined ? undefined : giver.vault.person(giver.person.onBehalfOf);
      return by(giver, negotiation, () => ({
        type: 'give-signature',
        basis,
        name: person?.name ?? '',
        office: person?.office ?? '',
        ...(principal ? { principal: { member: principal.member, name: principal.name, office: principal.office } } : {}),
        authority: giver.kept.authority,
        act: { method: 'password-again' },
      }));
    },
  },
  'affix-seal': {
    capacity: () => 'seal-keeper',
    secrets: ['password'],
    async before(data, giver) {
      const key = sealWith(giver.vault, { negotiation: data.negotiation, party: giver.person.organisation, digest: data.basis });
      const stands = await currentStands(data, giver);
      if (stands) return stands;
      return key ? willOf(data, giver) : { code: 'SEAL_KEY_MISSING', data: { organisation: giver.person.organisation } };
    },
    plan({ negotiation, basis }, giver) {
      const signature = sealWith(giver.vault, { negotiation, party: giver.person.organisation, digest: basis });
      // `before` has refused already when there is no key; without one nothing valid could be recorded.
      return by(giver, negotiation, { type: 'affix-seal', basis, signature: signature ?? { algorithm: 'ed25519', key: '', value: '' } });
    },
  },
};

/** Of a text that is proposed: what it is to change can still be changed, and what it attaches is there. */
async function textStands(content: AgreementContent, giver: Giver, answered?: NegotiationId): Promise<Failure | undefined> {
  return (await changeStands(content, giver)) ?? attachmentsStand(content, giver, answered);
}

function tabling(
  { person, commandId }: Giver,
  { content, note, expiresOn }: { content: AgreementContent; note: string; expiresOn: CalendarDate | undefined },
  resource: (id: NegotiationId, parties: readonly OrganisationId[]) => Resource,
): Plan {
  const negotiation = negotiationIdFrom(commandId);
  const proposed = proposedFrom(content);
  const parties = content.parties.map(({ organisation }) => organisation);
  return plan<NegotiationCommand, NegotiationState, NegotiationEvent>({
    ...on(negotiation),
    resource: () => resource(negotiation, parties),
    about: () => content.purpose?.agreement,
    command: ({ today }) => ({ type: 'table-proposal', actor: person, negotiation, proposed, note, expiry: expiryOn(expiresOn, today) }),
  });
}

export const negotiationIdFrom = (commandId: string): NegotiationId => negotiationId.parse(derivedId(commandId, 'negotiation'));

function on(negotiation: NegotiationId) {
  return {
    stream: streamOf.negotiation(negotiation),
    classification: 'negotiation',
    subject: negotiation,
    decider: negotiationDecider,
    isOf: isNegotiationEvent,
  } as const;
}

type WithoutActor<Command> = Command extends { readonly actor: unknown } ? Omit<Command, 'actor'> : never;

type ByPerson = WithoutActor<Exclude<NegotiationCommand, { type: 'table-proposal' }>>;
const expiryOn = (on: CalendarDate | undefined, today: CalendarDate) => (on === undefined ? undefined : { on, today });

function by({ person }: Giver, negotiation: NegotiationId, command: ByPerson | ((occasion: Pick<Occasion, 'today'>) => ByPerson)): Plan {
  return plan<NegotiationCommand, NegotiationState, NegotiationEvent>({
    ...on(negotiation),
    resource: ({ parties }) => ({ type: 'Negotiation', id: negotiation, parties }),
    about: ({ current }) => current?.content.purpose?.agreement,
    command: (occasion) => ({ ...(typeof command === 'function' ? command(occasion) : command), actor: person }),
  });
}

/** The draft has become a proposal: what is shared now is no longer private. */
function discardDraft({ draft }: Pick<CommandData<'table-proposal'>, 'draft'>, { vault, person }: Giver): void {
  if (draft !== undefined) vault.discardDraft(person.organisation, draft);
}

/** Nobody signs without a document that holds today (授权书、任职文件); a delegate not without the delegation's as well. */
async function authorityOf({ person, delegation, organisation, at, kept }: Giver): Promise<Failure | undefined> {
  const found = signingAuthorityOf(await organisation(person.organisation), person, delegation, beijingDate(at));
  if ('refused' in found) return { code: found.code, data: found.data };
  kept.authority = found;
  return undefined;
}

async function willOf({ password }: { password: string }, { vault, person, at }: Giver): Promise<Failure | undefined> {
  const will = await establishWill(vault, { member: person.member, password, now: at });
  return 'code' in will ? will : undefined;
}
