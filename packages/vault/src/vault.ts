import type { Digest, Instant, MemberId, OrganisationId } from '@lianyu/domain/kernel';

/** A person as the vault knows them (EV-5): encrypted under a key of their own, so that destroying it forgets them. */
export interface Person {
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly signInName: string;
  readonly name: string;
  readonly office: string;
}

export interface Session {
  /** Safe to show and to name in a URL; not the secret of the cookie. */
  readonly id: string;
  readonly member: MemberId;
  readonly createdAt: Instant;
  /** To the minute. */
  readonly lastSeenAt: Instant;
  /** The end of its lifetime or of its patience with an idle member, whichever is sooner. */
  readonly expiresAt: Instant;
  readonly userAgent: string;
}

/** Access of a member ended somewhere: one session, or (without `session`) everything of theirs is to be judged again. Tailed by every process (LV-6). */
export interface Revocation {
  readonly seq: number;
  readonly member: MemberId;
  readonly session?: string;
}

export interface StoredDraft {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly negotiation?: string;
  readonly revision: number;
  readonly content: unknown;
  readonly updatedAt: Instant;
  readonly updatedBy: MemberId;
}

/** Something that a readership is told, once: the same id for the same audience is the same notice. */
export interface Notice {
  readonly id: string;
  /** Whoever holds this key today is told (AZ-1). */
  readonly audience: string;
  readonly kind: string;
  readonly at: Instant;
  /** Of a reminder: how many days before the day it is; below zero after it. */
  readonly lead?: number;
  /** Who did it is not told of it. */
  readonly actor?: MemberId;
  /** Ids and public words alone: what they stand for is looked up under the reader's own access. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface NoticeRow extends Notice {
  readonly seq: number;
  readonly read: boolean;
}

/** A host to which notices may be sent; `inside`: also where its address is a private one. */
export interface WebhookHost {
  readonly host: string;
  readonly inside: boolean;
  readonly allowedBy: MemberId;
  readonly allowedAt: Instant;
}

/** Where an organisation has notices sent to. */
export interface Webhook {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly audiences: readonly string[];
  readonly kinds: readonly string[];
  readonly url: string;
  readonly openedBy: MemberId;
  readonly openedAt: Instant;
}

/** One notice on its way to one webhook. `waiting` until it is `delivered` or, after the last attempt, `failed`. */
export interface Delivery {
  readonly webhook: string;
  /** Of the notice. */
  readonly seq: number;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly dueAt: Instant;
  readonly lastAt?: Instant;
  readonly problem?: string;
  /** What is sent, to the byte. */
  readonly payload: string;
}

/** What one person wants to hear: not these kinds, and reminders so many days ahead at the earliest. */
export interface NoticeChoices {
  readonly muted: readonly string[];
  readonly daysAhead: number;
}

export interface NoticeQuery {
  readonly member: MemberId;
  readonly audiences: readonly string[];
  readonly kind?: string;
  readonly unread?: boolean;
  /** Those before this one, newest first. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * Durable state that is not history: what must be kept secret, may be forgotten, or is nobody else's yet. Everything
 * personal or secret is encrypted under the master key. All calls are synchronous but for hashing passwords.
 */
export interface Vault {
  /**
   * Enters a person without a password; answers the token of a one-time set-up link, valid until `expiresAt`. Entering the
   * same member again, while no password is set, corrects the person and voids earlier links.
   * @throws VaultError SIGN_IN_NAME_TAKEN
   */
  enter(person: Person, expiresAt: Instant): string;
  person(member: MemberId): Person | undefined;
  people(members: readonly MemberId[]): readonly Person[];
  /**
   * Forgets a person: destroys the key under which everything personal of theirs is encrypted, ends their sessions and frees
   * their sign-in name. What they did stays recorded under their id. Backups remember until they are destroyed.
   * @returns false when there is nobody to forget.
   */
  forget(member: MemberId): boolean;
  /** A new link for who lost the first or forgot the password; earlier ones are void. @returns undefined for nobody. */
  offerSetUp(member: MemberId, expiresAt: Instant): string | undefined;
  setUpOffer(token: string, now: Instant): Person | undefined;
  /** Sets the password and spends the token, once. @returns the person, or undefined when the token is spent, unknown or too old. */
  setUp(token: string, password: string, now: Instant): Promise<Person | undefined>;
  /** Sets a password without a link: for accounts made by the composition root. */
  setPassword(member: MemberId, password: string): Promise<void>;
  /** Takes the same time whether or not the name exists. Failures are counted and throttled per name. @throws VaultError BUSY */
  verifyPassword(
    signInName: string,
    password: string,
    now: Instant,
  ): Promise<{ ok: true; person: Person } | { ok: false; retryAfterSeconds?: number }>;
  /** For who is signed in already and is asked once more. Counted apart from signing in, so that strangers cannot block it. */
  verifyPasswordAgain(member: MemberId, password: string, now: Instant): Promise<{ ok: true } | { ok: false; retryAfterSeconds?: number }>;

