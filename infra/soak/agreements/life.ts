import type { CommandData, CommandName } from '@lianyu/contract';
import { type AgreementContent, agreementDecider, latestVersion, versionInEffect } from '@lianyu/domain/agreements';
import { clearanceDecider } from '@lianyu/domain/clearance';
import { isAgreementEvent, isClearanceEvent, isNegotiationEvent, recorded } from '@lianyu/domain/events';
import {
  beijingDate,
  type CalendarDate,
  type Digest,
  fold,
  type NegotiationId,
  negotiationId,
  organisationId,
  streamOf,
} from '@lianyu/domain/kernel';
import { negotiationDecider } from '@lianyu/domain/negotiation';
import { content, type TestPlatform } from '@lianyu/platform/fixtures';
import { Settlers } from '@lianyu/platform/settlement/fixtures';
import { clear, signAndSeal } from '@lianyu/platform/walk/fixtures';
import { type Quarter, settleQuarter } from './settle.ts';

/** Who acts for a party, as in every zone of the demonstration. */
export interface Zone {
  readonly officer: string;
  readonly head: string;
}

/** What is tried on some day; what the rules refuse then changes nothing. */
export interface Step {
  readonly on: CalendarDate;
  readonly act: (life: Life) => Promise<void>;
}

export interface Story {
  readonly content: AgreementContent;
  /** Its parties; the first one proposes. */
  readonly zones: readonly [Zone, Zone, ...Zone[]];
  readonly expiresOn: CalendarDate | undefined;
  readonly steps: readonly Step[];
}

/** The life of one agreement, from its first text to its archive, as chance has it. */
export class Life {
  readonly #platform: TestPlatform;
  readonly #content: AgreementContent;
  readonly zones: Story['zones'];
  readonly #expiresOn: CalendarDate | undefined;
  #id: NegotiationId | undefined;
  steps: Step[];
  given = 0;
  refused = 0;

  constructor(platform: TestPlatform, { content: text, zones, expiresOn, steps }: Story) {
    this.#platform = platform;
    this.zones = zones;
    this.#content = text;
    this.#expiresOn = expiresOn;
    this.steps = [...steps].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  }

  /** Everything whose day has come. */
  async live(today: CalendarDate): Promise<void> {
    for (let step = this.steps[0]; step && step.on <= today; step = this.steps[0]) {
      this.steps = this.steps.slice(1);
      await step.act(this);
    }
  }

  async table(): Promise<void> {
    const last = this.#expiresOn;
    const subject = await this.#give(this.zones[0].officer, 'table-proposal', {
      content: this.#content,
      note: '',
      ...(last === undefined ? {} : { expiresOn: last }),
    });
    if (subject !== undefined) this.#id = negotiationId.parse(subject);
  }

  async confirm(): Promise<void> {
    const { id, digest: basis } = await this.#negotiation();
    if (id && basis) await this.#confirm(id, basis);
  }

  async #confirm(negotiation: NegotiationId, basis: Digest): Promise<void> {
    for (const { officer } of this.zones.slice(1)) await this.#give(officer, 'confirm-text', { negotiation, basis });
  }

  async decline(): Promise<void> {
    const { id, digest: basis } = await this.#negotiation();
    if (id && basis) await this.#give(this.zones[1].officer, 'decline-negotiation', { negotiation: id, basis, reason: '条件不具备' });
  }

  /** The first party consults its departments and leaves it there: the day of its legal review runs. */
  async consult(): Promise<void> {
    const { id, digest: basis } = await this.#negotiation();
    if (id && basis) await this.#tried(() => clear(this.#platform, this.zones[0], id, basis, '-', 1));
  }

  async sign(of = this.#id): Promise<void> {
    const { id, digest: basis, open } = await this.#negotiation(of);
    if (!id || !basis || !open) return;
    for (const zone of this.zones) {
      const done = await this.#passed(id, zone);
      await this.#tried(() => clear(this.#platform, zone, id, basis, '-', 5, done));
    }
    for (const zone of this.zones) await this.#tried(() => signAndSeal(this.#platform, zone, id, basis));
  }

  async onAgreement<Name extends CommandName>(who: string, name: Name, data: (today: CalendarDate) => object): Promise<void> {
    const basis = versionInEffect(await this.#agreement())?.digest;
    const today = beijingDate(this.#platform.clock.now());
    if (basis) await this.#give(who, name, { agreement: this.#id, basis, ...data(today) } as CommandData<Name>);
  }

  /** A quarter of an agreement that shares taxes; of another one nothing. */
  async settle(quarter: Quarter): Promise<void> {
    const id = this.#id;
    if (id === undefined || !this.#content.clauses.some(({ body }) => body.kind === 'sharing')) return;
    await this.#tried(() => settleQuarter(this.#platform, new Settlers(this.#platform, id), quarter));
  }

  /** An agreement about this one, through the whole way. */
  async change(kind: 'amendment' | 'renewal' | 'termination', from: CalendarDate, until: CalendarDate): Promise<void> {
    const state = await this.#agreement();
    const latest = latestVersion(state);
    if (!latest || state.number === undefined || this.#id === undefined) return;
    const { until: _, ...open } = latest.content;
    const purpose = { kind, agreement: this.#id, number: state.number as never, version: latest.digest };
    const effect = { kind: 'on-date' as const, date: from };
    const whole = {
      ...(kind === 'termination' ? { ...content(`解除${from}`), parties: open.parties, until: undefined } : open),
      effect,
      purpose,
      ...(kind === 'termination' ? {} : { until }),
    };
    const changed = JSON.parse(JSON.stringify(whole)) as AgreementContent;
    const subject = await this.#give(this.zones[0].officer, 'propose-change', { content: changed, note: '' });
    if (subject === undefined) return;
    const negotiation = negotiationId.parse(subject);
    const { digest: basis } = await this.#negotiation(negotiation);
    if (basis) await this.#confirm(negotiation, basis);
    await this.sign(negotiation);
  }

  async #give<Name extends CommandName>(who: string, name: Name, data: CommandData<Name>): Promise<string | undefined> {
    const answer = await this.#platform.give(who, name, data);
    if (answer.ok) this.given += 1;
    else this.refused += 1;
    return answer.ok ? answer.subject : undefined;
  }

  /** A way of several commands, of which one may be refused. */
  async #tried(way: () => Promise<void>): Promise<void> {
    await way().then(
      () => {
        this.given += 1;
      },
      (error: unknown) => {
        // `must` of the fixtures throws the refusal as JSON; anything else is a fault.
        if (!(error instanceof Error) || !error.message.startsWith('{"ok":false')) throw error;
        this.refused += 1;
      },
    );
  }

  async #read(stream: string) {
    return (await this.#platform.platform.store.readStream(stream, { from: 0n, limit: 1_000 })).map(recorded);
  }

  async #negotiation(id = this.#id) {
    if (id === undefined) return { id: undefined, digest: undefined, open: false };
    const state = fold(negotiationDecider, (await this.#read(streamOf.negotiation(id))).filter(isNegotiationEvent));
    return { id, digest: state.current?.digest, open: state.phase === 'open' };
  }

  /** How many steps of its internal procedure a party has passed. */
  async #passed(id: NegotiationId, { officer }: Zone): Promise<number> {
    const stream = streamOf.clearance(id, organisationId.parse(officer.split('.')[0]));
    return fold(clearanceDecider, (await this.#read(stream)).filter(isClearanceEvent)).passed.length;
  }

  async #agreement() {
    const events = this.#id === undefined ? [] : await this.#read(streamOf.agreement(this.#id));
    return fold(agreementDecider, events.filter(isAgreementEvent));
  }
}
