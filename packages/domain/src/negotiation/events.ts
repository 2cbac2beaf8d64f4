import { z } from 'zod';
import { agreementContent } from '../agreements/content.ts';
import { renderedText } from '../agreements/text.ts';
import { calendarDate, type DomainEvent, digest, memberId, negotiationId, organisationId } from '../kernel/index.ts';
import { authorityDocument, signatory } from '../organisations/authority.ts';

const reason = z.string().trim().min(1).max(2000);

/** What is proposed, stored verbatim: data, text, renderer, and the digest over {data, Chinese text, renderer} (PF-2). */
const proposed = {
  negotiation: negotiationId,
  /** Counts the proposals of this negotiation from one: 第 n 稿. */
  number: z.number().int().positive(),
  party: organisationId,
  content: agreementContent,
  text: renderedText,
  renderer: z.string().max(40),
  digest,
  /** Last day of the negotiation, if whoever proposes sets one; no term of what is proposed. */
  expiresOn: calendarDate.optional(),
};

/** A detached signature over the bytes that `proofs` derives from purpose, negotiation, party and digest. */
export const sealSignature = z.strictObject({
  algorithm: z.literal('ed25519'),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  value: z.string().regex(/^[0-9a-f]{128}$/),
});
export type SealSignature = z.infer<typeof sealSignature>;

/** How the signatory's will was established when signing; other methods join this union. */
export const signingAct = z.discriminatedUnion('method', [z.strictObject({ method: z.literal('password-again') })]);
export type SigningAct = z.infer<typeof signingAct>;

/** The events of `negotiation-<id>`: what the parties may read, until it is signed. */
export const negotiationEvents = {
  ProposalTabled: z.strictObject({ ...proposed, note: z.string().trim().max(2000) }),
  ProposalCountered: z.strictObject({ ...proposed, basedOn: digest, reason }),
  TextConfirmed: z.strictObject({ negotiation: negotiationId, party: organisationId, digest }),
  PartyCleared: z.strictObject({
    negotiation: negotiationId,
    party: organisationId,
    digest,
    documentNumber: z.string().max(80),
    recordDigest: digest,
  }),
  PartyClearanceWithdrawn: z.strictObject({ negotiation: negotiationId, party: organisationId, digest }),
  SignatureGiven: z.strictObject({
    negotiation: negotiationId,
    party: organisationId,
    digest,
    signatory,
    /** By which document it was theirs to sign, as it held on the day; missing in signatures from before documents were asked for. */
    authority: authorityDocument.optional(),
    act: signingAct,
  }),
  SealAffixed: z.strictObject({ negotiation: negotiationId, party: organisationId, digest, keeper: memberId, signature: sealSignature }),
  NegotiationConcluded: z.strictObject({ negotiation: negotiationId, digest }),
  /** Its last day passed before all had sealed; `effectiveOn` is the day after. */
  NegotiationLapsed: z.strictObject({ negotiation: negotiationId, effectiveOn: calendarDate }),
  /** It declined, or withdrew what it had confirmed; the text was not to hang on it, and the next one goes on without it. */
  OptionalPartyDeclined: z.strictObject({ negotiation: negotiationId, party: organisationId, digest, reason }),
  NegotiationDeclined: z.strictObject({ negotiation: negotiationId, party: organisationId, reason }),
  NegotiationWithdrawn: z.strictObject({ negotiation: negotiationId, party: organisationId, reason }),
};

type Schemas = typeof negotiationEvents;
export type NegotiationEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
export type ProposalData = z.infer<Schemas['ProposalTabled']> | z.infer<Schemas['ProposalCountered']>;
