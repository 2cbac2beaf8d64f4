import { z } from 'zod';
import { calendarDate, digest, negotiationId, organisationId } from '../kernel/index.ts';
import { sharingTerm } from '../sharing/term/index.ts';
import { attachment, attachmentLimits } from './attachment.ts';

/** Text of a clause. Chinese is what is signed; English is for reference only. */
export const bilingual = z.strictObject({ zh: z.string().trim().min(1).max(8000), en: z.string().trim().max(12000) });
export type Bilingual = z.infer<typeof bilingual>;

/** How the zones work together; the words are those of 内政办发〔2024〕5号 item 13. */
export const cooperationMode = z.enum([
  'co-built-park', // 共建园区
  'entrusted-park', // 托管园区
  'enclave', // 飞地经济
  'one-zone-many-parks', // 一区多园
  'headquarters-and-incubator', // 总部+孵化基地
  'fully-entrusted', // 整体托管
  'industrial-transfer', // 产业转移合作
]);
export type CooperationMode = z.infer<typeof cooperationMode>;

export const party = z.strictObject({
  organisation: organisationId,
  /** The legal name as it stands in the text, not as it may read later. */
  name: bilingual,
  side: z.enum(['origin', 'destination', 'participant']),
  /** Its decline does not end the negotiation: the next text goes on without it. */
  optional: z.literal(true).optional(),
});
export type Party = z.infer<typeof party>;

export const clauseBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: bilingual }),
  z.strictObject({
    kind: z.literal('sharing'),
    term: sharingTerm,
    /** The template that it was begun with, and which clause of it: whatever was changed since, where it comes from is said with it. */
    template: z
      .string()
      .regex(/^[a-z0-9-]{1,60}\/\d{1,2}$/)
      .optional(),
  }),
]);
export type ClauseBody = z.infer<typeof clauseBody>;

export const clause = z.strictObject({
  /** Stable through all proposals of a negotiation, so that redlines and comments find their clause again. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  heading: bilingual,
  body: clauseBody,
});
export type Clause = z.infer<typeof clause>;

/** When the agreement takes force once it is concluded. */
export const effect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on-conclusion') }),
  z.strictObject({ kind: z.literal('on-date'), date: calendarDate }),
  /** On the day on which what is said here came about, as every party confirms it. */
  z.strictObject({ kind: z.literal('on-condition'), condition: bilingual }),
]);
export type Effect = z.infer<typeof effect>;

/** `LY-2026-7K3M9Q`: reserved when the agreement is concluded. */
export const agreementNumber = z.string().regex(/^LY-\d{4}-[0-9A-HJKMNP-TV-Z]{6}$/);

/**
 * What an agreement does to another one of the same parties, which it names by its number and by the digest of its latest
 * version: an amendment says the whole text anew, a renewal changes nothing but the last day, a termination (解除) ends it.
 */
export const purpose = z.strictObject({
  kind: z.enum(['amendment', 'renewal', 'termination']),
  agreement: negotiationId,
  number: agreementNumber,
  version: digest,
});
export type Purpose = z.infer<typeof purpose>;

/** How one party alone may end the agreement. What is not in the terms it may not. */
export const exit = z.strictObject({
  /** After a notice of breach the other party has so many days to make good; then who gave it may terminate. */
  breach: z.strictObject({ cureDays: z.number().int().min(1).max(365) }).optional(),
  /** Law or policy changed so that it cannot be performed: by a notice so many days ahead. */
  policyChange: z.strictObject({ noticeDays: z.number().int().min(1).max(365) }).optional(),
});
export type Exit = z.infer<typeof exit>;

/**
 * What the parties agree on: data. Its Chinese text is rendered from it by a numbered renderer, and the digest that is
 * confirmed, signed and sealed covers both (PF-2). What binds is both, signature and seal; later it may be chosen.
 */
export const agreementContent = z.strictObject({
  title: bilingual,
  mode: cooperationMode,
  parties: z.array(party).min(2).max(10),
  clauses: z.array(clause).min(1).max(200),
  effect,
  /** Last day in force; none means without a fixed term. */
  until: calendarDate.optional(),
  exit: exit.optional(),
  /** None for an agreement that stands for itself. */
  purpose: purpose.optional(),
  /** The papers that stand behind the text, in their order; missing where there are none. */
  attachments: z.array(attachment).min(1).max(attachmentLimits.count).optional(),
});
export type AgreementContent = z.infer<typeof agreementContent>;
