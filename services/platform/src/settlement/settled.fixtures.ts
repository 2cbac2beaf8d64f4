import type { CommandData } from '@lianyu/contract';
import type { AgreementContent } from '@lianyu/domain/agreements';
import { type Digest, type NegotiationId, negotiationId } from '@lianyu/domain/kernel';
import type { FigureContent } from '@lianyu/domain/settlement';
import type { MoneyTerm, StatisticsTerm } from '@lianyu/domain/sharing';
import type { Answer } from '../commands/commands.ts';
import { proposedFrom } from '../commands/proposed.ts';
import { content, type TestPlatform } from '../platform.fixtures.ts';
import { BAYANNUR, clear, must, signAndSeal, XIAN } from '../walk.fixtures.ts';

const ORIGIN = 'xian-etdz' as never;
const DESTINATION = 'bayannur-etdz' as never;
const half = [
  { party: ORIGIN, ratio: ['1', '2'] as [string, string] },
  { party: DESTINATION, ratio: ['1', '2'] as [string, string] },
];
const clock: MoneyTerm['clock'] = {
  start: { node: 'start', all: [{ node: 'on-date', date: '2025-01-01' as never }], after: { years: 0, months: 0 }, granularity: 'day' },
  years: { node: 'calendar', firstPart: 'is-year-one' },
  partial: { figures: 'by-days', amounts: 'by-days' },
};
const disputes: MoneyTerm['settlement']['disputes'] = { workingDays: 20, resolvedBy: { node: 'joint-committee' } };

/** Retained VAT that the destination collects, half each, from 2025 on, by quarter, through provincial finance. */
export const moneyTerm: MoneyTerm = {
  node: 'money',
  base: {
    node: 'sum',
    sources: [{ node: 'tax', tax: 'value-added', level: 'local-retained', conversion: { node: 'as-reported' } }],
    collectedBy: [DESTINATION],
    scope: 'together',
    consolidated: { headOffice: 'leave-out', branch: 'count' },
    refunds: { ordinary: { node: 'all' }, credit: { node: 'all' } },
  },
  clock,
  eligibility: [],
  deductions: [],
  bands: [{ fromYear: 1, allocation: { node: 'ratio', shares: half } }],
  caps: [],
  guarantees: [],
  discretionary: [],
  rounding: { node: 'largest-remainder', level: 'total', over: 'period', negative: 'mirror', ties: [ORIGIN, DESTINATION], amounts: 'half-up' },
  settlement: {
    node: 'settlement',
    period: 'quarter',
    routes: [
      {
        node: 'inter-provincial',
        from: DESTINATION,
        to: ORIGIN,
        via: [{ organisation: 'nmg-finance' as never, name: { zh: '自治区财政厅', en: '' }, kind: 'finance-office' }],
      },
    ],
    figuresDue: 10,
    confirmationDue: 10,
    paymentDue: 20,
    disputes,
    lateItems: { months: 24, thereafter: 'stay' },
  },
};

/** Output at the destination, half each for appraisal. */
export const statisticsTerm: StatisticsTerm = {
  node: 'statistics',
  placesOfOperation: [DESTINATION],
  clock,
  bands: [{ fromYear: 1, indicators: [{ indicator: 'gross-industrial-output', counting: { node: 'split', shares: half } }] }],
  rounding: { node: 'largest-remainder', over: 'period', ties: [ORIGIN, DESTINATION] },
  publication: 'internal',
  reporting: { node: 'reporting', period: 'quarter', figuresDue: 10, confirmationDue: 10, disputes, lateItems: { months: 24, thereafter: 'stay' } },
};

/** The test agreement with clauses that compute: `taxes` in money, `output` in statistics. */
export function computedContent(name = '结算', terms: { readonly money?: MoneyTerm; readonly statistics?: StatisticsTerm } = {}): AgreementContent {
  const whole = content(name);
  const { money = moneyTerm, statistics = statisticsTerm } = terms;
  return {
    ...whole,
    clauses: [
      ...whole.clauses.filter(({ body }) => body.kind === 'text'),
      { id: 'taxes', heading: { zh: '税收分享', en: '' }, body: { kind: 'sharing', term: money } },
      { id: 'output', heading: { zh: '产值分算', en: '' }, body: { kind: 'sharing', term: statistics } },
    ],
  };
}

