import type { CommandData, CommandName } from '@lianyu/contract';
import type { ErrorCode } from '@lianyu/contract/errors';
import type { AgreementState, OpenDuty } from '@lianyu/domain/agreements';
import type { ClearanceStep } from '@lianyu/domain/clearance';
import type { CommandId, Instant, NegotiationId, OrganisationId, Person, ProjectId, RefusalData } from '@lianyu/domain/kernel';
import type { NegotiationState } from '@lianyu/domain/negotiation';
import type { AuthorityDocument, OrganisationKind, OrganisationState, Role } from '@lianyu/domain/organisations';
import type { ProjectState } from '@lianyu/domain/projects';
import type { Imported, Registering } from '@lianyu/domain/registration';
import type { QuotaRow } from '@lianyu/domain/resources';
import type { NewFigure } from '@lianyu/domain/settlement';
import type { Vault } from '@lianyu/vault';
import type { Papers } from '../exchange/papers.ts';
import type { SettlementReader, Settling } from '../settlement/reading.ts';
import type { Plan } from './plan.ts';

/** Who gives the command, and what it may need beyond its data. */
export interface Giver {
  readonly person: Person;
  /** The delegation by which the person acts on somebody's behalf. */
  readonly delegation: CommandId | undefined;
  /** What the person's organisation is. */
  readonly organisationKind: OrganisationKind;
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly vault: Vault;
  /** A negotiation as it stands, where another stream's command depends on it. */
  readonly negotiation: (id: NegotiationId) => Promise<NegotiationState>;
  /** Likewise an agreement. */
  readonly agreement: (id: NegotiationId) => Promise<AgreementState>;
  /** Likewise an organisation; without an id when there is none. */
  readonly organisation: (id: OrganisationId) => Promise<OrganisationState>;
  /** Likewise a project. */
  readonly project: (id: ProjectId) => Promise<ProjectState>;
  /** Who has reserved a value (EV-7). */
  readonly holderOf: (what: string, value: string) => Promise<string | undefined>;
  /** What is registered from paper, and between whom it may be. */
  readonly papers: Papers;
  /** Figures, terms and accounts as they stand, likewise. */
  readonly settlement: SettlementReader;
  /** What `before` found and the decision or the answer needs. */
  readonly kept: Kept;
}

/** Filled by `before`, which runs after the policies have allowed the command and before it is decided. */
export interface Kept {
  setUpToken?: string;
  /** Whether what is stated of an organisation may be stated as verified. */
  verifies?: boolean;
  /** By which a signature is given. */
  authority?: AuthorityDocument;
  settling?: Settling;
  /** What of an agreement's duties is open. */
  duties?: readonly OpenDuty[];
  /** As they stand in the file that is imported. */
  figures?: readonly NewFigure[];
  quotas?: readonly QuotaRow[];
  papers?: readonly (Registering & { readonly imported: Imported })[];
}

export type Failure = { readonly code: ErrorCode; readonly data: RefusalData };

/** How one command of the contract becomes a decision in one stream. */
export interface Definition<Name extends CommandName> {
  /** The step of a party's internal procedure that it takes, where it takes one. */
  step?(data: CommandData<Name>): ClearanceStep;
  /** The capacity in which it is given, recorded with the event. */
  capacity(roles: readonly Role[], step?: ClearanceStep, data?: CommandData<Name>): Role;
  plan(data: CommandData<Name>, giver: Giver): Plan;
  /** Fields that are neither recorded nor in the command's digest. */
  readonly secrets?: readonly (keyof CommandData<Name> & string)[];
  /** What must hold outside the stream before it is decided; asked after the policies have allowed it. */
  before?(data: CommandData<Name>, giver: Giver): Promise<Failure | undefined>;
  /** What follows in the vault once it is durable. */
  after?(data: CommandData<Name>, giver: Giver): void;
  /** What is undone in the vault when the rules refuse. */
  refused?(data: CommandData<Name>, giver: Giver): void;
}

export type Definitions = { readonly [Name in CommandName]: Definition<Name> };