  /** @returns the secret for the cookie; only its hash is kept. A member's oldest session ends when there are too many. */
  openSession(member: MemberId, userAgent: string, now: Instant, lifetimeMs: number): { secret: string; session: Session };
  session(secret: string, now: Instant): Session | undefined;
  sessionsOf(member: MemberId, now: Instant): readonly Session[];
  endSession(member: MemberId, id: string): boolean;
  endSessions(member: MemberId, except?: string): number;
  /** Announces that a member's grants changed. */
  revoke(member: MemberId): void;
  /** The next at most 1000 after `after`, oldest first. They are kept for a week. */
  revocations(after: number): readonly Revocation[];
  /** Where who begins to tail now begins; 0 before the first. */
  lastRevocation(): number;

  /** Makes a seal key for the organisation if it has none. @returns the public key, hexadecimal. */
  enrolSealKey(organisation: OrganisationId): string;
  /** Ed25519 over the bytes. @returns undefined without a key. */
  seal(organisation: OrganisationId, bytes: Uint8Array): { key: string; value: string } | undefined;

  draft(organisation: OrganisationId, id: string): StoredDraft | undefined;
  drafts(organisation: OrganisationId): readonly StoredDraft[];
  /** @returns the new revision, or undefined when `revision` is not the stored one (0: new). @throws VaultError LIMIT_REACHED */
  saveDraft(draft: Omit<StoredDraft, 'updatedAt'>, now: Instant): StoredDraft | undefined;
  discardDraft(organisation: OrganisationId, id: string): boolean;

  /** Keeps bytes under their SHA-256; the same bytes once. @throws VaultError LIMIT_REACHED */
  keepFile(bytes: Uint8Array, owner: OrganisationId, mediaType: string, now: Instant): Digest;
  /** Whether the owner has put it in, without reading it. */
  hasFile(digest: Digest, owner: OrganisationId): boolean;
  /** What is known of it, likewise. */
  fileFacts(digest: Digest, owner: OrganisationId): { readonly mediaType: string; readonly bytes: number } | undefined;
  file(digest: Digest, owner: OrganisationId): { bytes: Uint8Array; mediaType: string } | undefined;

  /** A new secret address of the member's calendar; an earlier one is void. @returns its token; only a hash is kept. */
  openCalendar(member: MemberId, now: Instant): string;
  calendarOf(member: MemberId): { readonly openedAt: Instant } | undefined;
  closeCalendar(member: MemberId): boolean;
  calendarHolder(token: string): MemberId | undefined;

  /** Gives those that were not given before. @returns how many */
  giveNotices(notices: readonly Notice[]): number;
  wasNoticed(audience: string, ids: readonly string[]): boolean;
  notices(query: NoticeQuery): readonly NoticeRow[];
  unreadNotices(query: Pick<NoticeQuery, 'member' | 'audiences'>): number;
  markRead(member: MemberId, ids: readonly string[]): void;
  /** All up to this one. */
  markReadThrough(member: MemberId, seq: number): void;
  noticeChoices(member: MemberId): NoticeChoices;
  chooseNotices(member: MemberId, choices: NoticeChoices): void;
  /** The readerships that were told something after `seq`, and who did it: what every process tails. */
  noticedAfter(seq: number): readonly { readonly seq: number; readonly audience: string; readonly actor?: MemberId }[];
  lastNotice(): number;

  webhookHosts(): readonly WebhookHost[];
  /** @throws VaultError LIMIT_REACHED */
  allowWebhookHost(host: WebhookHost): void;
  removeWebhookHost(host: string): boolean;
  /** Takes what is told from now on. @returns the secret, once. @throws VaultError LIMIT_REACHED */
  openWebhook(webhook: Webhook): string;
  webhooks(organisation?: OrganisationId): readonly Webhook[];
  closeWebhook(organisation: OrganisationId, id: string): boolean;
  webhookSecret(id: string): string | undefined;
  /** Puts what was told since into the outbox, each once. @returns how many */
  takeDeliveries(webhook: Webhook, payloadOf: (notice: Notice & { readonly seq: number }) => string, now: Instant): number;
  /** Those whose time has come, oldest first. */
  dueDeliveries(now: Instant, limit: number): readonly Delivery[];
  keepDelivery(delivery: Omit<Delivery, 'payload'>): void;
  /** The newest first. */
  deliveries(webhook: string, limit: number): readonly Delivery[];
  /** Sends it again from the beginning. @returns false when there is none */
  replayDelivery(webhook: string, seq: number, now: Instant): boolean;

  /** A random secret of 32 bytes, made at the first asking and the same ever after. */
  secret(name: string): Uint8Array;
  /** A small note that a process keeps about its own progress. */
  note(name: string): string | undefined;
  setNote(name: string, value: string): void;
  /** Keeps the text of a policy set under its digest (AZ-1). */
  archivePolicies(digest: Digest, text: string, now: Instant): void;
  archivedPolicies(digest: Digest): string | undefined;
  close(): void;
}

export type VaultErrorCode =
  | 'SIGN_IN_NAME_TAKEN'
  | 'MASTER_KEY_MISSING'
  | 'MASTER_KEY_WRONG'
  | 'MASTER_KEY_READABLE'
  | 'VAULT_NEWER'
  | 'VAULT_CORRUPT'
  /** Too many passwords are being hashed at once; worth another try in a second. */
  | 'BUSY'
  /** {what, limit} */
  | 'LIMIT_REACHED';

export class VaultError extends Error {
  readonly code: VaultErrorCode;
  readonly data: Readonly<Record<string, string>>;
  constructor(code: VaultErrorCode, data: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'VaultError';
    this.code = code;
    this.data = data;
  }
}