/** Tabled, confirmed, cleared, signed and sealed by both. */
export async function inForce(test: TestPlatform, whole: AgreementContent): Promise<NegotiationId> {
  const basis = proposedFrom(whole).digest;
  const { subject } = await must(test.give(XIAN.officer, 'table-proposal', { content: whole, note: '' }));
  const negotiation = negotiationId.parse(subject);
  await must(test.give(BAYANNUR.officer, 'confirm-text', { negotiation, basis }));
  for (const zone of [XIAN, BAYANNUR]) await clear(test, zone, negotiation, basis);
  for (const zone of [XIAN, BAYANNUR]) await signAndSeal(test, zone, negotiation, basis);
  await test.settled();
  return negotiation;
}

const QUARTERS = ['01-01/03-31', '04-01/06-30', '07-01/09-30', '10-01/12-31'];
/** The n-th quarter from 2025 on, from zero. */
export function quarter(n: number): FigureContent['period'] {
  const [from = '', to = ''] = (QUARTERS[n % 4] ?? '').split('/');
  const year = 2025 + Math.floor(n / 4);
  return { from: `${year}-${from}` as never, to: `${year}-${to}` as never };
}

/** Settlement of one agreement by the people of both zones. */
export class Settlers {
  readonly test: TestPlatform;
  readonly agreement: NegotiationId;

  constructor(test: TestPlatform, agreement: NegotiationId) {
    this.test = test;
    this.agreement = agreement;
  }

  get account() {
    return { agreement: this.agreement, clause: 'taxes', ledger: 'official' as const };
  }

  /** Puts a document in as somebody. */
  async put(who: string, text = `完税证明 ${Math.random()}`): Promise<Digest> {
    const { organisation } = await this.test.principal(who);
    return this.test.platform.vault.keepFile(
      new TextEncoder().encode(text),
      organisation,
      'text/plain; charset=utf-8',
      this.test.platform.clock.now(),
    );
  }

  async figure(n: number, amount: string, more: Partial<FigureContent> = {}): Promise<FigureContent> {
    return {
      measure: 'tax/value-added/local-retained',
      period: quarter(n),
      amount,
      effectiveOn: quarter(n).to,
      estimated: false,
      document: { digest: await this.put(BAYANNUR.officer), name: '完税证明.txt' },
      note: '',
      ...more,
    };
  }

  async report(...figures: readonly FigureContent[]): Promise<Answer> {
    return this.test.give(BAYANNUR.officer, 'report-figures', { agreement: this.agreement, figures: figures.map((figure) => ({ figure })) });
  }

  /** How many figures were reported: the number of the newest. */
  async count(): Promise<number> {
    return (await this.test.platform.settlement.figures(this.agreement)).state.figures.size;
  }

  async confirm(...figures: readonly number[]): Promise<Answer> {
    return this.test.give(XIAN.head, 'confirm-reports', { agreement: this.agreement, figures: [...figures], milestones: [] });
  }

  /** What would be proposed now, as the proposer is shown it. */
  async preview(account: Omit<CommandData<'confirm-statement'>, 'period' | 'basis'> = this.account) {
    const { settlement, clock } = this.test.platform;
    const settling = await settlement.settling(account, clock.now());
    const { state } = await settlement.account(account);
    return settling?.next(state);
  }

  async propose(account: Omit<CommandData<'confirm-statement'>, 'period' | 'basis'> = this.account): Promise<{ period: string; digest: Digest }> {
    const next = await this.preview(account);
    if (!next) throw new Error('nothing to settle');
    const { from } = next.period;
    await must(this.test.give(BAYANNUR.officer, 'propose-statement', { ...account, period: from, basis: next.basis, note: '' }));
    const { state } = await this.test.platform.settlement.account(account);
    const digest = state.statements.find(({ period }) => period.from === from)?.digest;
    if (!digest) throw new Error('not proposed');
    return { period: from, digest };
  }

  async adopt(account: Omit<CommandData<'confirm-statement'>, 'period' | 'basis'> = this.account): Promise<{ period: string; digest: Digest }> {
    const proposed = await this.propose(account);
    for (const who of [XIAN.head, BAYANNUR.head])
      await must(this.test.give(who, 'confirm-statement', { ...account, period: proposed.period as never, basis: proposed.digest }));
    return proposed;
  }
}
