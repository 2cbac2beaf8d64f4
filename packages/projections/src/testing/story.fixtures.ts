import { type AgreementCommand, type AgreementContent, agreementDecider, agreementFounded, RENDERER, renderText } from '@lianyu/domain/agreements';
import {
  type ClearanceCommand,
  clearanceDecider,
  fromNegotiation,
  nextStep,
  type OpenedProcedure,
  type StepRecord,
  standardProcedure,
  toNegotiation,
  unconsulted,
} from '@lianyu/domain/clearance';
import { type AnyEvent, isAgreementEvent, isClearanceEvent, isNegotiationEvent } from '@lianyu/domain/events';
import {
  addDays,
  beijingDate,
  type Digest,
  isRefusal,
  type NegotiationId,
  type OrganisationId,
  type Recorded,
  streamOf,
} from '@lianyu/domain/kernel';
import { type NegotiationCommand, negotiationDecider } from '@lianyu/domain/negotiation';
import { type Chronicle, hands, personOf } from './chronicle.fixtures.ts';
import { contentOf, type Secrets } from './secrets.fixtures.ts';

export const acts = ['counter', 'confirm', 'pass', 'return', 'withdraw-clearance', 'sign', 'seal', 'decline', 'withdraw', 'file', 'onward'] as const;
export type Act = (typeof acts)[number];

/**
 * One negotiation as its deciders and processes would write it, into a log that it may share with others. Whatever is
 * private in it is a secret that can be looked for. An act that the rules refuse changes nothing.
 */
export class Story {
  readonly id: NegotiationId;
  readonly parties: readonly OrganisationId[];
  readonly #log: Chronicle;
  readonly #secrets: Secrets;
  #round = 0;

  constructor(log: Chronicle, secrets: Secrets, number: number, parties: readonly OrganisationId[]) {
    this.#log = log;
    this.#secrets = secrets;
    this.id = `${number.toString().padStart(8, '0')}-1111-4111-8111-111111111111` as NegotiationId;
    this.parties = parties;
  }

