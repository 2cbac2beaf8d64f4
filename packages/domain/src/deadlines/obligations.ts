import type { AgreementContent, Bilingual } from '../agreements/content.ts';
import { FILING_WORKING_DAYS } from '../agreements/decide-filing.ts';
import type { PromiseKind } from '../agreements/duty.ts';
import type { CalendarDate, OrganisationId } from '../kernel/index.ts';
import { isComputed, reportersIn, settlementOf } from '../settlement/terms.ts';
import type { MilestoneKind } from '../sharing/term/clock.ts';
import type { SettlementPeriod } from '../sharing/term/settlement.ts';
import type { Deadline } from './deadline.ts';

/**
 * Who must do what by when (domain B3, 履行): drawn from the signed terms, never typed by hand. What follows otherwise is told
 * by `must` alone. Its instances are the deadlines that the events have set.
 */
export interface Obligation {
  /** Unique in its agreement: `file`, `pay/<clause>`. */
  readonly key: string;
  readonly must: PromiseKind | 'confirm-condition' | 'report-milestone';
  readonly who: readonly OrganisationId[];
  readonly clause?: { readonly id: string; readonly heading: Bilingual };
  /** So many days after what. */
  readonly within?: {
    readonly days: number;
    readonly unit: 'working-days' | 'days';
    readonly after: 'conclusion' | 'period' | 'statement' | 'answers' | 'dispute' | 'notice';
  };
  readonly every?: SettlementPeriod;
  /** What is to be reported when it has come about: the clock of the clause waits for it. */
  readonly milestones?: readonly MilestoneKind[];
}

/** The obligations of a signed text. Of a paper nothing is filed here; an agreement about another one obliges to nothing else. */
export function obligationsOf(content: AgreementContent, { registered }: { readonly registered: boolean }): readonly Obligation[] {
  const { effect, exit, purpose } = content;
  const parties = content.parties.map(({ organisation }) => organisation);
  const filing: Obligation[] = registered
    ? []
    : [{ key: 'file', must: 'file', who: parties, within: { days: FILING_WORKING_DAYS, unit: 'working-days', after: 'conclusion' } }];
  if (purpose) return filing;
  return [
    ...filing,
    ...(effect.kind === 'on-condition' ? [{ key: 'confirm-condition', must: 'confirm-condition' as const, who: parties }] : []),
    ...content.clauses.flatMap((clause) => ofClause(clause, parties)),
    ...(exit?.breach
      ? [
          {
            key: 'make-good',
            must: 'make-good' as const,
            who: parties,
            within: { days: exit.breach.cureDays, unit: 'days' as const, after: 'notice' as const },
          },
        ]
      : []),
  ];
}

function ofClause({ id, heading, body }: AgreementContent['clauses'][number], parties: readonly OrganisationId[]): readonly Obligation[] {
  if (body.kind !== 'sharing' || !isComputed(body.term)) return [];
  const { term } = body;
  const clause = { id, heading };
  const { period: every, figuresDue, confirmationDue, disputes, ...rest } = settlementOf(term);
  const within = (days: number, after: NonNullable<Obligation['within']>['after']) => ({ days, unit: 'working-days' as const, after });
  const milestones = term.clock.start.all.flatMap((each) => (each.node === 'on-milestone' ? [each.milestone] : []));
  const reporters = reportersIn(term);
  const payers = rest.node === 'settlement' ? [...new Set(rest.routes.map(({ from }) => from))] : [];
  return [
    ...(milestones.length === 0 ? [] : [{ key: `report-milestone/${id}`, must: 'report-milestone' as const, who: parties, clause, milestones }]),
    ...(reporters.length === 0
      ? []
      : [{ key: `report-figures/${id}`, must: 'report-figures' as const, who: reporters, clause, every, within: within(figuresDue, 'period') }]),
    { key: `confirm-statement/${id}`, must: 'confirm-statement', who: parties, clause, every, within: within(confirmationDue, 'statement') },
    { key: `resolve-dispute/${id}`, must: 'resolve-dispute', who: parties, clause, within: within(disputes.workingDays, 'dispute') },
    ...(rest.node === 'settlement'
      ? [{ key: `pay/${id}`, must: 'pay' as const, who: payers, clause, every, within: within(rest.paymentDue, 'answers') }]
      : []),
  ];
}

/** The days on which it was or is to be fulfilled, soonest first. */
export function instancesOf<Day extends Deadline>({ must, clause }: Obligation, deadlines: readonly Day[]): readonly Day[] {
  return deadlines
    .filter(({ kind, account }) => kind === must && account?.clause === clause?.id)
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** How it stands on a day: how many of its instances are late, wait, were fulfilled (of those late), or fell away. */
export interface Fulfilment {
  readonly late: number;
  readonly waiting: number;
  readonly done: number;
  readonly doneLate: number;
  /** What was to follow otherwise has followed. */
  readonly enforced: number;
  /** By all to whom it was owed. */
  readonly waived: number;
  readonly fallen: number;
}

export function fulfilmentOf(instances: readonly Deadline[], today: CalendarDate): Fulfilment {
  const count = (meant: (deadline: Deadline) => boolean) => instances.filter(meant).length;
  return {
    late: count(({ outcome, on }) => !outcome && on < today),
    waiting: count(({ outcome, on }) => !outcome && on >= today),
    done: count(({ outcome }) => outcome?.how === 'done'),
    doneLate: count(({ outcome, on }) => outcome?.how === 'done' && outcome.on > on),
    enforced: count(({ outcome }) => outcome?.how === 'enforced'),
    waived: count(({ outcome }) => outcome?.how === 'waived'),
    fallen: count(({ outcome }) => outcome?.how === 'void'),
  };
}
