import { z } from 'zod';
import { calendarDate, type DomainEvent, digest, instant, memberId, negotiationId, organisationId } from '../kernel/index.ts';
import { agreementContent } from './content.ts';
import { renderedText } from './text.ts';

/** Who signed and sealed for a party, as it stood in the negotiation. */
const execution = z.strictObject({
  party: organisationId,
  signatory: z.strictObject({ member: memberId, name: z.string().max(80), office: z.string().max(80) }),
  signedAt: instant,
  seal: z.strictObject({ algorithm: z.literal('ed25519'), key: z.string().max(64), value: z.string().max(128) }),
  sealedAt: instant,
});

/** The events of `agreement-<id>`: what whoever may read what is signed may read. What was signed stands here verbatim (EV-6). */
export const agreementEvents = {
  AgreementConcluded: z.strictObject({
    agreement: negotiationId,
    number: z.string().regex(/^LY-\d{4}-[0-9A-HJKMNP-TV-Z]{6}$/),
    concludedOn: calendarDate,
    content: agreementContent,
    text: renderedText,
    renderer: z.string().max(40),
    digest,
    executions: z.array(execution).min(2).max(10),
  }),
  AgreementEnteredIntoForce: z.strictObject({ agreement: negotiationId, effectiveOn: calendarDate }),
};
export type Execution = z.infer<typeof execution>;

type Schemas = typeof agreementEvents;
export type AgreementEvent = { [Type in keyof Schemas]: DomainEvent<Type, z.infer<Schemas[Type]>> }[keyof Schemas];