  begin(): this {
    const [first] = this.parties;
    if (first)
      this.#tell({
        type: 'table-proposal',
        actor: personOf(first, hands.drafter),
        negotiation: this.id,
        proposed: this.#proposal(),
        note: this.#secrets.of(this.parties, 'note'),
      });
    return this;
  }

  act(act: Act, who: number): void {
    const party = this.parties[who % this.parties.length];
    const basis = this.#negotiation().current?.digest;
    if (party === undefined || basis === undefined) return;
    if (act === 'file') return this.#file(party, basis);
    if (act === 'onward') return this.act(this.#onward(party), who);
    if (act === 'pass' || act === 'return' || act === 'withdraw-clearance') return this.#inClearance(act, party, basis);
    const reason = this.#secrets.of(this.parties, 'reason');
    const drafter = personOf(party, hands.drafter);
    const commands: Record<typeof act, () => NegotiationCommand> = {
      counter: () => ({ type: 'counter-proposal', actor: drafter, basis, proposed: this.#proposal(), reason }),
      confirm: () => ({ type: 'confirm-text', actor: drafter, basis }),
      sign: () => ({
        type: 'give-signature',
        actor: personOf(party, hands.signatory),
        basis,
        name: '签署人',
        office: '主任',
        act: { method: 'password-again' },
      }),
      seal: () => ({
        type: 'affix-seal',
        actor: personOf(party, hands.keeper),
        basis,
        signature: { algorithm: 'ed25519', key: 'a'.repeat(64), value: 'b'.repeat(128) },
      }),
      decline: () => ({ type: 'decline-negotiation', actor: drafter, basis, reason }),
      withdraw: () => ({ type: 'withdraw-from-negotiation', actor: drafter, basis, reason }),
    };
    this.#tell(commands[act]());
  }

  /** All parties onward until the agreement is in force. */
  conclude(): this {
    for (let turn = 0; turn < 20 * this.parties.length && !this.#log.has(streamOf.agreement(this.id)); turn += 1) this.act('onward', turn);
    return this;
  }

  /** Whether the act would be a signature or a seal. */
  signsBy(act: Act, who: number): boolean {
    const party = this.parties[who % this.parties.length];
    const meant = act === 'onward' && party !== undefined ? this.#onward(party) : act;
    return meant === 'sign' || meant === 'seal';
  }

  #negotiation = () => this.#log.fold(streamOf.negotiation(this.id), negotiationDecider, isNegotiationEvent);
  #clearance = (party: OrganisationId) => this.#log.fold(streamOf.clearance(this.id, party), clearanceDecider, isClearanceEvent);

  #onward(party: OrganisationId): Exclude<Act, 'onward' | 'file'> {
    const standing = this.#negotiation().standings.get(party);
    if (standing?.confirmedAt === undefined) return 'confirm';
    if (standing.clearedAt === undefined) return 'pass';
    return standing.signed === undefined ? 'sign' : 'seal';
  }

  #proposal() {
    this.#round += 1;
    const content: AgreementContent = contentOf(this.parties, this.#secrets);
    const digest = `${this.id.replaceAll('-', '')}${this.#round.toString(16).padStart(32, '0')}` as Digest;
    return { content, text: renderText(content), renderer: RENDERER, digest };
  }

  #tell(command: NegotiationCommand): void {
    const decided = negotiationDecider.decide(command, this.#negotiation());
    if (isRefusal(decided)) return;
    const actor = 'actor' in command ? command.actor : 'negotiation-process';
    for (const recorded of this.#log.append(streamOf.negotiation(this.id), decided, actor)) {
      if (!isNegotiationEvent(recorded)) continue;
      for (const { party, command: carried } of fromNegotiation(recorded.event, this.#negotiation()))
        this.#tellClearance(party, carried.type === 'open-clearance' ? { ...carried, procedure: this.#procedure(party), deadlineIn } : carried);
      if (recorded.event.type === 'NegotiationConcluded') this.#found(recorded);
    }
  }

  #tellClearance(party: OrganisationId, command: ClearanceCommand): void {
    const decided = clearanceDecider.decide(command, this.#clearance(party));
    if (isRefusal(decided)) return;
    for (const recorded of this.#log.append(streamOf.clearance(this.id, party), decided, 'actor' in command ? command.actor : 'clearance-process')) {
      const carried = isClearanceEvent(recorded) ? toNegotiation(recorded.event) : undefined;
      if (carried) this.#tell(carried);
    }
  }

  #inClearance(act: 'pass' | 'return' | 'withdraw-clearance', party: OrganisationId, basis: Digest): void {
    const clearance = this.#clearance(party);
    const step = nextStep(clearance) ?? 'consultation';
    const [department] = unconsulted(clearance);
    const actor = personOf(party, step === 'legal-review' || step === 'fair-competition-review' ? hands.reviewer : hands.recorder);
    const secret = this.#secrets.of([party], 'clearance');
    const recordDigest = 'c'.repeat(64) as Digest;
    if (act === 'pass' && department !== undefined) {
      const consultation = { department, documentNumber: secret, note: secret };
      return this.#tellClearance(party, { type: 'record-consultation', actor, basis, consultation, deadlineIn });
    }
    if (act === 'pass')
      return this.#tellClearance(party, { type: 'pass-clearance-step', actor, basis, record: recordOf(step, secret), recordDigest, deadlineIn });
    if (act === 'return') return this.#tellClearance(party, { type: 'return-clearance', actor, basis, step, reason: secret, deadlineIn });
    this.#tellClearance(party, { type: 'withdraw-clearance', actor, basis, reason: secret });
  }

  /** Some parties clear by a chain of their own, which is as private as what is recorded under it. */
  #procedure(party: OrganisationId): OpenedProcedure {
    if (!ownChain.has(party)) return standardProcedure;
    const departments = [this.#secrets.of([party], 'clearance'), this.#secrets.of([party], 'clearance')];
    const consultation = { step: 'consultation' as const, departments, answers: 'all' as const, when: [], workingDays: 3 };
    return { version: 1, steps: [consultation, { step: 'legal-review', when: [], workingDays: 5 }, { step: 'seal-approval' }], left: [] };
  }

  /** Of where it was filed, everybody who may read what is signed may know. */
  #file(party: OrganisationId, basis: Digest): void {
    const actor = personOf(party, hands.drafter);
    const filedOn = beijingDate(this.#log.now);
    this.#tellAgreement({ type: 'file-agreement', actor, basis, today: filedOn, filedOn, office: '司法局', fileNumber: '' });
  }

  #tellAgreement(command: AgreementCommand): void {
    const stream = streamOf.agreement(this.id);
    const decided = agreementDecider.decide(command, this.#log.fold(stream, agreementDecider, isAgreementEvent));
    if (!isRefusal(decided)) this.#log.append(stream, decided, 'actor' in command ? command.actor : 'agreement-process');
  }

  #found(concluded: Recorded<AnyEvent>): void {
    if (!isNegotiationEvent(concluded)) return;
    const today = beijingDate(concluded.metadata.recordedAt);
    const number = `LY-2026-${this.id.slice(2, 8)}`;
    for (const command of [
      agreementFounded(concluded, this.#negotiation(), number),
      { type: 'fix-filing-deadline' as const, deadline: { dueOn: addDays(today, 7), provisional: false, calendarVersion: 'test' } },
      { type: 'enter-into-force' as const, today },
    ])
      this.#tellAgreement(command);
  }
}

const ownChain: ReadonlySet<string> = new Set(['c-zone', 'd-zone']);
const deadlineIn = () => ({ dueOn: '2026-12-31' as never, provisional: false, calendarVersion: 'test' });

function recordOf(step: StepRecord['step'], secret: string): StepRecord {
  switch (step) {
    case 'consultation':
      return { step, departments: [secret], note: secret };
    case 'legal-review':
      return { step, opinionNumber: secret, note: secret };
    case 'fair-competition-review':
      return { step, applies: true, note: secret };
    case 'collective-decision':
      return {
        step,
        meetingOn: beijingDate('2026-01-01T00:00:00.000Z' as never),
        attendees: 7,
        outcome: 'agreed',
        documentNumber: secret,
        note: secret,
      };
    case 'seal-approval':
      return { step, note: secret };
  }
}
