import { createHash } from 'node:crypto';
import { contentBetween } from '../agreements/content.fixtures.ts';
import { type AgreementContent, type AgreementEvent, agreementDecider, renderText } from '../agreements/index.ts';
import { recordedBy } from '../kernel/given.fixtures.ts';
import {
  type Actor,
  beijingDate,
  type Decider,
  type Digest,
  type DomainEvent,
  fold,
  type Instant,
  isRefusal,
  type Person,
  type Recorded,
  type RefusalCode,
} from '../kernel/index.ts';
import type { MoneyTerm } from '../sharing/index.ts';
import { moneyTerm, noReference, shares, tax } from '../sharing/terms.fixtures.ts';
import {
  type AccountCommand,
  type AccountEvent,
  accountDecider,
  accountTerms,
  type ComputingInputs,
  computedFrom,
  type FigureContent,
  type FiguresCommand,
  type FiguresEvent,
  figuresDecider,
  knownInputs,
  nextStatement,
  type ProposedStatement,
  recompute,
  type SettlementRules,
} from './index.ts';
import { account, agreement, BAYANNUR, figure, people, process, rules, XIAN } from './settlement.fixtures.ts';

/** Over JSON with sorted names: what tells two values apart, without the canonical bytes that the domain does not know. */
export function digestOf(value: unknown): Digest {
  const sorted = JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
  return createHash('sha256').update(sorted).digest('hex') as Digest;
}

/** Xi'an and Bayannur share retained VAT that Bayannur collects, half each, from 2025 on, by quarter or as the terms say. */
export function termBetween(more: Partial<MoneyTerm> = {}): MoneyTerm {
  const term = moneyTerm();
  const half = shares({ xian: [1, 2], bayannur: [1, 2] });
  return {
    ...term,
    base: { ...term.base, sources: [tax('value-added')], collectedBy: [BAYANNUR] },
    clock: { ...term.clock, start: { ...term.clock.start, all: [{ node: 'on-date', date: '2025-01-01' as never }] } },
    bands: [{ fromYear: 1, allocation: { node: 'ratio', shares: half } }],
    rounding: { ...term.rounding, ties: [XIAN, BAYANNUR] },
    settlement: { ...term.settlement, period: 'quarter', routes: [{ node: 'year-end', from: BAYANNUR, to: XIAN, via: [] }] },
    ...more,
  };
}

/** The three streams of one settlement, on a clock that the test turns. */
export class World {
  readonly agreement: Recorded<AgreementEvent>[] = [];
  readonly figures: Recorded<FiguresEvent>[] = [];
  readonly account: Recorded<AccountEvent>[] = [];
  now = '2026-03-02T02:00:00.000Z' as Instant;
  readonly rules: SettlementRules = rules;

  constructor(term: MoneyTerm = termBetween(), more: Partial<AgreementContent> = {}) {
    const content: AgreementContent = {
      ...contentBetween(['xian', 'bayannur']),
      clauses: [{ id: 'sharing', heading: { zh: '利益共享', en: '' }, body: { kind: 'sharing', term } }],
      ...more,
    };
    const concludedOn = beijingDate(this.now);
    const signed = {
      number: 'LY-2026-7K3M9Q',
      concludedOn,
      content,
      text: renderText(content),
      renderer: 'r',
      digest: digestOf(content),
      executions: [],
    };
    this.#give(this.agreement, agreementDecider, { type: 'conclude-agreement', agreement, ...signed }, process);
    this.#give(this.agreement, agreementDecider, { type: 'enter-into-force', today: concludedOn }, process);
    this.tell({ type: 'open-reporting', agreement, parties: [XIAN, BAYANNUR], readers: [XIAN, BAYANNUR] }, process);
    const named = { number: signed.number, title: content.title, heading: { zh: '利益共享', en: '' }, next: undefined };
    this.settle({ type: 'open-settlement', account, parties: [XIAN, BAYANNUR], readers: [XIAN, BAYANNUR], ...named }, process);
  }

