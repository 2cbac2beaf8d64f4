import { agreementContent } from '@lianyu/domain/agreements';
import { calendarDate, commandId, instant, memberId, negotiationId, organisationId } from '@lianyu/domain/kernel';
import { delegableRole, organisationKind, profile, role } from '@lianyu/domain/organisations';
import { moveKind, stage } from '@lianyu/projections/folds';
import { z } from 'zod';
import { availability } from './commands.ts';
import { cursor, row } from './live/messages.ts';
import { asOfParameter, stoodAt } from './moments.ts';

/**
 * A page of a list or of one thing: its documents, and the cursor where the socket joins (LV-1); of the past, instead, when it stood so,
 * and the same bytes for all who may see the same.
 */
export const rows = z.strictObject({
  rows: z.array(row),
  cursor: cursor.optional(),
  asOf: stoodAt.optional(),
  more: z.boolean(),
  next: z.string().optional(),
});
export type Rows = z.infer<typeof rows>;

/** By what the list of agreements is narrowed; all of it holds at once. */
export const agreementsFilter = z.strictObject({
  stage: stage.optional(),
  mode: z.string().max(40).optional(),
  /** Only what was registered from paper (补录). */
  registered: z.enum(['true']).optional(),
  /** One of the parties. */
  party: organisationId.optional(),
  /** Where one of the parties is: the first digits of its region code (GB/T 2260). */
  region: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/)
    .optional(),
  /** The last move, by day. */
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  q: z.string().trim().max(80).optional(),
  ...asOfParameter,
});
/** GET /api/agreements */
export const agreementsQuery = agreementsFilter.extend({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** GET /api/agreements/:id/actions */
export const actions = z.strictObject({ actions: z.array(availability) });

/** GET /api/agreements/:id/moments: the moments that the viewer may step back to, oldest first, counted from one. */
export const moments = z.strictObject({
  moments: z.array(z.strictObject({ moment: z.number().int().positive(), at: instant, kind: moveKind, organisation: organisationId.optional() })),
});
/** GET /api/agreements/:id/moments/:moment: the page as it stood then, under today's grants. */
export const asOf = z.strictObject({ moment: z.number().int().positive(), at: instant, rows: z.array(row) });

/** GET /api/overview: counts for the wall. */
export const overview = z.strictObject({
  stages: z.record(stage, z.number().int()),
  negotiating: z.number().int(),
  cursor: cursor.optional(),
  asOf: stoodAt.optional(),
});

/** GET /api/reference/organisations: known from published lists, each with its source and whether it was read there. */
export const referenceOrganisations = z.strictObject({ organisations: z.array(z.strictObject({ id: z.string(), profile })) });
export type ReferenceOrganisation = z.infer<typeof referenceOrganisations>['organisations'][number];

/** Names of persons, with whoever seconded them to the viewer's own organisation; joined from the vault at query time (EV-5). GET /api/members?ids=… */
export const people = z.strictObject({
  people: z.array(
    z.strictObject({ member: memberId, name: z.string(), office: z.string(), organisation: organisationId, secondedFrom: organisationId.optional() }),
  ),
});

/** GET, POST /api/session */
export const credentials = z.strictObject({ signInName: z.string().max(60), password: z.string().max(200) });
export const me = z.strictObject({
  member: memberId,
  name: z.string(),
  office: z.string(),
  organisation: organisationId,
  organisationKind,
  /** Own roles, and those delegated for all agreements. */
  roles: z.array(role),
  /** What is delegated to the viewer today; for one agreement where it is named. */
  delegations: z.array(
    z.strictObject({ delegation: commandId, principal: memberId, role: delegableRole, agreement: negotiationId.optional(), until: calendarDate }),
  ),
  /** The organisation that seconded the viewer to this one (挂职). */
  secondedFrom: organisationId.optional(),
  audiences: z.array(z.string()),
  demonstration: z.boolean(),
  signedInAt: instant,
});
export type Me = z.infer<typeof me>;

/** GET /api/sessions: where this member is signed in. */
export const sessions = z.strictObject({
  sessions: z.array(z.strictObject({ id: z.string(), current: z.boolean(), createdAt: instant, lastSeenAt: instant, userAgent: z.string() })),
});

/** GET, POST /api/set-up/:token: choosing a password signs in, and answers `me`. */
export const setUpOffer = z.strictObject({ name: z.string(), signInName: z.string(), organisation: z.string() });
export const setUpChoice = z.strictObject({ password: z.string().min(12).max(200) });

/** POST /api/password, and DELETE /api/sessions: how many other sessions ended. */
export const passwordChange = z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword: z.string().min(12).max(200) });
export const endedSessions = z.strictObject({ ended: z.number().int().min(0) });

/** /api/drafts: private to the organisation, kept in the vault, no event (AZ-2). `revision` guards against two writers. */
export const draft = z.strictObject({
  id: z.string().max(64),
  negotiation: z.string().optional(),
  revision: z.number().int().min(0),
  /** Not yet valid while it is written: checked when it is tabled. */
  content: z.unknown(),
  updatedAt: instant,
  updatedBy: memberId,
});
export type Draft = z.infer<typeof draft>;
export const saveDraft = z.strictObject({
  revision: z.number().int().min(0),
  negotiation: z.string().max(64).optional(),
  content: z.record(z.string(), z.unknown()),
});
export const drafts = z.strictObject({ drafts: z.array(draft) });
export { agreementContent };