  on(day: string): this {
    this.now = `${day}T02:00:00.000Z` as Instant;
    return this;
  }

  tell(command: FiguresCommand, actor: Actor): readonly Recorded<FiguresEvent>[] {
    return this.#give(this.figures, figuresDecider, command, actor);
  }

  settle(command: AccountCommand, actor: Actor): readonly Recorded<AccountEvent>[] {
    return this.#give(this.account, accountDecider, command, actor);
  }

  /** Reported by Bayannur and, unless it is to wait, confirmed by Xi'an. Answers its number. */
  report(changes: Partial<FigureContent>, { confirm = true, supersedes }: { confirm?: boolean; supersedes?: number } = {}): number {
    const restates = supersedes === undefined ? undefined : { supersedes, reason: '更正' };
    const actor = people.bayannurOfficer;
    this.tell({ type: 'report-figures', actor, today: beijingDate(this.now), figures: [{ figure: figure(changes), restates }] }, actor);
    const number = this.reported.figures.size;
    if (confirm) this.tell({ type: 'confirm-reports', actor: people.xianReviewer, figures: [number], milestones: [] }, people.xianReviewer);
    return number;
  }

  get reported() {
    return fold(figuresDecider, this.figures);
  }

  get state() {
    return fold(accountDecider, this.account);
  }

  inputs(provisional = false): ComputingInputs {
    return {
      ...knownInputs(this.reported, provisional),
      versions: accountTerms(fold(agreementDecider, this.agreement), account.clause, this.state.lastDay),
      reference: noReference,
      at: this.now,
      figuresUpTo: BigInt(this.figures.length - 1),
      agreementUpTo: BigInt(this.agreement.length - 1),
      through: beijingDate(this.now),
    };
  }

  next(provisional = false) {
    const draft = nextStatement(this.state, this.inputs(provisional));
    return draft && computedFrom(account, draft, digestOf);
  }

  /** Proposes what is next and has both sides confirm it. */
  adopt(): ProposedStatement {
    const proposed = this.propose();
    for (const actor of [people.xianReviewer, people.bayannurReviewer]) this.confirm(actor);
    return proposed;
  }

  propose(): ProposedStatement {
    const computed = this.next();
    if (!computed) throw new Error('nothing to settle');
    const actor = people.bayannurOfficer;
    const { from } = computed.period;
    const [proposed] = this.settle(
      { type: 'propose-statement', actor, period: from, basis: computed.basis, computed, today: beijingDate(this.now), rules: this.rules, note: '' },
      actor,
    );
    if (proposed?.event.type !== 'StatementProposed') throw new Error('not proposed');
    return proposed as ProposedStatement;
  }

  confirm(actor: Person): void {
    const table = this.state.statements.find(({ phase }) => phase === 'proposed');
    if (!table) throw new Error('nothing on the table');
    this.settle({ type: 'confirm-statement', actor, period: table.period.from, basis: table.digest, rules: this.rules, reporters: [] }, actor);
  }

  recompute(proposed: ProposedStatement) {
    const { agreement: signed, figures, account: own } = this;
    return recompute(
      proposed,
      { agreement: signed, figures, account: own, reference: (version) => (version === 'test' ? noReference : undefined) },
      digestOf,
    );
  }

  /** The code with which a command is refused, or undefined. */
  refusal(command: AccountCommand): RefusalCode | undefined {
    const decision = accountDecider.decide(command, this.state);
    return isRefusal(decision) ? (decision.code as RefusalCode) : undefined;
  }

  #give<Command, State, Event extends DomainEvent>(
    log: Recorded<Event>[],
    decider: Decider<Command, State, Event>,
    command: Command,
    actor: Actor,
  ): readonly Recorded<Event>[] {
    const decision = decider.decide(command, fold(decider, log));
    if (isRefusal(decision)) throw new Error(`${decision.code} ${JSON.stringify(decision.data)}`);
    const events = decision.map((event, index) => recordedBy(event, actor, log.length + index, this.now));
    log.push(...events);
    return events;
  }
}
